import type { AgencyId } from '@sinau/kernel';
import type { Booking, BookingCause, BookingId, BookingState } from './booking.ts';
import { bookingEffects } from './booking-effects.ts';
import type { BudgetEntry } from './entry.ts';
import type { BudgetLineId } from './line.ts';

/** A seat of a course, which its registration names, or one of an event. */
type SeatOf =
  | { readonly registration: string; readonly courseId: string; readonly providerId: string }
  | { readonly bookingId: string; readonly eventId: string };

/** What a seat does to a line; the enrolment, or the event, that holds it says when. */
export interface SeatMove {
  readonly agencyId: AgencyId;
  readonly lineId: BudgetLineId;
  readonly booking?: SeatOf & {
    /** Whole rupiah, integer > 0; the same at every step. */
    readonly amount: number;
    readonly before?: BookingState;
    readonly after: BookingState;
    readonly since: string;
    /** Once spent: whether the person came to the end. @default 1 */
    readonly people?: 0 | 1;
    /** Hundredths. */
    readonly jp?: number;
    /** What it had counted, where it was spent before. @default the same */
    readonly counted?: { readonly people: 0 | 1; readonly jp: number };
  };
  readonly waiting: number;
  readonly rule?: 'free' | 'unclaimed' | 'needed';
  readonly price?: number;
  readonly at: string;
}

function namesOf(seat: SeatOf): { readonly bookingId: BookingId; readonly cause: BookingCause } {
  if ('eventId' in seat) {
    return { bookingId: seat.bookingId as BookingId, cause: { kind: 'event', eventId: seat.eventId } };
  }
  const { registration, courseId, providerId } = seat;
  return {
    bookingId: registration as BookingId,
    cause: { kind: 'enrolment', registration, courseId, providerId },
  };
}

/** The step of a booking that a seat makes: one person, and their JP once the course is completed. */
export function seatStep(
  { agencyId, lineId, at }: Pick<SeatMove, 'agencyId' | 'lineId' | 'at'>,
  seat: NonNullable<SeatMove['booking']>,
) {
  const { amount, before, after: state, since, people = 1, jp = 0, counted = { people, jp } } = seat;
  const one = { amount, people: 1, jp: 0 };
  const { bookingId, cause } = namesOf(seat);
  const after: Booking = {
    ...{ agencyId, lineId, bookingId, cause, ...one, state, createdAt: since, updatedAt: at },
    ...(state === 'spent' && { people, jp }),
  };
  // What was spent has counted its person and hours already.
  const was = before && { ...one, state: before, ...(before === 'spent' && counted) };
  const { reserved, committed, spent } = bookingEffects(was, after);
  const entry: BudgetEntry = {
    ...{ agencyId, lineId, entryId: `${bookingId}.${state}`, at, kind: state, ceiling: 0, bookingId, cause },
    sums: { reserved, committed, spent },
  };
  return { after, entry, ...(was && { before: was }) };
}
