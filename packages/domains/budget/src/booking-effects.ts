import type { Booking, BookingState } from './booking.ts';
import type { BudgetSums } from './line.ts';

/** What one step of a booking does to the counters of its line. */
export interface BookingEffects extends BudgetSums {
  /** Above none: so much comes free. Below: so much must be there. */
  readonly room: number;
  readonly people: number;
  readonly jp: number;
  readonly running: number;
}

type Counted = Pick<Booking, 'state' | 'amount' | 'people' | 'jp'>;

/** What may follow; a seat that was used stays spent, which is the enrolment's own rule. */
export const bookingSteps: Readonly<Record<BookingState, readonly BookingState[]>> = {
  reserved: ['committed', 'spent', 'released'],
  committed: ['spent', 'released'],
  spent: ['released'],
  released: [],
};

const held = (one: Counted | undefined, state: BookingState): number =>
  one?.state === state ? one.amount : 0;

const done = (one: Counted | undefined, what: 'people' | 'jp'): number =>
  one?.state === 'spent' ? one[what] : 0;

const runs = (one: Counted | undefined): number =>
  one?.state === 'reserved' || one?.state === 'committed' ? one.people : 0;

/** The one rule of bookings, for every adapter. Throws a `TypeError` for a step that there is not. */
export function bookingEffects(before: Counted | undefined, after: Counted): BookingEffects {
  // Of a seat it may turn out later who came; by hand nothing that was spent is told anew.
  const isToldAnew = before?.state === 'spent' && after.state === 'spent' && before.amount === after.amount;
  const isNext = before ? bookingSteps[before.state].includes(after.state) : after.state !== 'released';
  const isStep = isNext || isToldAnew;
  if (!isStep) {
    throw new TypeError(`a booking never goes from ${before?.state ?? 'nothing'} to ${after.state}`);
  }
  const change = (state: BookingState) => held(after, state) - held(before, state);
  const sums = { reserved: change('reserved'), committed: change('committed'), spent: change('spent') };
  const bound = sums.reserved + sums.committed + sums.spent;
  return {
    ...sums,
    // Minus zero is nothing that a store should keep.
    room: bound === 0 ? 0 : -bound,
    people: done(after, 'people') - done(before, 'people'),
    jp: done(after, 'jp') - done(before, 'jp'),
    running: runs(after) - runs(before),
  };
}
