import { randomUUID } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Booking, BookingCause, BookingId, BookingState } from '../booking.ts';
import { bookingEffects } from '../booking-effects.ts';
import { type BudgetEntry, noSums } from '../entry.ts';
import { type BudgetLine, lineIdOf } from '../line.ts';
import type { BudgetStore } from '../ports.ts';

const createdAt = '2026-02-02T02:00:00.000Z';

/** What every adapter keeps. */
export function budgetStoreContract(adapter: string, open: () => Promise<BudgetStore>): void {
  describe(`budget lines on ${adapter}`, () => {
    let store: BudgetStore;
    let agencyId: AgencyId;
    beforeEach(async () => {
      store = await open();
      agencyId = randomUUID() as AgencyId;
    });

    const lineOf = (over: Partial<BudgetLine> = {}): BudgetLine => ({
      ...{ agencyId, lineId: lineIdOf(2026, 'DL.1'), year: 2026, code: 'DL.1', title: 'Pelatihan' },
      ...{ source: 'apbn', ceiling: 1_000, ...noSums, room: 1_000, waiting: 0, people: 0, jp: 0, running: 0 },
      ...{ state: 'open', createdAt, updatedAt: createdAt, rev: 1, ...over },
    });
    const told = (line: BudgetLine, kind: BudgetEntry['kind'], ceiling = 0): BudgetEntry => ({
      ...{ agencyId, lineId: line.lineId, entryId: `terms.${line.rev}`, at: line.updatedAt },
      ...{ kind, ceiling, sums: noSums },
    });
    async function opened(over: Partial<BudgetLine> = {}): Promise<BudgetLine> {
      const line = lineOf(over);
      expect(await store.create(line, told(line, 'opened', line.ceiling))).toBe('saved');
      return line;
    }
    const hand: BookingCause = { kind: 'hand', reason: 'Narasumber', evidence: 'SPK-1' };
    const bookingOf = (line: BudgetLine, over: Partial<Booking> = {}): Booking => ({
      ...{ agencyId, lineId: line.lineId, bookingId: randomUUID() as BookingId, cause: hand },
      ...{ amount: 100, state: 'reserved', people: 0, jp: 0, createdAt, updatedAt: createdAt, ...over },
    });
    function book(after: Booking, before?: Booking) {
      const { lineId, bookingId, cause, state: kind, updatedAt: at } = after;
      const { reserved, committed, spent } = bookingEffects(before, after);
      const entry: BudgetEntry = {
        ...{ agencyId, lineId, entryId: `${bookingId}.${kind}`, at, kind, ceiling: 0, bookingId, cause },
        sums: { reserved, committed, spent },
      };
      return store.book({ ...(before && { before }), after, entry });
    }
    const next = (one: Booking, state: BookingState, over: Partial<Booking> = {}): Booking => ({
      ...{ ...one, state, updatedAt: '2026-02-03T02:00:00.000Z', ...over },
    });

    it('opens a line of a code once a year, also when two do at once', async () => {
      const line = lineOf({ account: '522191' });
      const tries = await Promise.all([1, 2].map(() => store.create(line, told(line, 'opened', 1_000))));
      expect(tries.toSorted()).toEqual(['exists', 'saved']);
      expect(await store.find(line)).toEqual(line);
      await opened({ lineId: lineIdOf(2026, 'A'), code: 'A' });
      await opened({ lineId: lineIdOf(2027, 'A'), code: 'A', year: 2027 });
      expect((await store.list(agencyId, 2026)).map(({ code }) => code)).toEqual(['A', 'DL.1']);
      expect(await store.list(`${agencyId}x` as AgencyId, 2026)).toEqual([]);
    });

    it('moves money from reserved to committed to spent, and counts people and JP of what was spent', async () => {
      const line = await opened();
      const one = bookingOf(line);
      expect(await book(one)).toBe('done');
      expect(await store.find(line)).toMatchObject({ reserved: 100, committed: 0, spent: 0, room: 900 });
      const agreed = next(one, 'committed', { amount: 150 });
      expect(await book(agreed, one)).toBe('done');
      expect(await store.find(line)).toMatchObject({ reserved: 0, committed: 150, spent: 0, room: 850 });
      const paid = next(agreed, 'spent', { amount: 120, people: 3, jp: 1_200 });
      expect(await book(paid, agreed)).toBe('done');
      const counted = { reserved: 0, committed: 0, spent: 120, room: 880, people: 3, jp: 1_200 };
      expect(await store.find(line)).toMatchObject(counted);
      expect(await store.findBooking(line, one.bookingId)).toEqual(paid);
      expect(await book(next(paid, 'released'), paid)).toBe('done');
      expect(await store.find(line)).toMatchObject({ spent: 0, room: 1_000, people: 0, jp: 0 });
    });

    it('counts a step once, however often it comes, and lets one of two steps from one state through', async () => {
      const line = await opened();
      const one = bookingOf(line);
      const outcomes = await Promise.all([1, 2, 3].map(() => book(one)));
      expect(outcomes.toSorted()).toEqual(['changed', 'changed', 'done']);
      const both = await Promise.all([
        book(next(one, 'committed'), one),
        book(next(one, 'released', { updatedAt: '2026-02-04T02:00:00.000Z' }), one),
      ]);
      expect(both.toSorted()).toEqual(['changed', 'done']);
      const { reserved, committed, room } = (await store.find(line)) ?? line;
      expect([reserved, committed + room]).toEqual([0, 1_000]);
    });

    it('L12: gives the last rupiah to one of two who want it at once', async () => {
      const line = await opened({ ceiling: 150, room: 150 });
      const outcomes = await Promise.all([1, 2].map(() => book(bookingOf(line))));
      expect(outcomes.toSorted()).toEqual(['done', 'no-room']);
      expect(await store.find(line)).toMatchObject({ reserved: 100, room: 50 });
    });

    it('takes no more for a step than there is', async () => {
      const line = await opened({ ceiling: 150, room: 150 });
      const one = bookingOf(line);
      await book(one);
      expect(await book(next(one, 'committed', { amount: 151 }), one)).toBe('no-room');
      expect(await book(next(one, 'committed', { amount: 150 }), one)).toBe('done');
      expect(await store.find(line)).toMatchObject({ reserved: 0, committed: 150, room: 0 });
    });

    it('binds nothing more on a closed line, and lets what is bound go on', async () => {
      const line = await opened();
      const one = bookingOf(line);
      await book(one);
      const closed = lineOf({ state: 'closed', rev: 2, updatedAt: '2026-02-03T02:00:00.000Z' });
      expect(await store.change({ before: line, after: closed, entry: told(closed, 'closed') })).toBe(
        'saved',
      );
      expect(await book(bookingOf(line))).toBe('no-room');
      expect(await book(next(one, 'spent'), one)).toBe('done');
      expect(await store.find(line)).toMatchObject({ state: 'closed', spent: 100, room: 900 });
      expect(await book(bookingOf(lineOf({ lineId: lineIdOf(2026, 'none') })))).toBe('no-room');
    });

    it('sets ceilings over what was read alone, and never below what is bound', async () => {
      const line = await opened({ account: '522191' });
      await book(bookingOf(line, { amount: 600 }));
      const at = (rev: number) => ({ rev, updatedAt: `2026-02-0${rev}T02:00:00.000Z` });
      const low = lineOf({ ceiling: 599, ...at(2) });
      expect(await store.change({ before: line, after: low, entry: told(low, 'ceiling', -401) })).toBe(
        'too-low',
      );
      const { account: _, ...plain } = lineOf({ ceiling: 600, title: 'Diklat', ...at(2) });
      expect(await store.change({ before: line, after: plain, entry: told(plain, 'ceiling', -400) })).toBe(
        'saved',
      );
      const found = await store.find(line);
      expect(found).toEqual({ ...plain, reserved: 600, room: 0 });
      const late = lineOf({ ceiling: 5_000, ...at(3) });
      expect(await store.change({ before: line, after: late, entry: told(late, 'ceiling', 4_000) })).toBe(
        'changed',
      );
    });

    it('lets either a lower ceiling or a booking through when both want the same room', async () => {
      const line = await opened({ ceiling: 100, room: 100 });
      const low = lineOf({ ceiling: 0, rev: 2, updatedAt: '2026-02-03T02:00:00.000Z' });
      const outcomes = await Promise.all([
        book(bookingOf(line)),
        store.change({ before: line, after: low, entry: told(low, 'ceiling', -100) }),
      ]);
      expect([
        ['done', 'too-low'],
        ['no-room', 'saved'],
      ]).toContainEqual(outcomes);
      const { ceiling, reserved, room } = (await store.find(line)) ?? line;
      expect(room).toBe(ceiling - reserved);
    });

    it('lists bookings by state and entries, the newest first and page by page', async () => {
      const line = await opened();
      const days = [1, 2, 3].map((n) => `2026-03-0${n}T00:00:00.000Z`);
      const all = days.map((at) => bookingOf(line, { createdAt: at, updatedAt: at }));
      for (const one of all) expect(await book(one)).toBe('done');
      const [first, second, third] = all as [Booking, Booking, Booking];
      const paid = next(second, 'spent', { updatedAt: '2026-03-04T00:00:00.000Z' });
      expect(await book(paid, second)).toBe('done');
      await expect
        .poll(async () => (await store.listBookings(line, 'reserved', { limit: 5 })).bookings)
        .toEqual([third, first]);
      expect((await store.listBookings(line, 'spent', { limit: 5 })).bookings).toEqual([paid]);
      const page = await store.listBookings(line, 'reserved', { limit: 1 });
      expect(page.bookings).toEqual([third]);
      const rest = await store.listBookings(line, 'reserved', { limit: 1, after: page.next ?? '' });
      expect(rest.bookings).toEqual([first]);
      const newest = await store.listEntries(line, { limit: 2 });
      expect(newest.entries.map(({ kind }) => kind)).toEqual(['spent', 'reserved']);
      const older = await store.listEntries(line, { limit: 9, after: newest.next ?? '' });
      expect(older.entries.map(({ kind }) => kind)).toEqual(['reserved', 'reserved', 'opened']);
      expect(older.entries.at(-1)).toEqual(told(line, 'opened', 1_000));
    });

    it('sums up what seats of a course have cost once they were used', async () => {
      const line = await opened();
      const cause: BookingCause = {
        ...{ kind: 'enrolment', registration: 'r', courseId: 'kursus', providerId: 'univ' },
      };
      const [one, two, three] = [bookingOf(line, { cause }), bookingOf(line, { cause }), bookingOf(line)];
      for (const each of [one, two, three]) await book(each);
      await book(next(one, 'spent', { people: 1, jp: 400 }), one);
      await book(next(two, 'released'), two);
      await book(next(three, 'spent', { people: 5, jp: 10 }), three);
      expect(await store.courseCosts(agencyId, 2026)).toEqual([
        { courseId: 'kursus', spent: 100, people: 1, jp: 400 },
      ]);
      expect(await store.courseCosts(agencyId, 2025)).toEqual([]);
    });

    it('sums up what was spent for what bookings name, in the year of their lines', async () => {
      const [line, later] = [await opened(), await opened({ lineId: lineIdOf(2027, 'DL.1'), year: 2027 })];
      const seminar = { kind: 'event', id: 'e-1' } as const;
      const item = { kind: 'plan-item', id: 'e-1' } as const;
      const named = (of: BudgetLine, amount: number, purpose: typeof seminar | typeof item) =>
        bookingOf(of, { amount, cause: { ...hand, purpose } });
      const reserved = named(line, 100, seminar);
      await book(reserved);
      expect(await store.purposeCosts(agencyId, 2026)).toEqual([]);
      const paid = next(reserved, 'spent', { amount: 80 });
      expect(await book(paid, reserved)).toBe('done');
      expect(await book(paid, reserved)).toBe('changed');
      await book({ ...named(line, 50, seminar), state: 'spent' });
      await book({ ...named(line, 30, item), state: 'spent' });
      await book({ ...named(later, 7, seminar), state: 'spent' });
      await book({ ...bookingOf(line), state: 'spent' });
      const costs = async (year: number) =>
        (await store.purposeCosts(agencyId, year))
          .map(({ purpose, spent }) => `${purpose.kind} ${purpose.id} ${spent}`)
          .toSorted();
      expect(await costs(2026)).toEqual(['event e-1 130', 'plan-item e-1 30']);
      expect(await costs(2027)).toEqual(['event e-1 7']);
      expect(await store.findBooking(line, paid.bookingId)).toEqual(paid);
      await book(next(paid, 'released'), paid);
      expect(await costs(2026)).toEqual(['event e-1 50', 'plan-item e-1 30']);
      expect(await store.purposeCosts(`${agencyId}x` as AgencyId, 2026)).toEqual([]);
    });

    it('keeps unit costs by code and first day', async () => {
      const cost = {
        ...{ agencyId, code: 'classroom-jp', title: 'Tatap muka', unit: 'jp' as const, amount: 90_000 },
        ...{ basis: 'Kontrak 2025', verified: true, from: '2026-01-01' },
      };
      expect(await store.addUnitCost(cost)).toBe('saved');
      expect(await store.addUnitCost({ ...cost, amount: 1 })).toBe('exists');
      expect(await store.addUnitCost({ ...cost, from: '2026-07-01' })).toBe('saved');
      const found = await store.unitCosts(agencyId);
      expect(found).toContainEqual(cost);
      expect(found).toHaveLength(2);
      expect(await store.list(agencyId, 2026)).toEqual([]);
    });
  });
}
