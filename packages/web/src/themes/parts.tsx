import { monthName } from '../i18n/month-name.ts';
import { themeWords } from '../i18n/themes.ts';
import type { Ui } from '../ui.ts';

/** A period in words: `Oktober 2026`, `Triwulan 3 2026`. */
export function periodName(ui: Ui, period: string): string {
  const words = themeWords[ui.locale];
  const [year = '', part = ''] = period.split('-');
  if (part === '') return year;
  if (part.startsWith('Q')) return `${words.quarter(part.slice(1))} ${year}`;
  if (part.startsWith('S')) return `${words.half(part.slice(1))} ${year}`;
  return monthName(ui.locale, period);
}

export const daysOf = ({ format }: Ui, tenths: number | undefined): string =>
  tenths === undefined ? '–' : format.number(tenths / 10);
