import type { AgencyId } from '@sinau/kernel';
import type { Booking, BookingId, BookingState } from './booking.ts';
import { bookingEffects } from './booking-effects.ts';
import type { BudgetEntry } from './entry.ts';
import type { BudgetLineId } from './line.ts';

/** What a seat does to a line; the enrolment that holds it says when. */
export interface SeatMove {
  readonly agencyId: AgencyId;
  readonly lineId: BudgetLineId;
  readonly booking?: {
    readonly registration: string;
    readonly courseId: string;
    readonly providerId: string;
    /** Whole rupiah, integer > 0; the same at every step. */
    readonly amount: number;
    readonly before?: BookingState;
    readonly after: BookingState;
    readonly since: string;
    /** Hundredths. */
    readonly jp?: number;
  };
  readonly waiting: number;
  readonly rule?: 'free' | 'unclaimed' | 'needed';
  readonly price?: number;
  readonly at: string;
}

/** The step of a booking that a seat makes: one person, and their JP once the course is completed. */
export function seatStep(
  { agencyId, lineId, at }: Pick<SeatMove, 'agencyId' | 'lineId' | 'at'>,
  seat: NonNullable<SeatMove['booking']>,
) {
  const { registration, courseId, providerId, amount, before, after: state, since, jp = 0 } = seat;
  const one = { amount, people: 1, jp: 0 };
  const bookingId = registration as BookingId;
  const cause = { kind: 'enrolment' as const, registration, courseId, providerId };
  const after: Booking = {
    ...{ agencyId, lineId, bookingId, cause, ...one, state, createdAt: since, updatedAt: at },
    ...(state === 'spent' && { jp }),
  };
  const was = before && { ...one, state: before };
  const { reserved, committed, spent } = bookingEffects(was, after);
  const entry: BudgetEntry = {
    ...{ agencyId, lineId, entryId: `${bookingId}.${state}`, at, kind: state, ceiling: 0, bookingId, cause },
    sums: { reserved, committed, spent },
  };
  return { after, entry, ...(was && { before: was }) };
}
