import type { AgencyId } from '@sinau/kernel';
import { type Item, parseKey } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Booking, type BookingId, bookingStates, purposeKinds } from '../booking.ts';
import { type BudgetEntry, entryKinds } from '../entry.ts';
import { type BudgetLine, type BudgetLineId, budgetSources } from '../line.ts';
import type { CourseCost, PurposeCost } from '../ports.ts';
import { costUnits, type UnitCost } from '../unit-cost.ts';
import { bookingKey, costKey, entryKey, lineKey, statePartition, stateSort } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const place = { agencyId: id<AgencyId>(), lineId: id<BudgetLineId>() };
const sums = { reserved: z.number(), committed: z.number(), spent: z.number() };

const lineRow = z.object({
  ...place,
  ...{ year: z.number(), code: z.string(), title: z.string(), source: z.enum(budgetSources) },
  account: z.string().exactOptional(),
  ...{ ceiling: z.number(), ...sums, room: z.number(), waiting: z.number() },
  running: z.number().default(0),
  ...{ people: z.number(), jp: z.number(), state: z.enum(['open', 'closed']) },
  ...{ createdAt: z.string(), updatedAt: z.string(), rev: z.number() },
});

const cause = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('enrolment'),
    ...{ registration: z.string(), courseId: z.string(), providerId: z.string() },
  }),
  z.object({ kind: z.literal('event'), eventId: z.string() }),
  z.object({
    ...{ kind: z.literal('hand'), reason: z.string(), evidence: z.string() },
    purpose: z.object({ kind: z.enum(purposeKinds), id: z.string() }).exactOptional(),
  }),
]);

const bookingRow = z.object({
  ...place,
  ...{ bookingId: id<BookingId>(), cause, amount: z.number(), state: z.enum(bookingStates) },
  ...{ people: z.number(), jp: z.number(), createdAt: z.string(), updatedAt: z.string() },
});

const entryRow = z.object({
  ...place,
  ...{ entryId: z.string(), at: z.string(), told: z.enum(entryKinds), ceiling: z.number() },
  sums: z.object(sums),
  bookingId: id<BookingId>().exactOptional(),
  cause: cause.exactOptional(),
  by: z.object({ id: z.string(), name: z.string(), as: z.enum(['agency', 'client']) }).exactOptional(),
  grounds: z.object({ reason: z.string(), evidence: z.string() }).exactOptional(),
});

const courseRow = z.object({ sk: z.string(), spent: z.number(), people: z.number(), jp: z.number() });

const costRow = z.object({
  ...{ agencyId: id<AgencyId>(), code: z.string(), title: z.string(), unit: z.enum(costUnits) },
  ...{ amount: z.number(), basis: z.string(), verified: z.boolean(), from: z.string() },
});

const lineKind = 'budget-line';

export const isLineRow = (row: Item): boolean => row.kind === lineKind;

/** `moves` counts every write of the row, so that each can be told of once. */
export const toLineRow = (line: BudgetLine): Item => ({
  ...lineKey(line),
  kind: lineKind,
  ...line,
  moves: 1,
});
export const movesOf = (row: Item): number => z.number().parse(row.moves);
export const readLineRow = (row: Item): BudgetLine => lineRow.parse(row);

export const toBookingRow = (booking: Booking): Item => ({
  ...bookingKey(booking, booking.bookingId),
  ...{ gsi1pk: statePartition(booking, booking.state), gsi1sk: stateSort(booking) },
  ...{ kind: 'budget-booking', ...booking },
});
export const readBooking = (row: Item): Booking => bookingRow.parse(row);

/** `kind` tells what a row is; that of the entry is told beside it. */
export function toEntryRow({ kind: told, ...entry }: BudgetEntry): Item {
  return { ...entryKey({ ...entry, kind: told }), kind: 'budget-entry', told, ...entry };
}
export function readEntry(row: Item): BudgetEntry {
  const { told: kind, ...entry } = entryRow.parse(row);
  return { ...entry, kind };
}

export function readCourse(row: Item): CourseCost {
  const { sk: courseId, ...cost } = courseRow.parse(row);
  return { courseId, ...cost };
}

const purposeRow = z.object({ sk: z.string(), spent: z.number() });
export function readPurpose(row: Item): PurposeCost {
  const { sk, spent } = purposeRow.parse(row);
  const [kind = '', id = ''] = parseKey(sk);
  return { purpose: { kind: z.enum(purposeKinds).parse(kind), id }, spent };
}

export const toCostRow = (cost: UnitCost): Item => ({ ...costKey(cost), kind: 'budget-unit-cost', ...cost });
export const readCost = (row: Item): UnitCost => costRow.parse(row);
