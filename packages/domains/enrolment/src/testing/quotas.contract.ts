import { randomUUID } from 'node:crypto';
import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelEnrolment } from '../cancel-enrolment.ts';
import { completeEnrolment } from '../complete-enrolment.ts';
import { enrolLearner } from '../enrol-learner.ts';
import type { Enrolment } from '../enrolment.ts';
import type { EnrolmentStore, OpenCourse, QuotaStore } from '../ports.ts';
import { promoteQuota } from '../promote-waiting.ts';
import { type Quota, type QuotaTarget, quotaIdOf } from '../quota.ts';

/** L7 for quotas, and what seats cost: use cases on every store, so that races are those of its transactions. */
export function quotasContract(
  adapter: string,
  open: () => Promise<{ readonly enrolments: EnrolmentStore; readonly quotas: QuotaStore }>,
): void {
  describe(`quotas on ${adapter}`, () => {
    const providerId = 'univ' as ProviderId;
    let world: Awaited<ReturnType<typeof setUp>>;
    beforeEach(async () => {
      world = await setUp();
    });

    async function setUp() {
      const stores = await open();
      const agencyId = randomUUID() as AgencyId;
      const clock = fixedClock();
      const course: { terms: OpenCourse } = {
        terms: { version: 1, admission: { mode: 'open' }, providerId, price: 250_000 },
      };
      const deps = {
        ...stores,
        clock,
        invitations: { find: async () => undefined },
        courses: { openVersion: async () => course.terms },
        ids: { uuid: () => randomUUID(), token: () => randomUUID() },
        digest: { sha256: String, sha1: String },
        hours: { statedJp: async () => 400 as Jp },
      };
      const person = (): PersonPrincipal => ({
        ...{ kind: 'person', personId: randomUUID() as PersonId, name: 'P', roles: ['learner'], agencyId },
      });
      return { ...stores, deps, agencyId, clock, course, person, courseId: randomUUID() };
    }

    async function quota(target: QuotaTarget, given: Partial<Quota> = {}) {
      const { agencyId, quotas } = world;
      const from = given.from ?? '2026-01-01';
      const after: Quota = {
        ...{ quotaId: quotaIdOf(target, from), agencyId, target, from, to: '2026-12-31', seats: 1 },
        ...{ payer: 'agency', whenFull: 'wait', setBy: 'operator', updatedAt: '2026-01-01', rev: 1 },
        ...given,
      };
      const by = { id: 'o', name: 'Operator', as: 'operator' as const };
      expect(await quotas.save({ quotaId: after.quotaId, at: randomUUID(), by, after })).toBe('saved');
      return after;
    }

    const provider: QuotaTarget = { kind: 'provider', providerId };
    const standing = async ({ quotaId }: Quota) => {
      const found = await world.quotas.find(world.agencyId, quotaId);
      return found && { used: found.used, waiting: found.waiting };
    };
    const enrol = (principal = world.person(), courseId = world.courseId) =>
      enrolLearner(world.deps, { principal, request: { courseId } });
    const leave = (principal: PersonPrincipal, courseId = world.courseId) =>
      cancelEnrolment(world.deps, { principal, courseId });
    const complete = ({ registration }: Enrolment) =>
      completeEnrolment(world.deps, { registration, completedAt: '2026-03-09T00:00:00.000Z' });
    const balances = () => world.quotas.balances(world.agencyId, 2026);
    async function lines() {
      const found = await world.quotas.listLines(world.agencyId, 2026, { limit: 100 });
      return found.lines.map(({ kind, amount }) => `${kind} ${amount}`);
    }

    it('L7: gives the last seat of a quota to exactly one of fifty who enrol at once', async () => {
      const one = await quota(provider, { whenFull: 'refuse' });
      const tries = await Promise.allSettled(Array.from({ length: 50 }, () => enrol()));
      const won = tries.filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await standing(one)).toEqual({ used: 1, waiting: 0 });
      expect(await lines()).toEqual(['reserved 250000']);
      for (const each of tries) {
        if (each.status === 'rejected')
          expect(each.reason).toMatchObject({ code: 'enrolment.quota-used-up' });
      }
    }, 60_000);

    it('gives a seat back once, and to the first who waits for it, in whichever course', async () => {
      const one = await quota(provider);
      const [first, second, third] = [world.person(), world.person(), world.person()];
      await enrol(first);
      expect(await enrol(second, randomUUID())).toMatchObject({
        state: 'waiting',
        waitingQuota: one.quotaId,
      });
      world.clock.advance(1_000);
      expect(await enrol(third)).toMatchObject({ state: 'waiting' });
      expect(await standing(one)).toEqual({ used: 1, waiting: 2 });
      expect(await world.enrolments.seatsOf(world.courseId)).toEqual({ taken: 1, waiting: 0 });
      await Promise.allSettled(Array.from({ length: 5 }, () => leave(first)));
      expect(await standing(one)).toEqual({ used: 1, waiting: 1 });
      const [promoted] = await world.enrolments.listCurrent(second.personId);
      expect(promoted).toMatchObject({ state: 'active', charge: { state: 'reserved', price: 250_000 } });
      expect(promoted?.waitingQuota).toBeUndefined();
      const [waits] = await world.enrolments.listCurrent(third.personId);
      expect(waits && (await world.enrolments.waitingBefore(waits, 9))).toBe(0);
      await leave(third);
      expect(await standing(one)).toEqual({ used: 1, waiting: 0 });
    });

    it('lets nobody who waits for a quota hold up people of other agencies, nor overtakes in its own', async () => {
      world.course.terms = { ...world.course.terms, admission: { mode: 'open', seats: 2 } };
      await quota(provider);
      await enrol();
      await enrol();
      const other = { ...world.person(), agencyId: randomUUID() as AgencyId };
      expect(await enrol(other)).toMatchObject({ state: 'active' });
      // The course is full by now: who gets the quota waits for the course, and holds nothing meanwhile.
      expect(await enrol(other, randomUUID())).toMatchObject({ state: 'active' });
    });

    it('L7: gives the seat to whoever can have it, behind any number of people whose course is closed', async () => {
      const none = await quota(provider, { seats: 0 });
      const closed = randomUUID();
      for (let n = 0; n < 26; n += 1) {
        world.clock.advance(1000);
        await enrol(world.person(), closed);
      }
      world.clock.advance(1000);
      const last = await enrol();
      expect(last).toMatchObject({ state: 'waiting', waitingQuota: none.quotaId });
      const by = { id: 'o', name: 'Operator', as: 'operator' as const };
      const after = { ...none, seats: 1, rev: 2 };
      const change = { quotaId: none.quotaId, at: randomUUID(), by, before: none, after };
      expect(await world.quotas.save(change)).toBe('saved');
      const asked: string[] = [];
      const openVersion = async (courseId: string) => {
        asked.push(courseId);
        return courseId === closed ? undefined : world.course.terms;
      };
      const promoted = await promoteQuota({ ...world.deps, courses: { openVersion } }, none);
      expect(promoted.map(({ registration }) => registration)).toEqual([last.registration]);
      // Once is enough to know.
      expect(asked.filter((courseId) => courseId === closed)).toHaveLength(1);
      expect(await standing(none)).toEqual({ used: 1, waiting: 26 });
    });

    it('counts a seat in the quota of its course and of its provider, by the price of the course', async () => {
      const all = await quota(provider, { seats: 5, price: 300_000, payer: 'platform' });
      const { courseId } = world;
      const own = await quota({ kind: 'course', providerId, courseId }, { price: 100_000, contract: 'K-1' });
      const first = world.person();
      expect(await enrol(first)).toMatchObject({ charge: { price: 100_000, payer: 'agency' } });
      expect(await enrol()).toMatchObject({ state: 'waiting', waitingQuota: own.quotaId });
      expect(await enrol(world.person(), randomUUID())).toMatchObject({
        ...{ state: 'active', charge: { price: 300_000, payer: 'platform' } },
      });
      expect(await standing(all)).toEqual({ used: 2, waiting: 0 });
      expect(await standing(own)).toEqual({ used: 1, waiting: 1 });
    });

    it('reserves, commits and spends the price of a seat, and each sum is that of its lines', async () => {
      const person = world.person();
      const enrolment = await enrol(person);
      const { registration } = enrolment;
      expect(await balances()).toMatchObject([{ reserved: 250_000, committed: 0, spent: 0 }]);
      await Promise.all([1, 2, 3].map(() => world.enrolments.commitCharge(registration, '2026-03-03')));
      expect(await balances()).toMatchObject([{ reserved: 0, committed: 250_000, spent: 0 }]);
      const outcomes = await Promise.all([1, 2, 3].map(() => complete(enrolment)));
      expect(outcomes.filter(({ outcome }) => outcome === 'completed')).toHaveLength(1);
      expect(await balances()).toMatchObject([{ reserved: 0, committed: 0, spent: 250_000 }]);
      // A re-take is a seat of its own.
      await enrol(person);
      expect(await balances()).toMatchObject([{ reserved: 250_000, committed: 0, spent: 250_000 }]);
      await leave(person);
      expect(await balances()).toMatchObject([{ reserved: 0, committed: 0, spent: 250_000 }]);
      expect((await lines()).toSorted()).toEqual([
        ...['committed 250000', 'released 250000', 'reserved 250000', 'reserved 250000', 'spent 250000'],
      ]);
    });

    it('L12: confirmation, cancellation and completion at once leave one end and sums of nothing else', async () => {
      for (let n = 0; n < 6; n += 1) {
        const person = world.person();
        const enrolment = await enrol(person);
        await Promise.allSettled([
          world.enrolments.commitCharge(enrolment.registration, '2026-03-03'),
          n % 2 === 0 ? leave(person) : complete(enrolment),
          n % 2 === 0 ? complete(enrolment) : leave(person),
        ]);
      }
      const found = await world.quotas.listLines(world.agencyId, 2026, { limit: 100 });
      const ends = found.lines.filter(({ kind }) => kind === 'spent' || kind === 'released');
      expect(new Set(ends.map(({ registration }) => registration)).size).toBe(6);
      expect(ends).toHaveLength(6);
      const spent = ends.filter(({ kind }) => kind === 'spent').length * 250_000;
      const [sum] = await balances();
      expect(sum).toMatchObject({ reserved: 0, committed: 0, spent });
    });

    it('lists running seats without a duty by when they were given, until they end or are taken off', async () => {
      const one = await quota(provider, { seats: 9 });
      const [first, second, third, fourth] = [world.person(), world.person(), world.person(), world.person()];
      const seats: Enrolment[] = [];
      for (const person of [first, second, third, fourth]) {
        world.clock.advance(1_000);
        seats.push(await enrol(person));
      }
      const until = new Date(world.clock.now().getTime()).toISOString();
      const held = async (until: string) => {
        const found: string[] = [];
        let after: string | undefined;
        do {
          const page = { limit: 2, until, ...(after !== undefined && { after }) };
          const { enrolments, next } = await world.enrolments.listHeld(one, page);
          found.push(...enrolments.map(({ registration }) => registration));
          after = next;
        } while (after !== undefined);
        return found;
      };
      const registrations = seats.map(({ registration }) => registration);
      // Given in that very moment: not before it.
      expect(await held(until)).toEqual(registrations.slice(0, 3));
      expect(await held('2027')).toEqual(registrations);
      await leave(first);
      const [, left, duty] = seats;
      if (!left || !duty) throw new Error('four have enrolled');
      await world.enrolments.takeOffHeld(left);
      await world.enrolments.takeOffHeld(left);
      const assignment = { as: 'agency' as const, agencyId: world.agencyId, at: until, client: 'sim' };
      expect(await world.enrolments.move({ before: duty, after: { ...duty, assignment } })).toBe('done');
      // A duty stands on the list of duties, and stays there.
      await world.enrolments.takeOffHeld(duty);
      expect(await held('2027')).toEqual([registrations[3]]);
      const assigned = await world.enrolments.listAssigned(world.agencyId, { limit: 9 });
      expect(assigned.enrolments.map(({ registration }) => registration)).toEqual([duty.registration]);
    });

    it('lists a seat that was given before there was a list, once, and none that has begun or is a duty', async () => {
      const one = await quota(provider, { seats: 9 });
      const [old, begun, duty, ended] = [await enrol(), await enrol(), await enrol(), await enrol()];
      const held = async () =>
        (await world.enrolments.listHeld(one, { limit: 9, until: '2027' })).enrolments.map(
          ({ registration }) => registration,
        );
      // As they stand who came before it.
      for (const seat of [old, begun, duty, ended]) await world.enrolments.takeOffHeld(seat);
      expect(await held()).toEqual([]);
      await world.enrolments.noteActivity({ ...begun, at: '2026-03-09T00:00:00.000Z' });
      const assignment = { as: 'agency' as const, agencyId: world.agencyId, at: '2026-03-09', client: 'sim' };
      await world.enrolments.move({ before: duty, after: { ...duty, assignment } });
      await complete(ended);
      const put = await Promise.all(
        [old, begun, duty, ended].map((seat) => world.enrolments.putOnHeld(seat)),
      );
      expect(put).toEqual([true, false, false, false]);
      expect(await world.enrolments.putOnHeld(old)).toBe(false);
      expect(await held()).toEqual([old.registration]);
      const assigned = await world.enrolments.listAssigned(world.agencyId, { limit: 9 });
      expect(assigned.enrolments.map(({ registration }) => registration)).toEqual([duty.registration]);
    });

    it('ends a seat that nobody has begun with, and none in which something was recorded', async () => {
      const one = await quota(provider, { seats: 2 });
      const [idle, busy] = [await enrol(), await enrol()];
      await world.enrolments.noteActivity({ ...busy, at: '2026-03-09T00:00:00.000Z' });
      const end = (before: Enrolment) => {
        if (!before.charge) throw new Error('a seat of a quota has a charge');
        const after: Enrolment = {
          ...{ ...before, state: 'cancelled', cancelledAt: '2026-04-01T00:00:00.000Z' },
          ...{ charge: { ...before.charge, state: 'released' }, endedBy: { by: 'quota', days: 30 } },
        };
        return world.enrolments.move({ before, after, unbegun: { writes: [] } });
      };
      expect(await end(busy)).toBe('changed');
      expect(await end(idle)).toBe('done');
      expect(await end(idle)).toBe('changed');
      expect(await standing(one)).toEqual({ used: 1, waiting: 0 });
      expect(await world.enrolments.findByRegistration(idle.registration)).toMatchObject({
        ...{ state: 'cancelled', endedBy: { by: 'quota', days: 30 }, charge: { state: 'released' } },
      });
    });

    it('counts nothing on days that a quota does not cover, nor for agencies that have none', async () => {
      world.course.terms = { ...world.course.terms, price: 0 };
      const past = await quota(provider, { from: '2025-01-01', to: '2025-12-31', seats: 0 });
      expect((await enrol()).charge).toBeUndefined();
      expect(await standing(past)).toEqual({ used: 0, waiting: 0 });
    });

    it('keeps terms as they are changed, with who did it, and never the counters', async () => {
      const before = await quota(provider, { seats: 3, price: 5, contract: 'K-1', releaseAfterDays: 30 });
      expect(await world.quotas.find(world.agencyId, before.quotaId)).toMatchObject({ releaseAfterDays: 30 });
      await enrol();
      const { price: _, contract: __, releaseAfterDays: ___, ...rest } = before;
      const after: Quota = { ...rest, seats: 9, whenFull: 'refuse', rev: 2, updatedAt: '2026-02-01' };
      const by = { id: 'o', name: 'Operator', as: 'operator' as const };
      const { quotaId } = before;
      const change = { quotaId, at: '2026-02-01T00:00:00.000Z', by, before, after };
      expect(await world.quotas.save(change)).toBe('saved');
      expect(await world.quotas.save({ ...change, at: '2026-02-02T00:00:00.000Z' })).toBe('changed');
      expect(await world.quotas.list(world.agencyId)).toEqual([{ ...after, used: 1, waiting: 0 }]);
      const [newest] = await world.quotas.listChanges(world.agencyId, 1);
      expect(newest?.after ?? newest).toBeDefined();
      expect(await world.quotas.listChanges(world.agencyId, 9)).toHaveLength(2);
    });
  });
}
