import type { Jp } from '@sinau/kernel';
import type { Corrected, Decided, Earned, Entry, Held, HoldReason, Part } from './entry.ts';

/** One thing that was earned, with everything that was said about it. */
export interface Account {
  /** As the latest correction says it is. */
  readonly earned: Earned;
  readonly parts: readonly Part[];
  readonly stated: Jp;
  readonly standing: 'counts' | 'held' | 'rejected' | 'reversed';
  readonly reasons: readonly HoldReason[];
  /** Why it was held, also once that was decided. */
  readonly heldFor: readonly HoldReason[];
  readonly certificates: readonly string[];
  /** Every line about it, in order. */
  readonly entries: readonly Entry[];
}

const inOrder = (a: Entry, b: Entry) => a.at.localeCompare(b.at) || a.entryId.localeCompare(b.entryId);

/**
 * Puts the lines of a person together, in whatever order and however often they come. What was said later, by the time
 * when it became true, holds; a line about something that is not there waits for it.
 */
export function foldAccounts(entries: readonly Entry[]): readonly Account[] {
  const unique = [...new Map(entries.map((entry) => [entry.entryId, entry])).values()].toSorted(inOrder);
  const about = new Map<string, Entry[]>();
  for (const entry of unique) {
    const id = entry.kind === 'earned' ? entry.entryId : entry.about;
    about.set(id, [...(about.get(id) ?? []), entry]);
  }
  return unique.flatMap((entry) =>
    entry.kind === 'earned' ? accountOf(entry, about.get(entry.entryId) ?? []) : [],
  );
}

function accountOf(earned: Earned, entries: readonly Entry[]): Account {
  const latest = entries.findLast(({ kind }) => kind === 'reversed' || kind === 'corrected');
  const corrected = entries.findLast((entry) => entry.kind === 'corrected');
  const hold = entries.findLast(
    (entry): entry is Held | Decided =>
      entry.kind === 'held' || entry.kind === 'released' || entry.kind === 'rejected',
  );
  const { parts, stated } = corrected ?? earned;
  const known = corrected?.as ? describedAs(earned, corrected.as) : earned;
  const reasons = hold?.kind === 'held' ? hold.reasons : [];
  const heldFor = entries.findLast((entry) => entry.kind === 'held')?.reasons ?? [];
  return {
    ...{ earned: known, parts, stated, standing: standingOf(latest, hold), reasons, heldFor, entries },
    certificates: certificatesOf(earned, entries),
  };
}

/** Whole: a day of the certificate that is not said any more is gone. */
function describedAs({ certifiedOn: _, ...earned }: Earned, as: NonNullable<Corrected['as']>): Earned {
  return { ...earned, ...as };
}

function certificatesOf(earned: Earned, entries: readonly Entry[]): readonly string[] {
  const said = entries.findLast((entry) => entry.kind === 'corrected' && entry.certificates !== undefined);
  return (said?.kind === 'corrected' ? said.certificates : earned.certificates) ?? [];
}

function standingOf(latest: Entry | undefined, hold: Held | Decided | undefined): Account['standing'] {
  if (latest?.kind === 'reversed') return 'reversed';
  if (hold?.kind === 'held') return 'held';
  return hold?.kind === 'rejected' ? 'rejected' : 'counts';
}
