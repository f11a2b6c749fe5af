import type { Entry, EntryId, HoldReason } from './ledger/entry.ts';

export type Verdict = 'open' | 'released' | 'rejected';

/**
 * Of which courses somebody was asked whether a record is one of them, and what was decided. A decision is about the hold before it.
 * @param entries about one account, in order
 */
export function doubtsOf(entries: readonly Entry[]): ReadonlyMap<EntryId, Verdict> {
  const verdicts = new Map<EntryId, Verdict>();
  let asked: readonly HoldReason[] = [];
  for (const entry of entries) {
    if (entry.kind === 'held') asked = entry.reasons;
    else if (entry.kind !== 'released' && entry.kind !== 'rejected') continue;
    const verdict = entry.kind === 'held' ? 'open' : entry.kind;
    for (const reason of asked) if (reason.code === 'counted-already') verdicts.set(reason.line, verdict);
  }
  return verdicts;
}
