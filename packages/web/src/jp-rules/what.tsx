import { formatJp, type Jp } from '@sinau/kernel';
import { dayText, Ground } from '../credit/parts.tsx';
import { rulesWords } from '../i18n/jp-rules.ts';
import type { Ui } from '../ui.ts';
import type { RuleRowView, RuleWhat } from './ports.ts';

/** What a row says, in a sentence or two. */
export function whatText(ui: Ui, what: RuleWhat): string {
  const words = rulesWords[ui.locale].what;
  const { format } = ui;
  switch (what.kind) {
    case 'conversion': {
      const { unit, jpPerUnit, cap } = what;
      const worth =
        jpPerUnit === undefined ? words.printed : words.perUnit(format.jp(jpPerUnit), words.units[unit]);
      if (!cap) return worth;
      const many = format.number(cap.amount / 100);
      return `${worth} ${words.cap[cap.period](cap.measure === 'jp' ? `${many} JP` : words.times(many))}`;
    }
    case 'year':
      return [
        ...(what.minimum === undefined ? [] : [words.minimum(format.jp(what.minimum))]),
        ...(what.maximum === undefined ? [] : [words.maximum(format.jp(what.maximum))]),
        words.period[what.period],
        words.countsBy[what.countsBy],
      ].join(' ');
    case 'effort':
      return words.effort(format.percent(what.leastShare), format.number(what.idleMinutes));
  }
}

/** The row as a form shows it. */
export function amountsOf({ locale }: Ui, what: RuleWhat): Readonly<Record<string, string>> {
  const hours = (jp: number | undefined) => (jp === undefined ? '' : formatJp(jp as Jp, locale));
  switch (what.kind) {
    case 'conversion':
      return { jpPerUnit: hours(what.jpPerUnit), capAmount: hours(what.cap?.amount) };
    case 'year':
      return { minimum: hours(what.minimum), maximum: hours(what.maximum), countsBy: what.countsBy };
    case 'effort':
      return { leastShare: String(what.leastShare), idleMinutes: String(what.idleMinutes) };
  }
}

/** Ground, validity, scope, and whoever added the row. */
export function RowFacts({ ui, row }: { readonly ui: Ui; readonly row: RuleRowView }) {
  const words = rulesWords[ui.locale];
  return (
    <>
      <p class="mt-1 text-sm">
        <Ground ui={ui} ground={row} />
      </p>
      <p class="quiet text-sm">
        {words.scope[row.scope]} · {words.from(dayText(ui, row.validFrom))}
        {row.validTo && ` · ${words.to(dayText(ui, row.validTo))}`}
      </p>
      {row.at && <p class="quiet text-sm">{words.addedBy(row.by ?? '–', ui.format.dateTime(row.at))}</p>}
      {row.words && <p class="quiet text-sm">{words.readFrom(row.words)}</p>}
    </>
  );
}
