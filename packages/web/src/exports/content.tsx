import type { Ui } from '../ui.ts';
import { type ExportView, formatNames } from './ports.ts';

/** `2026-03-31` as people write it; noon in Jakarta is that day in every zone of Indonesia. */
export const dayOf = (ui: Ui, date: string): string => ui.format.date(`${date}T05:00:00.000Z`);

/** Format, period and filters in one line. */
export function contentOf(ui: Ui, view: ExportView): string {
  const t = ui.t.exports;
  const { from, to, unit, course } = view;
  const day = (date: string | undefined) => date && dayOf(ui, date);
  const period = from === undefined && to === undefined ? t.allRecords : t.period(day(from), day(to));
  return [formatNames[view.format], period, unit, course].filter((part) => part !== undefined).join(' · ');
}
