import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Axes } from './box.ts';
import type { Rating, Thresholds } from './rating.ts';

/** Somebody whose home an agency is. */
export interface TalentMember {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly name: string;
  /** Local day of the person. */
  readonly today: string;
}

export interface MemberDirectory {
  /** Undefined for nobody, and where the account is closed. Rejects with `Unavailable`. */
  find(personId: PersonId): Promise<TalentMember | undefined>;
}

export interface RatingKey {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly year: number;
}

/** How many stand at each place of a year, in no order; places where nobody stands may be left out. */
export type PlaceCounts = readonly (Axes & { readonly people: number })[];

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface TalentStore {
  find(key: RatingKey): Promise<Rating | undefined>;
  /** Everything that an agency ever recorded of somebody, every version, the newest first. */
  historyOf(agencyId: AgencyId, personId: PersonId): Promise<readonly Rating[]>;
  /** The same of all agencies, for a copy of one's data. */
  everythingOf(personId: PersonId): Promise<readonly Rating[]>;
  /** The version after `before`, with list and counts, or not at all. `next.rev` is one more than that of `before`, or 1. */
  save(before: Rating | undefined, next: Rating): Promise<'done' | 'changed'>;
  countsOf(agencyId: AgencyId, year: number): Promise<PlaceCounts>;
  /** Who stands at a place, by id. `next`: where the list goes on; refuses with `InvalidInput` what is no place of this list. */
  listAt(
    agencyId: AgencyId,
    at: Axes & { readonly year: number },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly next?: string }>;
  thresholdsOf(agencyId: AgencyId): Promise<Thresholds | undefined>;
  setThresholds(agencyId: AgencyId, next: Thresholds): Promise<'done' | 'changed'>;
}
