import type { AgencyId, PersonId } from '@sinau/kernel';
import type { EventId } from '../event.ts';
import type { EventStore, Page } from '../ports.ts';
import { type Cohort, type CohortId, type CohortSubject, hallOf } from './cohort.ts';

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface CohortStore {
  find(cohortId: CohortId): Promise<Cohort | undefined>;
  /** In no order; absent ones are left out. */
  findMany(cohortIds: readonly CohortId[]): Promise<readonly Cohort[]>;
  /**
   * Writes it with `rev` one higher if the stored one has that `rev`, or there is none and it is 0; the number of its seats changes with it.
   * `full`: more of them are taken than it shall have. `telling`: its turn to tell of days of steps is at that moment from now on, or there is none;
   * absent: the turn stays as it is.
   */
  save(next: Cohort, telling?: { readonly at?: string }): Promise<'saved' | 'changed' | 'full'>;
  /** A draft, as it was read. */
  remove(draft: Cohort): Promise<'removed' | 'changed'>;
  /** Every one of an agency, the one that ends last first. */
  listOf(
    agencyId: AgencyId,
    page: Page,
  ): Promise<{ readonly cohorts: readonly Cohort[]; readonly next?: string }>;
  /** Open ones of an agency that end on `from` (ISO date) or later; the first to end first. */
  listOpen(
    agencyId: AgencyId,
    asked: { readonly from: string; readonly limit: number },
  ): Promise<readonly Cohort[]>;
}

/** When something is told next: of a cohort to its people, or of a team to its supervisor. */
export interface CohortTurn {
  /** Of the cohort, or the supervisor. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}
export type TurnKind = 'cohort' | 'team';

/** Turns, whose moment has come. Lists may lag by about a second. Rejects with `Unavailable`. */
export interface TurnStore {
  /** The earliest first. */
  listDue(kind: TurnKind, until: string, limit: number): Promise<readonly CohortTurn[]>;
  /** Unless there is one already: a turn that stands is not put off. */
  add(kind: TurnKind, turn: CohortTurn): Promise<void>;
  /** To the next moment, or to none; does nothing when it was moved meanwhile. */
  move(kind: TurnKind, turn: CohortTurn, next: string | undefined): Promise<void>;
}

/** What is required of people, as cohorts ask it. Rejects with `Unavailable`. */
export interface DutyDirectory {
  /** Somebody has to learn now what a cohort learns: by an obligation, or because the course was given to them as a duty. */
  isRequired(personId: PersonId, subject: CohortSubject): Promise<boolean>;
}

/** Cohorts as the machinery of seats asks for them. */
export const hallsOf = (
  cohorts: Pick<CohortStore, 'find' | 'findMany'>,
): Pick<EventStore, 'find' | 'findMany'> => ({
  async find(eventId) {
    const cohort = await cohorts.find(eventId as string as CohortId);
    return cohort && hallOf(cohort);
  },
  findMany: async (eventIds) =>
    (await cohorts.findMany(eventIds as readonly string[] as readonly CohortId[])).map(hallOf),
});

export const idOfHall = (cohortId: CohortId): EventId => cohortId as string as EventId;
