import type { Ui } from '../ui.ts';
import type { ReadingView } from './ports.ts';

/** What was seen or done, and at whose word. */
export function kindOf({ t }: Ui, { what, because }: Pick<ReadingView, 'what' | 'because'>): string {
  const kind = t.access.kinds[what];
  return because === undefined ? kind : `${kind} ${t.people.accountHistory.because[because]}`;
}
