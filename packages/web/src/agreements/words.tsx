import type { Ui } from '../ui.ts';
import type { AgreementView, Disclosed } from './ports.ts';

/** A day is one of western Indonesia, whatever zone the reader has: noon there is the same day in all three. */
function day(ui: Ui, at: number): string {
  const wib = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
  return ui.format.date(`${wib}T05:00:00.000Z`);
}

export function periodText(ui: Ui, { validFrom, validUntil }: AgreementView): string {
  return ui.t.agreements.period(day(ui, Date.parse(validFrom)), day(ui, Date.parse(validUntil) - 1));
}

export function dataText(ui: Ui, attributes: readonly Disclosed[]): string {
  return attributes.map((attribute) => ui.t.agreements.attribute[attribute]).join(', ');
}

export function peopleText(ui: Ui, { agencies }: AgreementView): string {
  const words = ui.t.agreements;
  if (!agencies) return words.allAgencies;
  if (agencies.length > 3) return words.someAgencies(ui.format.number(agencies.length));
  return agencies.map(({ name }) => name).join(', ');
}

const tones: Readonly<Record<AgreementView['standing'], string>> = {
  draft: 'tag',
  upcoming: 'tag tag-warning',
  'in-force': 'tag tag-success',
  expired: 'tag',
  ended: 'tag',
  revoked: 'tag tag-error',
};

export function StandingTag({ ui, agreement }: { readonly ui: Ui; readonly agreement: AgreementView }) {
  const { standing } = agreement;
  return <span class={tones[standing]}>{ui.t.agreements.standing[standing]}</span>;
}
