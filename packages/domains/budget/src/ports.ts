import type { AgencyId } from '@sinau/kernel';
import type { Booking, BookingId, BookingPurpose, BookingState } from './booking.ts';
import type { BudgetEntry } from './entry.ts';
import type { BudgetLine, LinePlace } from './line.ts';
import type { UnitCost } from './unit-cost.ts';

export interface PageOf {
  readonly limit: number;
  /** A `next` of the same list. */
  readonly after?: string;
}

/** What the seats of one course have cost an agency in a year, of those that were used. */
export interface CourseCost {
  readonly courseId: string;
  /** Whole rupiah. */
  readonly spent: number;
  readonly people: number;
  /** Hundredths, of all people together. */
  readonly jp: number;
}

/** What was spent for something that bookings name, in the year of their lines. */
export interface PurposeCost {
  readonly purpose: BookingPurpose;
  /** Whole rupiah. */
  readonly spent: number;
}

/** Events and annual plans, as far as bookings name them. Rejects with `Unavailable`. */
export interface BookingPurposes {
  /** Undefined where the agency has no such event, or its plan of the year no such item. */
  titleOf(asked: {
    readonly agencyId: AgencyId;
    readonly year: number;
    readonly purpose: BookingPurpose;
  }): Promise<string | undefined>;
}

/**
 * Lines of agencies with what binds them. Reads see every write that was answered before, but for `listBookings`, which may lag by
 * about a second. Every method rejects with `Unavailable` when the store does not answer.
 */
export interface BudgetStore {
  find(place: LinePlace): Promise<BudgetLine | undefined>;
  /** By code. */
  list(agencyId: AgencyId, year: number): Promise<readonly BudgetLine[]>;
  /** The line without anything bound, with the entry that tells of it. */
  create(line: BudgetLine, entry: BudgetEntry): Promise<'saved' | 'exists'>;
  /**
   * Terms and ceiling in the place of those that were read, with the entry; counters stay. `changed`: others have changed the terms.
   * `too-low`: more is bound by now than the ceiling would be.
   */
  change(change: {
    readonly before: BudgetLine;
    readonly after: BudgetLine;
    readonly entry: BudgetEntry;
  }): Promise<'saved' | 'changed' | 'too-low'>;
  findBooking(place: LinePlace, bookingId: BookingId): Promise<Booking | undefined>;
  /**
   * One step of a booking, its entry and the counters, whole or not at all. `changed`: the booking is not as it was read.
   * `no-room`: the line is closed, or has less room than the step takes.
   */
  book(step: {
    readonly before?: Booking;
    readonly after: Booking;
    readonly entry: BudgetEntry;
  }): Promise<'done' | 'changed' | 'no-room'>;
  /** In one state, the newest change first. */
  listBookings(
    place: LinePlace,
    state: BookingState,
    page: PageOf,
  ): Promise<{ readonly bookings: readonly Booking[]; readonly next?: string }>;
  /** The newest first. */
  listEntries(
    place: LinePlace,
    page: PageOf,
  ): Promise<{ readonly entries: readonly BudgetEntry[]; readonly next?: string }>;
  /** In no order. */
  courseCosts(agencyId: AgencyId, year: number): Promise<readonly CourseCost[]>;
  /** Of those for which something was spent, in no order. */
  purposeCosts(agencyId: AgencyId, year: number): Promise<readonly PurposeCost[]>;
  /** In no order; also those that held before. */
  unitCosts(agencyId: AgencyId): Promise<readonly UnitCost[]>;
  addUnitCost(cost: UnitCost): Promise<'saved' | 'exists'>;
}
