import type { AgencyId, AtomicCompanion } from '@sinau/kernel';
import { type Booking, purposeOf } from '../booking.ts';
import { type BookingEffects, bookingEffects } from '../booking-effects.ts';
import type { BudgetEntry } from '../entry.ts';
import { type BudgetLine, type BudgetLineId, boundOf, type LinePlace } from '../line.ts';
import type { BudgetStore, CourseCost, PageOf, PurposeCost } from '../ports.ts';
import { type SeatMove, seatStep } from '../seat-booking.ts';
import type { UnitCost } from '../unit-cost.ts';

const at = ({ agencyId, lineId }: LinePlace): string => JSON.stringify([agencyId, lineId]);

/** The port on maps; passes the same contract suite as the DynamoDB adapter. */
export const memoryBudgetStore = (): BudgetStore => memoryBudget().budgets;

/** The store, and what seats bind of its lines, for enrolments in memory. */
export function memoryBudget() {
  const lines = new Map<string, BudgetLine>();
  const bookings = new Map<string, Booking>();
  const entries: BudgetEntry[] = [];
  const courses = new Map<string, CourseCost>();
  const purposes = new Map<string, PurposeCost>();
  const costs = new Map<string, UnitCost>();

  function countCause({ agencyId, lineId, cause }: Booking, { spent, people, jp }: BookingEffects): void {
    if (spent === 0) return;
    const year = lineId.slice(0, 4);
    if (cause.kind !== 'enrolment') {
      const purpose = purposeOf(cause);
      const key = JSON.stringify([agencyId, year, purpose?.kind, purpose?.id]);
      if (purpose) purposes.set(key, { purpose, spent: (purposes.get(key)?.spent ?? 0) + spent });
      return;
    }
    const { courseId } = cause;
    const key = JSON.stringify([agencyId, year, courseId]);
    const known = courses.get(key) ?? { courseId, spent: 0, people: 0, jp: 0 };
    courses.set(key, {
      ...{ courseId, spent: known.spent + spent, people: known.people + people, jp: known.jp + jp },
    });
  }

  const fits = (line: BudgetLine | undefined, room: number): line is BudgetLine =>
    line !== undefined && (room >= 0 || (line.state === 'open' && line.room + room >= 0));

  const budgets: BudgetStore = {
    find: async (place) => lines.get(at(place)),
    list: async (agencyId, year) =>
      [...lines.values()]
        .filter((line) => line.agencyId === agencyId && line.year === year)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    async create(line, entry) {
      if (lines.has(at(line))) return 'exists';
      lines.set(at(line), line);
      entries.push(entry);
      return 'saved';
    },
    async change({ before, after, entry }) {
      const known = lines.get(at(before));
      if (known?.rev !== before.rev) return 'changed';
      if (after.ceiling < boundOf(known)) return 'too-low';
      const { reserved, committed, spent, waiting, people, jp, running } = known;
      const room = after.ceiling - boundOf(known);
      lines.set(at(after), { ...after, reserved, committed, spent, waiting, people, jp, running, room });
      entries.push(entry);
      return 'saved';
    },
    findBooking: async (place, bookingId) => bookings.get(`${at(place)} ${bookingId}`),
    async book({ before, after, entry }) {
      const key = `${at(after)} ${after.bookingId}`;
      const known = bookings.get(key);
      if (known?.state !== before?.state || known?.amount !== before?.amount) return 'changed';
      const effects = bookingEffects(before, after);
      const line = lines.get(at(after));
      if (!fits(line, effects.room)) return 'no-room';
      lines.set(at(after), moved(line, effects));
      countCause(after, effects);
      bookings.set(key, after);
      entries.push(entry);
      return 'done';
    },
    async listBookings(place, state, page) {
      const found = [...bookings.values()]
        .filter((one) => at(one) === at(place) && one.state === state)
        .toSorted(newestFirst((one) => `${one.updatedAt} ${one.bookingId}`));
      const { rows, ...more } = pageOf(found, page);
      return { bookings: rows, ...more };
    },
    async listEntries(place, page) {
      const found = entries
        .filter((one) => at(one) === at(place))
        .toSorted(newestFirst((one) => `${one.at} ${one.entryId}`));
      const { rows, ...more } = pageOf(found, page);
      return { entries: rows, ...more };
    },
    courseCosts: async (agencyId, year) =>
      [...courses].flatMap(([key, cost]) =>
        key.startsWith(JSON.stringify([agencyId, String(year)]).slice(0, -1)) ? [cost] : [],
      ),
    purposeCosts: async (agencyId, year) =>
      [...purposes].flatMap(([key, cost]) =>
        cost.spent > 0 && key.startsWith(JSON.stringify([agencyId, String(year)]).slice(0, -1)) ? [cost] : [],
      ),
    unitCosts: async (agencyId) => [...costs.values()].filter((one) => one.agencyId === agencyId),
    async addUnitCost(cost) {
      const key = JSON.stringify([cost.agencyId, cost.code, cost.from]);
      if (costs.has(key)) return 'exists';
      costs.set(key, cost);
      return 'saved';
    },
  };

  const seats = {
    find: async (agencyId: AgencyId, lineId: BudgetLineId) => lines.get(at({ agencyId, lineId })),
    waitedFor: async (agencyId: AgencyId) =>
      [...lines.values()].flatMap((line) =>
        line.agencyId === agencyId && line.waiting > 0 ? [line.lineId] : [],
      ),
    moving(move: SeatMove): AtomicCompanion {
      const step = move.booking && seatStep(move, move.booking);
      const effects = step && bookingEffects(step.before, step.after);
      const key = step && `${at(move)} ${step.after.bookingId}`;
      const holds = () => {
        const line = lines.get(at(move));
        const known = key === undefined ? undefined : bookings.get(key)?.state;
        return fits(line, effects?.room ?? 0) && isFair(line, move) && known === step?.before?.state;
      };
      const apply = () => {
        const line = lines.get(at(move));
        if (!line) return;
        lines.set(at(move), { ...moved(line, effects ?? nothing), waiting: line.waiting + move.waiting });
        if (!step || !effects || key === undefined) return;
        countCause(step.after, effects);
        bookings.set(key, step.after);
        entries.push(step.entry);
      };
      return { writes: [{ holds, apply }] };
    },
  };
  return { budgets, seats };
}

const nothing: BookingEffects = {
  ...{ reserved: 0, committed: 0, spent: 0, room: 0, people: 0, jp: 0, running: 0 },
};

const moved = (line: BudgetLine, effects: BookingEffects): BudgetLine => ({
  ...line,
  ...{ room: line.room + effects.room, reserved: line.reserved + effects.reserved },
  ...{ committed: line.committed + effects.committed, spent: line.spent + effects.spent },
  ...{ people: line.people + effects.people, jp: line.jp + effects.jp },
  running: line.running + effects.running,
});

function isFair({ room, waiting, state }: BudgetLine, { rule, price = 0 }: SeatMove): boolean {
  if (rule === 'unclaimed') return waiting === 0;
  return rule !== 'needed' || room < price || waiting > 0 || state === 'closed';
}

const newestFirst =
  <Row>(keyOf: (row: Row) => string) =>
  (a: Row, b: Row) =>
    keyOf(a) > keyOf(b) ? -1 : 1;

function pageOf<Row>(all: readonly Row[], { limit, after }: PageOf) {
  const start = after === undefined ? 0 : Number(after);
  const rows = all.slice(start, start + limit);
  return { rows, ...(start + limit < all.length && { next: String(start + limit) }) };
}
