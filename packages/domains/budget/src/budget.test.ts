import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookByHand, stepByHand } from './book-by-hand.ts';
import type { Booking, BookingId } from './booking.ts';
import { bookingEffects } from './booking-effects.ts';
import { lineIdOf, newLineSchema } from './line.ts';
import { changeTerms, listLines, openLine, openOrCloseLine, readLine, setCeiling } from './lines.ts';
import type { BookingPurposes } from './ports.ts';
import { listBookings } from './read-line.ts';
import { memoryBudgetStore } from './testing/index.ts';
import { unitCostsOn } from './unit-cost.ts';
import { addUnitCost, listUnitCosts } from './unit-costs.ts';

const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'] },
  agencyId: 'bkd' as AgencyId,
};
const lineId = lineIdOf(2026, 'DL.1');
const grounds = { reason: 'Honor narasumber', evidence: 'SPK-12/2026' };

describe('budget lines', () => {
  let deps: ReturnType<typeof setUp>;
  const setUp = () => ({ budgets: memoryBudgetStore(), clock: fixedClock(), ids: countedIds() });
  const where = { principal, lineId };
  beforeEach(async () => {
    deps = setUp();
    await openLine(deps, {
      principal,
      request: { year: 2026, code: 'DL.1', title: 'Diklat', source: 'apbd', ceiling: 1_000_000 },
    });
  });
  const book = (amount: number, bookingId?: string) =>
    bookByHand(deps, {
      ...{ ...where, request: { kind: 'reserved', amount, ...grounds } },
      ...(bookingId !== undefined && { bookingId: bookingId as BookingId }),
    });

  it('answers strangers as if there were nothing (case C2)', async () => {
    const refused = { code: 'budget.not-found' };
    const strangers: readonly PersonPrincipal[] = [
      { ...principal, roles: ['learner', 'supervisor'] },
      { ...principal, agencyId: 'other' as AgencyId },
    ];
    for (const stranger of strangers)
      await expect(readLine(deps, { principal: stranger, lineId })).rejects.toMatchObject(refused);
    const provider = {
      ...{ kind: 'client' as const, clientId: 'c', name: 'C', scopes: [] },
      tenant: { kind: 'platform' as const },
    };
    await expect(listLines(deps, { principal: provider, year: 2026 })).rejects.toMatchObject(refused);
  });

  it('names an event or an item of the plan that there is, and nothing else', async () => {
    const purposes: BookingPurposes = {
      titleOf: async ({ agencyId, year, purpose }) =>
        agencyId === 'bkd' && year === 2026 && purpose.id === 'e-1' ? 'Seminar' : undefined,
    };
    const request = { kind: 'spent', amount: 100, ...grounds } as const;
    const name = (id: string, more = {}) =>
      bookByHand(
        { ...deps, purposes, ...more },
        { ...where, request: { ...request, purpose: { kind: 'event', id } } },
      );
    expect((await name('e-1')).cause).toEqual({
      kind: 'hand',
      ...grounds,
      purpose: { kind: 'event', id: 'e-1' },
    });
    const refused = { code: 'request.invalid', issues: [{ path: '/purpose' }] };
    await expect(name('e-2')).rejects.toMatchObject(refused);
    await expect(name('e-1', { purposes: undefined })).rejects.toMatchObject(refused);
    expect(await readLine(deps, where)).toMatchObject({ spent: 100 });
  });

  it('tells how much is left when there is too little, and that a line is closed', async () => {
    await book(999_000);
    await expect(book(1_001)).rejects.toMatchObject({ code: 'budget.no-room', room: 1_000 });
    const { rev } = await readLine(deps, where);
    await openOrCloseLine(deps, { ...where, request: { rev, state: 'closed', ...grounds } });
    await expect(book(1)).rejects.toMatchObject({ code: 'budget.line-closed' });
  });

  it('binds once for one form, and refuses another form under its id', async () => {
    const first = await book(5_000, 'form-1');
    expect(await book(5_000, 'form-1')).toEqual(first);
    await expect(book(6_000, 'form-1')).rejects.toMatchObject({ code: 'budget.changed' });
    expect(await readLine(deps, where)).toMatchObject({ reserved: 5_000, room: 995_000 });
  });

  it('takes a step once, with the amount that was paid, and no step that there is not', async () => {
    const { bookingId } = await book(5_000);
    const request = { from: 'reserved', to: 'spent', amount: 4_500, people: 2, jp: 800, ...grounds } as const;
    expect(await stepByHand(deps, { ...where, bookingId, request })).toMatchObject({ amount: 4_500 });
    await expect(stepByHand(deps, { ...where, bookingId, request })).rejects.toMatchObject({
      code: 'budget.changed',
    });
    const back = { from: 'spent', to: 'committed', ...grounds } as const;
    await expect(stepByHand(deps, { ...where, bookingId, request: back })).rejects.toMatchObject({
      issues: [{ path: '/to', message: 'must be one of released' }],
    });
    expect(await readLine(deps, where)).toMatchObject({ spent: 4_500, people: 2, jp: 800, room: 995_500 });
    const { bookings } = await listBookings(deps, { ...where, state: 'spent', page: { limit: 5 } });
    expect(bookings.map(({ amount }) => amount)).toEqual([4_500]);
  });

  it('leaves what a seat has bound to its enrolment', async () => {
    const at = deps.clock.now().toISOString();
    const after: Booking = {
      ...{
        agencyId: 'bkd' as AgencyId,
        lineId,
        bookingId: 'r-1' as BookingId,
        amount: 10,
        state: 'reserved',
      },
      ...{ cause: { kind: 'enrolment', registration: 'r-1', courseId: 'k', providerId: 'u' } },
      ...{ people: 0, jp: 0, createdAt: at, updatedAt: at },
    };
    const { reserved, committed, spent } = bookingEffects(undefined, after);
    await deps.budgets.book({
      after,
      entry: {
        ...{ agencyId: after.agencyId, lineId, entryId: 'r-1.reserved', at, kind: 'reserved', ceiling: 0 },
        sums: { reserved, committed, spent },
      },
    });
    const request = { from: 'reserved', to: 'released', ...grounds } as const;
    await expect(stepByHand(deps, { ...where, bookingId: after.bookingId, request })).rejects.toMatchObject({
      code: 'budget.of-seat',
    });
  });

  it('raises and lowers a ceiling, never below what is bound, and over what was read alone', async () => {
    await book(400_000);
    const set = (ceiling: number, rev: number) =>
      setCeiling(deps, { ...where, request: { ceiling, rev, ...grounds } });
    await expect(set(399_999, 1)).rejects.toMatchObject({
      code: 'budget.ceiling-too-low',
      issues: [{ path: '/ceiling', message: 'must be at least 400000' }],
    });
    expect(await set(400_000, 1)).toMatchObject({ room: 0, rev: 2 });
    await expect(set(2_000_000, 1)).rejects.toMatchObject({ code: 'budget.changed' });
    const request = { rev: 2, title: 'Diklat teknis', source: 'apbn', account: '522191' } as const;
    expect(await changeTerms(deps, { ...where, request })).toMatchObject({ title: 'Diklat teknis', rev: 3 });
    const { entries } = await deps.budgets.listEntries(await readLine(deps, where), { limit: 9 });
    expect(entries.map(({ kind, ceiling, by }) => [kind, ceiling, by?.name])).toContainEqual([
      'ceiling',
      -600_000,
      'Rina',
    ]);
  });

  it('refuses a second line of a code in a year, and amounts that are no whole rupiah', async () => {
    const line = { year: 2026, code: 'DL.1', title: 'Diklat', source: 'apbn', ceiling: 5 } as const;
    await expect(openLine(deps, { principal, request: line })).rejects.toMatchObject({
      code: 'budget.line-exists',
    });
    for (const ceiling of [-1, 0.5, Number.NaN, 10_000_000_000_001])
      expect(newLineSchema.safeParse({ ...line, ceiling }).success).toBe(false);
    for (const code of ['', '=1', 'a b', 'x'.repeat(41)])
      expect(newLineSchema.safeParse({ ...line, code }).success).toBe(false);
  });

  it('holds each unit cost from its first day until the next', async () => {
    const cost = {
      ...({ code: 'classroom-jp', title: 'Tatap muka', unit: 'jp', amount: 90_000 } as const),
      ...{ basis: 'Kontrak 2025', verified: true, from: '2026-01-01' },
    };
    await addUnitCost(deps, { principal, request: cost });
    await addUnitCost(deps, { principal, request: { ...cost, amount: 95_000, from: '2026-07-01' } });
    await expect(addUnitCost(deps, { principal, request: cost })).rejects.toMatchObject({
      issues: [{ path: '/from' }],
    });
    const { all, current } = await listUnitCosts(deps, { principal, day: '2026-06-30' });
    expect(current.map(({ amount }) => amount)).toEqual([90_000]);
    expect(unitCostsOn(all, '2026-07-01').map(({ amount }) => amount)).toEqual([95_000]);
    expect(unitCostsOn(all, '2025-12-31')).toEqual([]);
  });
});

describe('bookingEffects', () => {
  const one = { state: 'reserved', amount: 100, people: 0, jp: 0 } as const;

  it('never makes or loses money: what is bound and the room move against each other', () => {
    const spent = { ...one, state: 'spent', amount: 120, people: 1, jp: 400 } as const;
    expect(bookingEffects(undefined, one)).toMatchObject({ reserved: 100, room: -100 });
    expect(bookingEffects(one, spent)).toEqual({
      ...{ reserved: -100, committed: 0, spent: 120, room: -20, people: 1, jp: 400, running: 0 },
    });
    expect(bookingEffects(spent, { ...spent, state: 'released' })).toMatchObject({ spent: -120, room: 120 });
  });

  it('knows no step back and none that begins released', () => {
    const committed = { ...one, state: 'committed' } as const;
    expect(() => bookingEffects(committed, one)).toThrow('a booking never goes from committed to reserved');
    expect(() => bookingEffects(undefined, { ...one, state: 'released' })).toThrow(
      'from nothing to released',
    );
  });
});
