import { randomUUID } from 'node:crypto';
import { type BudgetStore, boundOf, lineIdOf, openLine, openOrCloseLine, setCeiling } from '@sinau/budget';
import { createBudgetStore, createSeatBudget } from '@sinau/budget/dynamo';
import { memoryBudget } from '@sinau/budget/testing';
import {
  type BudgetLineId,
  cancelEnrolment,
  completeEnrolment,
  type EnrolmentStore,
  endForProvider,
  enrolLearner,
  promoteLine,
  promoteQuota,
  promoteWaiting,
  type QuotaStore,
  type Registration,
  type SeatBudget,
} from '@sinau/enrolment';
import { type DecisionRequest, decideRequest } from '@sinau/enrolment/desk';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { createQuota, nameBudgetLine } from '@sinau/enrolment/quotas';
import { memoryCosts, memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnrolmentStore } from './enrolment-store.ts';

interface Stores {
  readonly enrolments: EnrolmentStore;
  readonly quotas: QuotaStore;
  readonly budgets: BudgetStore;
  readonly budget: SeatBudget;
}

function inMemory(): Stores {
  const costs = memoryCosts();
  const { budgets, seats } = memoryBudget();
  const enrolments = memoryEnrolmentStore({ costs, budget: seats });
  return { enrolments, quotas: costs.store, budgets, budget: seats };
}

const price = 250_000;
const grounds = { reason: 'Revisi anggaran', evidence: 'REV-1' };

async function open(
  stores: Stores,
  given: { readonly ceiling: number; readonly whenFull?: 'wait' | 'refuse' },
) {
  const agencyId = randomUUID() as AgencyId;
  const providerId = 'univ' as ProviderId;
  const courseId = randomUUID();
  /** Costs three times as much. */
  const dearId = randomUUID();
  /** Of no quota, and somebody has to approve. */
  const askedId = randomUUID();
  const free = { isFree: false };
  let ms = Date.UTC(2026, 2, 2);
  const deps = {
    ...stores,
    invitations: { find: async () => undefined },
    courses: {
      openVersion: async (id: string) => ({
        ...{ version: 1, providerId },
        admission: { mode: id === askedId ? ('approval' as const) : ('open' as const) },
        price: free.isFree ? 0 : id === dearId ? 3 * price : price,
      }),
    },
    clock: {
      now: () => {
        ms += 1;
        return new Date(ms);
      },
    },
    ids: { uuid: () => randomUUID(), token: () => randomUUID() },
    digest: { sha256: String, sha1: String },
    hours: { statedJp: async () => 400 as Jp },
    learners: { placeOf: async () => ({ agencyId }), teamOf: async () => [] },
  };
  const admin: PersonPrincipal = {
    ...{ kind: 'person', personId: 'admin' as PersonId, name: 'Admin', roles: ['agency-admin'], agencyId },
  };
  const line = { year: 2026, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: given.ceiling } as const;
  await openLine(deps, { principal: admin, request: line });
  const lineId = lineIdOf(2026, 'DL');
  const quotaOf = (id: string, seats = 1_000) =>
    createQuota(deps, {
      ...{ principal: admin, agencyId },
      request: {
        ...{ target: { kind: 'course', courseId: id }, from: '2026-01-01', to: '2026-12-31', seats },
        ...{ payer: 'agency', whenFull: given.whenFull ?? 'wait' },
      },
    });
  const { quotaId, rev } = await quotaOf(courseId);
  const name = (budgetLine: string | undefined, of = rev) =>
    nameBudgetLine(deps, {
      ...{ principal: admin, agencyId, quotaId },
      request: { rev: of, ...(budgetLine !== undefined && { budgetLine }) },
    });
  await name(lineId);
  const dear = await quotaOf(dearId);
  const naming = { principal: admin, agencyId, quotaId: dear.quotaId };
  await nameBudgetLine(deps, { ...naming, request: { rev: dear.rev, budgetLine: lineId } });
  const learner = (): PersonPrincipal => ({
    ...{ kind: 'person', personId: randomUUID() as PersonId, name: 'P', roles: ['learner'], agencyId },
  });
  const place = { agencyId, lineId: lineId as string as BudgetLineId };
  return {
    ...{ deps, admin, agencyId, courseId, dearId, askedId, free, lineId, learner, name, place, quotaOf },
    decide: (registration: Registration, request: DecisionRequest, principal = admin) =>
      decideRequest(deps, { principal, registration, request }),
    quotaIds: [quotaId, dear.quotaId],
    enrol: (principal: PersonPrincipal, id = courseId) =>
      enrolLearner(deps, { principal, request: { courseId: id } }),
    leave: (principal: PersonPrincipal, id = courseId) => cancelEnrolment(deps, { principal, courseId: id }),
    complete: (registration: Registration) =>
      completeEnrolment(deps, { registration, completedAt: '2026-03-09T00:00:00.000Z' }),
    line: async () => {
      const found = await deps.budgets.find({ agencyId, lineId });
      if (!found) throw new Error('the line is gone');
      return found;
    },
    current: (principal: PersonPrincipal, id = courseId) =>
      deps.enrolments.findCurrent(principal.personId, id),
  };
}

function seatsAndBudgets(adapter: string, stores: () => Stores, runs: number): void {
  describe(`seats that a budget pays on ${adapter}`, () => {
    it('gives the last rupiah to one of two who enrol at once, and tells the other which line has no room', async () => {
      const world = await open(stores(), { ceiling: price, whenFull: 'refuse' });
      const tries = await Promise.allSettled([1, 2].map(() => world.enrol(world.learner())));
      expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const lost = tries.find((one) => one.status === 'rejected');
      expect(lost?.reason).toMatchObject({ code: 'enrolment.budget-used-up' });
      expect(String(lost?.reason)).toContain('The budget line DL "Diklat"');
      expect(await world.line()).toMatchObject({ reserved: price, room: 0, waiting: 0 });
    });

    it('reserves with the seat, commits with the word of the provider, and spends with the completion', async () => {
      const world = await open(stores(), { ceiling: 1_000_000 });
      const { registration } = await world.enrol(world.learner());
      expect(await world.line()).toMatchObject({ reserved: price, committed: 0, spent: 0 });
      const at = '2026-03-03T00:00:00.000Z';
      await world.deps.enrolments.commitCharge(registration, at);
      await world.deps.enrolments.commitCharge(registration, at);
      expect(await world.line()).toMatchObject({ reserved: 0, committed: price, spent: 0 });
      await world.complete(registration);
      await world.complete(registration);
      const done = { reserved: 0, committed: 0, spent: price, room: 750_000, people: 1, jp: 400 };
      expect(await world.line()).toMatchObject(done);
      expect(await world.deps.budgets.courseCosts(world.agencyId, 2026)).toEqual([
        { courseId: world.courseId, spent: price, people: 1, jp: 400 },
      ]);
      const { entries } = await world.deps.budgets.listEntries(await world.line(), { limit: 9 });
      expect(entries.map(({ kind }) => kind)).toEqual(['spent', 'committed', 'reserved', 'opened']);
    });

    it('lets people wait for room, the longest first, and gives it to them when it comes', async () => {
      const world = await open(stores(), { ceiling: price });
      const [first, second, third] = [world.learner(), world.learner(), world.learner()];
      await world.enrol(first);
      expect(await world.enrol(second)).toMatchObject({
        ...{ state: 'waiting', waitingBudget: { lineId: world.lineId, price } },
      });
      await world.enrol(third);
      expect(await world.line()).toMatchObject({ waiting: 2, reserved: price });
      const waits = await world.current(third);
      expect(waits && (await world.deps.enrolments.waitingBefore(waits, 10))).toBe(1);
      await world.leave(first);
      expect(await world.current(second)).toMatchObject({ state: 'active' });
      expect((await world.current(second))?.waitingBudget).toBeUndefined();
      expect(await world.line()).toMatchObject({ waiting: 1, reserved: price, room: 0 });
      const { rev } = await world.line();
      const where = { principal: world.admin, lineId: world.lineId };
      await setCeiling(world.deps, { ...where, request: { rev, ceiling: 2 * price, ...grounds } });
      expect(await promoteLine(world.deps, world.place)).toHaveLength(1);
      expect(await world.line()).toMatchObject({ waiting: 0, reserved: 2 * price, room: 0 });
    });

    it('holds up nobody any longer once whoever wanted more than there is has left the list', async () => {
      const world = await open(stores(), { ceiling: price });
      const [first, second] = [world.learner(), world.learner()];
      expect(await world.enrol(first, world.dearId)).toMatchObject({ state: 'waiting' });
      expect(await world.enrol(second)).toMatchObject({ state: 'waiting' });
      expect(await world.line()).toMatchObject({ waiting: 2, room: price });
      await world.leave(first, world.dearId);
      expect(await world.current(second)).toMatchObject({ state: 'active' });
      expect(await world.line()).toMatchObject({ waiting: 0, reserved: price });
    });

    it('binds nothing on a closed line, and leaves those who have a seat in it', async () => {
      const world = await open(stores(), { ceiling: 10 * price });
      const first = await world.enrol(world.learner());
      const { rev } = await world.line();
      const where = { principal: world.admin, lineId: world.lineId };
      await openOrCloseLine(world.deps, { ...where, request: { rev, state: 'closed', ...grounds } });
      expect(await world.enrol(world.learner())).toMatchObject({ state: 'waiting' });
      await world.complete(first.registration);
      expect(await world.line()).toMatchObject({ spent: price, waiting: 1 });
      await openOrCloseLine(world.deps, { ...where, request: { rev: rev + 1, state: 'open', ...grounds } });
      await promoteLine(world.deps, world.place);
      expect(await world.line()).toMatchObject({ reserved: price, waiting: 0 });
    });

    it('lets whoever waits go by what holds once the quota names no line any more', async () => {
      const world = await open(stores(), { ceiling: 0 });
      const one = world.learner();
      expect(await world.enrol(one)).toMatchObject({ state: 'waiting' });
      await world.name(undefined, 2);
      expect(await world.current(one)).toMatchObject({ state: 'active' });
      expect(await world.line()).toMatchObject({ reserved: 0, waiting: 0 });
      await world.leave(one);
      expect(await world.line()).toMatchObject({ reserved: 0, room: 0 });
    });

    it('names lines of the agency, of the year of the quota, and over what was read alone', async () => {
      const world = await open(stores(), { ceiling: 0 });
      await expect(world.name('2026.NONE', 2)).rejects.toMatchObject({ issues: [{ path: '/budgetLine' }] });
      await openLine(world.deps, {
        principal: world.admin,
        request: { year: 2027, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: 5 },
      });
      await expect(world.name('2027.DL', 2)).rejects.toMatchObject({ issues: [{ path: '/to' }] });
      await expect(world.name(world.lineId, 1)).rejects.toMatchObject({ code: 'enrolment.quota-conflict' });
    });

    it('binds a seat on the line that whoever approves chooses, also where no quota names one', async () => {
      const world = await open(stores(), { ceiling: price });
      const request = async () => (await world.enrol(world.learner(), world.askedId)).registration;
      // By itself no line pays: no quota counts the course.
      const plain = await world.decide(await request(), { decision: 'approve' });
      expect(plain.charge?.budgetLine).toBeUndefined();
      const registration = await request();
      const approve = { decision: 'approve', budgetLine: world.lineId } as const;
      const seat = await world.decide(registration, approve);
      expect(seat).toMatchObject({
        ...{ state: 'active', charge: { budgetLine: world.lineId, price } },
        decision: { budgetLine: world.lineId, by: 'admin', approved: true },
      });
      expect(await world.line()).toMatchObject({ reserved: price, room: 0 });
      const { bookings } = await world.deps.budgets.listBookings(await world.line(), 'reserved', {
        limit: 9,
      });
      expect(bookings).toMatchObject([
        { cause: { kind: 'enrolment', registration, courseId: world.askedId } },
      ]);
      // There is no room for a second one: nothing is decided, and it can be decided otherwise.
      const second = await request();
      await expect(world.decide(second, approve)).rejects.toMatchObject({
        ...{ code: 'enrolment.budget-used-up', line: 'DL · Diklat' },
      });
      expect(await world.deps.enrolments.findByRegistration(second)).toMatchObject({ state: 'requested' });
      expect(await world.line()).toMatchObject({ reserved: price, waiting: 0 });
      expect(await world.decide(second, { decision: 'approve' })).toMatchObject({ state: 'active' });
    });

    it('gives the last rupiah to one of two who choose it at once', async () => {
      const world = await open(stores(), { ceiling: price });
      const asked = await Promise.all([1, 2].map(() => world.enrol(world.learner(), world.askedId)));
      const approve = { decision: 'approve', budgetLine: world.lineId } as const;
      const tries = await Promise.allSettled(
        asked.map(({ registration }) => world.decide(registration, approve)),
      );
      expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await world.line()).toMatchObject({ reserved: price, room: 0, waiting: 0 });
    });

    it('keeps the choice while somebody waits for a quota, and the quota’s own line pays nothing', async () => {
      const world = await open(stores(), { ceiling: 2 * price });
      const other = { year: 2026, code: 'LAIN', title: 'Lain', source: 'apbn', ceiling: price } as const;
      await openLine(world.deps, { principal: world.admin, request: other });
      const quota = await world.quotaOf(world.askedId, 0);
      const naming = { principal: world.admin, agencyId: world.agencyId, quotaId: quota.quotaId };
      await nameBudgetLine(world.deps, { ...naming, request: { rev: quota.rev, budgetLine: world.lineId } });
      const { registration } = await world.enrol(world.learner(), world.askedId);
      const chosen = lineIdOf(2026, 'LAIN');
      const waits = await world.decide(registration, { decision: 'approve', budgetLine: chosen });
      expect(waits).toMatchObject({ state: 'waiting', waitingQuota: quota.quotaId });
      const found = await world.deps.quotas.find(world.agencyId, quota.quotaId);
      if (!found) throw new Error('the quota is gone');
      const { used: _, waiting: __, ...before } = found;
      const by = { id: 'a', name: 'Admin', as: 'agency' as const };
      const change = { quotaId: quota.quotaId, at: '2026-03-03T00:00:00.000Z', by, before };
      await world.deps.quotas.save({ ...change, after: { ...before, seats: 1, rev: before.rev + 1 } });
      await promoteQuota(world.deps, { agencyId: world.agencyId, quotaId: quota.quotaId });
      const seat = await world.deps.enrolments.findByRegistration(registration);
      expect(seat).toMatchObject({ state: 'active', charge: { budgetLine: chosen } });
      expect(await world.line()).toMatchObject({ reserved: 0 });
      const place = { agencyId: world.agencyId, lineId: chosen };
      expect(await world.deps.budgets.find(place)).toMatchObject({ reserved: price, room: 0 });
    });

    it('lets nobody choose but administrators of the agency, and nothing but an open line of the year', async () => {
      const world = await open(stores(), { ceiling: 9 * price });
      const { registration, personId } = await world.enrol(world.learner(), world.askedId);
      const refused = { code: 'request.invalid', issues: [{ path: '/budgetLine' }] };
      const approve = { decision: 'approve', budgetLine: world.lineId } as const;
      const head: PersonPrincipal = { ...world.admin, personId: 'head' as PersonId, roles: ['supervisor'] };
      const supervised = {
        ...world.deps,
        learners: {
          ...world.deps.learners,
          placeOf: async () => ({ agencyId: world.agencyId, supervisorId: head.personId }),
        },
      };
      const byHead = { principal: head, registration };
      await expect(decideRequest(supervised, { ...byHead, request: approve })).rejects.toMatchObject(refused);
      const principal = world.admin;
      const next = { year: 2027, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: 9 * price } as const;
      await openLine(world.deps, { principal, request: next });
      for (const budgetLine of ['2026.NONE', lineIdOf(2027, 'DL')]) {
        await expect(world.decide(registration, { ...approve, budgetLine })).rejects.toMatchObject(refused);
      }
      world.free.isFree = true;
      await expect(world.decide(registration, approve)).rejects.toMatchObject(refused);
      world.free.isFree = false;
      const { rev } = await world.line();
      const closing = { rev, state: 'closed' as const, ...grounds };
      await openOrCloseLine(world.deps, { principal, lineId: world.lineId, request: closing });
      await expect(world.decide(registration, approve)).rejects.toMatchObject(refused);
      expect(await world.deps.enrolments.findCurrent(personId, world.askedId)).toMatchObject({
        state: 'requested',
      });
      expect(await decideRequest(supervised, { ...byHead, request: { decision: 'approve' } })).toMatchObject({
        state: 'active',
      });
    });

    it('keeps ceiling, sums and queue of the line true, whatever people do at the same time', async () => {
      await fc.assert(
        fc.asyncProperty(history, async (rounds) => {
          const world = await open(stores(), { ceiling: 2 * price });
          const people = Array.from({ length: 6 }, () => world.learner());
          for (const { seats, together } of rounds) {
            await setRoom(world, seats);
            await Promise.all(together.map((one) => act(world, people, one)));
            await settle(world);
            await check(world, people);
          }
        }),
        { numRuns: runs },
      );
    }, 120_000);
  });
}

const action = fc.record({
  who: fc.nat(5),
  isDear: fc.boolean(),
  what: fc.constantFrom('enrol', 'enrol', 'leave', 'complete', 'confirm', 'refuse'),
});
const history = fc.array(
  fc.record({ seats: fc.integer({ min: 0, max: 4 }), together: fc.array(action, { maxLength: 6 }) }),
  { minLength: 1, maxLength: 5 },
);

type World = Awaited<ReturnType<typeof open>>;

/** Refusals are outcomes here; what counts is the state they leave. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error;
  });
}

async function setRoom(world: World, seats: number): Promise<void> {
  const { rev } = await world.line();
  const request = { rev, ceiling: seats * price, ...grounds };
  await quietly(() => setCeiling(world.deps, { principal: world.admin, lineId: world.lineId, request }));
}

async function act(
  world: World,
  people: readonly PersonPrincipal[],
  { who, what, isDear }: { readonly who: number; readonly what: string; readonly isDear: boolean },
): Promise<void> {
  const id = isDear ? world.dearId : world.courseId;
  const principal = people[who] ?? world.learner();
  if (what === 'enrol') return quietly(() => world.enrol(principal, id));
  if (what === 'leave') return quietly(() => world.leave(principal, id));
  const registration = (await world.current(principal, id))?.registration;
  if (!registration) return;
  if (what === 'complete') return quietly(() => world.complete(registration));
  if (what === 'refuse') return quietly(() => endForProvider(world.deps, { registration, reason: 'full' }));
  return world.deps.enrolments.commitCharge(registration, '2026-03-03T00:00:00.000Z');
}

async function settle({ deps, agencyId, courseId, dearId, quotaIds, place }: World): Promise<void> {
  for (const id of [courseId, dearId]) await promoteWaiting(deps, { courseId: id });
  for (const quotaId of quotaIds) await promoteQuota(deps, { agencyId, quotaId });
  await promoteLine(deps, place);
}

async function check(world: World, people: readonly PersonPrincipal[]): Promise<void> {
  const line = await world.line();
  expect(boundOf(line)).toBeLessThanOrEqual(line.ceiling);
  expect(line.room).toBe(line.ceiling - boundOf(line));
  const { enrolments, budgets } = world.deps;
  const both = [world.courseId, world.dearId];
  const past = await Promise.all(
    people.flatMap(({ personId }) => both.map((id) => enrolments.listPast(personId, id))),
  );
  const current = await Promise.all(people.flatMap((one) => both.map((id) => world.current(one, id))));
  const all = [...past.flat(), ...current.filter((one) => one !== undefined)];
  const charged = (state: string) =>
    all.flatMap(({ charge }) => (charge?.state === state ? [charge.price] : []));
  for (const state of ['reserved', 'committed', 'spent'] as const)
    expect(line[state]).toBe(charged(state).reduce((sum, one) => sum + one, 0));
  expect(line.people).toBe(all.filter(({ state }) => state === 'completed').length);
  expect(line.running).toBe(all.filter(({ state }) => state === 'active').length);
  const waiting = all.filter(({ state }) => state === 'waiting');
  expect(line.waiting).toBe(waiting.length);
  const { enrolments: queue } = await enrolments.waitingForLine(world.place, { limit: 100 });
  expect(queue).toHaveLength(waiting.length);
  // Nobody waits beside room that is enough for the first.
  const [first] = queue;
  if (first) expect(line.room).toBeLessThan(first.waitingBudget?.price ?? 0);
  const { entries } = await budgets.listEntries(line, { limit: 1_000 });
  for (const state of ['reserved', 'committed', 'spent'] as const)
    expect(line[state]).toBe(entries.reduce((sum, { sums }) => sum + sums[state], 0));
}

seatsAndBudgets('memory', inMemory, 60);

withTables((engine, tables) => {
  seatsAndBudgets(
    engine,
    () => {
      const stores = { dynamo: tables().dynamo, table: tables().lms };
      return {
        ...{ enrolments: createEnrolmentStore(stores), quotas: createQuotaStore(stores) },
        ...{ budgets: createBudgetStore(stores), budget: createSeatBudget(stores) },
      };
    },
    12,
  );
});
