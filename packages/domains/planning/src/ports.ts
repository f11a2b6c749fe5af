import type { PersonId } from '@sinau/kernel';
import type { LearnedSession, WeeklyPlan } from './plan.ts';

/** Plans of people, and when they learned. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface PlanningStore {
  find(personId: PersonId): Promise<WeeklyPlan | undefined>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  save(next: WeeklyPlan): Promise<'saved' | 'conflict'>;
  /** Under its launch, once; of two ends the later one stays. Kept for some months. */
  noteSession(personId: PersonId, session: LearnedSession): Promise<void>;
  /** Those that began in the span, `from` included and `until` not; ISO 8601 UTC. In order of their beginning. */
  sessionsOf(
    personId: PersonId,
    span: { readonly from: string; readonly until: string },
  ): Promise<readonly LearnedSession[]>;
  /** Everything there is of somebody; tells how many rows went. */
  forget(personId: PersonId): Promise<number>;
  /** For a copy of one's data. */
  allSessionsOf(personId: PersonId): Promise<readonly LearnedSession[]>;
}
