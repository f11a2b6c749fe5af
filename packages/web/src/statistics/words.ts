import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { CallErrorView, CourseStatisticsView, ModuleName, StepKind, Told } from './ports.ts';

export const toldText = ({ t, format }: Ui, people: Told): string =>
  people === 'few' ? t.statistics.few : format.number(people);

export const shareText = ({ format }: Ui, share: number | undefined): string =>
  share === undefined ? '–' : format.percent(share * 100);

/** A figure with two decimals, as item analysis writes it. */
export const figureText = ({ locale }: Ui, value: number): string =>
  value.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

/** `3:05` */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export function moduleTitle(ui: Ui, modules: readonly ModuleName[], moduleId: string | undefined): string {
  const module = modules.find((one) => one.moduleId === moduleId);
  return module ? plainText(ui, module.title) : '';
}

export function stepText(
  ui: Ui,
  view: CourseStatisticsView,
  step: { kind: StepKind; moduleId?: string },
): string {
  return ui.t.statistics.steps[step.kind](moduleTitle(ui, view.modules, step.moduleId));
}

/** What the run-time of SCORM means by a number; the two versions use some of them differently. */
export function reasonText({ t }: Ui, kind: ModuleName['kind'] | undefined, error: number): string {
  const { errors12, errors2004, errorOther } = t.statistics;
  const known: Readonly<Record<number, string>> = kind === 'scorm12' ? errors12 : errors2004;
  return known[error] ?? errorOther(error);
}

export const callText = ({ call, element }: Pick<CallErrorView, 'call' | 'element'>): string =>
  element === undefined ? call : `${call}(${element})`;
