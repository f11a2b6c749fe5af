import type { Ui } from '../ui.ts';
import type { ReadingView } from './ports.ts';

/** What was seen or done, to which thing, and at whose word. */
export function kindOf(
  { t }: Ui,
  { what, because, thing }: Pick<ReadingView, 'what' | 'because' | 'thing'>,
): string {
  const kind = thing === undefined ? t.access.kinds[what] : `${t.access.kinds[what]} (${thing})`;
  return because === undefined ? kind : `${kind} ${t.people.accountHistory.because[because]}`;
}
