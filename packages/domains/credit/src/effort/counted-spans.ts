import type { Earned, Span } from '../ledger/entry.ts';
import type { Account } from '../ledger/fold-accounts.ts';

/** Time that somebody spent on what was earned, as far as it is known and stands. */
export function countedSpans({ earned, standing, entries }: Account): readonly Span[] {
  if (standing === 'reversed' || standing === 'rejected') return [];
  const corrected = entries.findLast((entry) => entry.kind === 'corrected' && entry.effort !== undefined);
  const { effort } = corrected?.kind === 'corrected' ? corrected : earned;
  return effort?.spans ?? [];
}

type Place = Pick<Earned, 'at' | 'entryId'>;

/** By when it was completed: the order in which facts arrive says nothing. */
export const isBefore = (one: Place, other: Place): boolean =>
  one.at < other.at || (one.at === other.at && one.entryId < other.entryId);
