import type { AgencyId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Booking, BookingPurpose, BookingState } from '../booking.ts';
import type { BudgetEntry } from '../entry.ts';
import type { LinePlace } from '../line.ts';
import type { UnitCost } from '../unit-cost.ts';

/** Lines of an agency with their counters, and its unit costs. */
export const agencyPartition = (agencyId: AgencyId): string => composeKey('BUDGET', agencyId);

export const lineKey = ({ agencyId, lineId }: LinePlace): Key => ({
  pk: agencyPartition(agencyId),
  sk: composeKey('LINE', lineId),
});
export const linePrefix = keyPrefix('LINE');
/** Lines of one year: an id begins with it. */
export const linesOf = (year: number): string => composeKey('LINE', `${year}.`);

export const costPrefix = keyPrefix('COST');
export const costKey = ({ agencyId, code, from }: UnitCost): Key => ({
  pk: agencyPartition(agencyId),
  sk: composeKey('COST', code, from),
});

export const bookingKey = ({ agencyId, lineId }: LinePlace, bookingId: string): Key => ({
  pk: composeKey('BUDGET-BOOKINGS', agencyId, lineId),
  sk: bookingId,
});

/** gsi1: bookings of a line in one state, by their last change. */
export const statePartition = ({ agencyId, lineId }: LinePlace, state: BookingState): string =>
  composeKey('BUDGET-STATE', agencyId, lineId, state);
export const stateSort = ({ updatedAt, bookingId }: Booking): string => composeKey(updatedAt, bookingId);

export const entryPartition = ({ agencyId, lineId }: LinePlace): string =>
  composeKey('BUDGET-ENTRIES', agencyId, lineId);
export const entryKey = (entry: BudgetEntry): Key => ({
  pk: entryPartition(entry),
  sk: composeKey(entry.at, entry.entryId),
});

export const coursePartition = (agencyId: AgencyId, year: string): string =>
  composeKey('BUDGET-COURSES', agencyId, year);
/** What a course has cost in the year of the line. */
export const courseKey = ({ agencyId, lineId }: LinePlace, courseId: string): Key => ({
  pk: coursePartition(agencyId, lineId.slice(0, 4)),
  sk: courseId,
});

export const purposePartition = (agencyId: AgencyId, year: string): string =>
  composeKey('BUDGET-PURPOSES', agencyId, year);
/** What was spent for something in the year of the line. */
export const purposeKey = ({ agencyId, lineId }: LinePlace, { kind, id }: BookingPurpose): Key => ({
  pk: purposePartition(agencyId, lineId.slice(0, 4)),
  sk: composeKey(kind, id),
});
