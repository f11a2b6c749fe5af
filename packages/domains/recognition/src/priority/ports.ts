import type { AgencyId, AtomicCompanion, PersonId } from '@sinau/kernel';
import type { Page } from '../ports.ts';
import type { PrioritySeat, PrioritySeatId, PriorityState, Target } from './priority-seat.ts';

export interface PriorityPlace {
  readonly personId: PersonId;
  readonly seatId: PrioritySeatId;
}

/** Of an agency and year. `stock` absent: as many as it wants. */
export interface PriorityStock {
  readonly stock?: number;
  /** By state; `taken-back` ones are no part of the stock. */
  readonly counts: Readonly<Partial<Record<PriorityState, number>>>;
}

/**
 * Rights to priority, with the stock they are of. Reads see every write that was answered before, but for lists, which may lag by about a second.
 * Rejects with `Unavailable`; then nothing was written.
 */
export interface PriorityStore {
  find(place: PriorityPlace): Promise<PrioritySeat | undefined>;
  /** All of a person, in no order. */
  ofPerson(personId: PersonId): Promise<readonly PrioritySeat[]>;
  /** A new one, if the stock of its year has one left. */
  grant(seat: PrioritySeat): Promise<'granted' | 'used-up'>;
  /** Writes `after` with `rev` one higher if the stored one has that of `before`; counters follow. */
  step(before: PrioritySeat, after: PrioritySeat): Promise<'done' | 'changed'>;
  /** The same as writes that another context commits with its own. */
  companion(before: PrioritySeat, after: PrioritySeat): AtomicCompanion;
  stockOf(agencyId: AgencyId, year: number): Promise<PriorityStock>;
  /** Undefined: without limit. `too-small`: more are given. */
  setStock(agencyId: AgencyId, year: number, stock: number | undefined): Promise<'set' | 'too-small'>;
  /** Of an agency and year, newest first. */
  ofAgency(
    of: { readonly agencyId: AgencyId; readonly year: number },
    page: Page,
  ): Promise<{ readonly seats: readonly PrioritySeat[]; readonly next?: string }>;
  /** All of a person; for erasure alone. Counters stay: the agency gave them. */
  forget(personId: PersonId): Promise<number>;
}

/** What became of what somebody waits for, and was put before others in. */
export type WaitStanding = 'waiting' | 'seated' | 'ended';

/** Enrolment and programmes, as far as priority needs them. Rejects with `Unavailable`. */
export interface WaitingLists {
  /**
   * Puts somebody who waits before others, and commits `along` with it. `refused`: `along` did not hold, and nothing was written. Rejects with an
   * error of the list where they do not wait, or are ahead already.
   */
  raise(asked: {
    readonly personId: PersonId;
    readonly target: Target;
    readonly along: AtomicCompanion;
  }): Promise<'raised' | 'refused'>;
  /** `ended`: without the seat, or it is not there any more. Of what was raised; reads every write that was answered before. */
  standingOf(asked: { readonly personId: PersonId; readonly target: Target }): Promise<WaitStanding>;
}
