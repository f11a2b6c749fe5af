import { dayText } from '../credit/parts.tsx';
import type { Ui } from '../ui.ts';
import type { ExternalRow, ExternalState } from './ports.ts';

const tones: Readonly<Partial<Record<ExternalState, string>>> = {
  recognised: 'tag tag-success',
  verified: 'tag tag-success',
  returned: 'tag tag-warning',
  rejected: 'tag tag-warning',
};

export function StateTag({ ui, state }: { readonly ui: Ui; readonly state: ExternalState }) {
  return <span class={tones[state] ?? 'tag tag-info'}>{ui.t.external.states[state]}</span>;
}

export function daysText(ui: Ui, { startsOn, endsOn }: Pick<ExternalRow, 'startsOn' | 'endsOn'>): string {
  const first = dayText(ui, startsOn);
  return startsOn === endsOn ? first : ui.t.external.fromTo(first, dayText(ui, endsOn));
}
