import type { AgencyId, Jp, LanguageMap, PersonId } from '@sinau/kernel';
import type { EntryId, HoldReason } from './entry.ts';

/** One place in the queue of an agency: JP that count nothing until somebody there has decided. */
export interface Hold {
  readonly personId: PersonId;
  /** Absent: the person belongs to none. It waits in no queue until they do. */
  readonly agencyId?: AgencyId;
  /** The `earned` line, and the `held` one. */
  readonly about: EntryId;
  readonly entryId: EntryId;
  readonly title: LanguageMap;
  readonly stated: Jp;
  readonly reasons: readonly HoldReason[];
  readonly heldAt: string;
  readonly state: 'open' | 'released' | 'rejected';
  /** What the learner says to it. */
  readonly answer?: { readonly words: string; readonly at: string };
  readonly decision?: { readonly by: PersonId; readonly words: string; readonly at: string };
  /** Counts the changes, from 1; a writer names the one it has read. */
  readonly rev: number;
}
