import type { AgencyId, PersonId } from '@sinau/kernel';
import type { EventId, SessionId } from './event.ts';
import type { SeatCharge } from './seat-charge.ts';

/** Asked for (the supervisor decides), waiting for room in the budget, in the queue, kept for them, theirs; and the ways out. */
export const seatStates = [
  ...(['requested', 'unfunded', 'waiting', 'offered', 'confirmed'] as const),
  ...(['withdrawn', 'declined', 'lapsed', 'removed'] as const),
] as const;
export type SeatState = (typeof seatStates)[number];

/** That somebody was at a session, or was not, as of then. */
export interface Mark {
  readonly sessionId: SessionId;
  readonly present: boolean;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly way: 'code' | 'staff';
  /** Of the code: its half minute. */
  readonly slot?: number;
  /** Of an organiser. */
  readonly by?: PersonId;
  readonly reason?: string;
}

export interface Seat {
  readonly eventId: EventId;
  readonly personId: PersonId;
  /** Home agency when it was asked for: whose rules hold, and whose supervisor decides. */
  readonly agencyId?: AgencyId;
  readonly state: SeatState;
  /** When it came into this state, ISO 8601 UTC. */
  readonly since: string;
  /** Place in the queue (`queue-place.ts`); earlier ones sort first. Of those who wait. */
  readonly place?: string;
  /** Was put before others by a right of the person, once (`raiseSeat`); gone when the seat is theirs. */
  readonly raised?: true;
  /** Until when an offer is kept. */
  readonly offeredUntil?: string;
  /** Who decided last, when it was not the person themselves, and why. */
  readonly by?: PersonId;
  readonly reason?: string;
  /** Given by hand to somebody who came without one; whoever waits is not before them. */
  readonly walkIn?: true;
  /** What it costs the person's agency; absent: nothing that is bound. */
  readonly charge?: SeatCharge;
  /** Oldest first; nothing is taken out. */
  readonly marks: readonly Mark[];
  readonly rev: number;
}

/** A learner and two organisers who correct each other for a long event. */
export const mostMarks = 300;

export const holdsSeat = (state: SeatState | undefined): boolean =>
  state === 'confirmed' || state === 'offered';
export const isActive = (state: SeatState | undefined): boolean =>
  holdsSeat(state) || state === 'waiting' || state === 'requested' || state === 'unfunded';

/** What a step does to the counters of its event. */
export interface Effect {
  readonly taken: number;
  readonly waiting: number;
  /** It comes in from outside: the event must be open for it, and nobody is overtaken. */
  readonly enters: boolean;
}

export function effectOf(before: Seat | undefined, after: Seat): Effect {
  const [was, is] = [before?.state, after.state];
  const waiting = Number(is === 'waiting') - Number(was === 'waiting');
  return {
    taken: Number(holdsSeat(is)) - Number(holdsSeat(was)),
    waiting,
    enters: isActive(is) && !isActive(was),
  };
}
