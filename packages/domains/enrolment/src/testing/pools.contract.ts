import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { assignCourse } from '../assign-course.ts';
import { cancelEnrolment } from '../cancel-enrolment.ts';
import { enrolLearner } from '../enrol-learner.ts';
import type { PersonGroups, PoolGroup, PoolId, SeatGroups } from '../pool.ts';
import type { PoolLists } from '../pool-list.ts';
import { askForList, putOnList, readPool, takeOffList } from '../pool-people.ts';
import type { EnrolmentStore, OpenCourse, QuotaStore } from '../ports.ts';
import { promoteEndedQuotas } from '../promote-ended-quotas.ts';
import { promoteQuota } from '../promote-waiting.ts';
import { type Quota, quotaIdOf } from '../quota.ts';
import { setPools } from '../set-pools.ts';
import { changeQuota } from '../set-quota.ts';
import { noBudget } from './no-budget.ts';

export interface PoolStores {
  readonly enrolments: EnrolmentStore;
  readonly quotas: QuotaStore;
  readonly lists: PoolLists;
}

const providerId = 'univ' as ProviderId;
const quotaId = quotaIdOf({ kind: 'provider', providerId }, '2026-01-01');
const east: PoolGroup = { kind: 'unit', unitId: 'east' };
const listed: PoolGroup = { kind: 'list', name: 'Kursi khusus' };

/** Seats of a quota that are kept for groups: use cases on every store, so that races are those of its transactions. */
export function poolsContract(
  adapter: string,
  open: (groups: Pick<SeatGroups, 'of'>) => Promise<PoolStores>,
): void {
  describe(`pools on ${adapter}`, () => {
    let world: Awaited<ReturnType<typeof setUp>>;
    beforeEach(async () => {
      world = await setUp();
    });

    async function setUp() {
      const groups = new Map<PersonId, PersonGroups>();
      const stores = await open({ of: async (_, personId) => groups.get(personId) });
      const agencyId = randomUUID() as AgencyId;
      const clock = fixedClock('2026-03-02T01:00:00.000Z');
      const course: { terms: OpenCourse } = {
        terms: { version: 1, admission: { mode: 'open' }, providerId, price: 250_000 },
      };
      const deps = {
        ...stores,
        clock,
        invitations: { find: async () => undefined },
        courses: { openVersion: async () => course.terms },
        learners: { placeOf: async () => ({ agencyId }), teamOf: async () => [] },
        groups: { knows: async () => true },
        ids: { uuid: () => randomUUID(), token: () => randomUUID() },
        digest: { sha256: String, sha1: String },
      };
      const person = (units: readonly string[] = []): PersonPrincipal => {
        const personId = randomUUID() as PersonId;
        groups.set(personId, { units });
        return { kind: 'person', personId, name: 'P', roles: ['learner'], agencyId };
      };
      const admin: PersonPrincipal = { ...person(), roles: ['agency-admin'] };
      return { ...stores, deps, agencyId, clock, course, person, admin, groups, courseId: randomUUID() };
    }

    /** A quota of so many seats and, for each group, a pool. */
    async function quota(
      seats: number,
      pools: readonly (readonly [PoolGroup, number, string?])[] = [],
      over: Partial<Quota> = {},
    ): Promise<readonly PoolId[]> {
      const { agencyId, quotas } = world;
      const after: Quota = {
        ...{ quotaId, agencyId, target: { kind: 'provider', providerId }, from: '2026-01-01' },
        ...{ to: '2026-12-31', seats, payer: 'agency', whenFull: 'wait', setBy: 'operator' },
        ...{ updatedAt: '2026-01-01T00:00:00.000Z', rev: 1, ...over },
      };
      const by = { id: 'o', name: 'Operator', as: 'operator' as const };
      expect(await quotas.save({ quotaId, at: randomUUID(), by, after })).toBe('saved');
      return pools.length === 0 ? [] : divide(pools);
    }

    async function divide(
      pools: readonly (readonly [PoolGroup, number, string?])[],
    ): Promise<readonly PoolId[]> {
      const now = await standing();
      const asked = pools.map(([group, seats, openFrom]) => {
        const known = now.pools?.find((pool) => JSON.stringify(pool.group) === JSON.stringify(group));
        return {
          ...{ group, seats, ...(openFrom !== undefined && { openFrom }) },
          ...(known && { poolId: known.poolId }),
        };
      });
      const request = { rev: now.rev, pools: asked } as Parameters<typeof setPools>[1]['request'];
      const { agencyId, admin } = world;
      const set = await setPools(world.deps, { principal: admin, agencyId, quotaId, request });
      return (set.pools ?? []).map(({ poolId }) => poolId);
    }

    async function standing() {
      const found = await world.quotas.find(world.agencyId, quotaId);
      if (!found) throw new Error('there is a quota');
      return found;
    }
    async function counts() {
      const { used, waiting, pools = [] } = await standing();
      return { used, waiting, pools: pools.map((pool) => [pool.taken, pool.waiting]) };
    }
    const enrol = async (principal: PersonPrincipal) => {
      world.clock.advance(1_000);
      return enrolLearner(world.deps, { principal, request: { courseId: world.courseId } });
    };
    const leave = (principal: PersonPrincipal) =>
      cancelEnrolment(world.deps, { principal, courseId: world.courseId });
    const stateOf = async ({ personId }: PersonPrincipal) =>
      (await world.enrolments.findCurrent(personId, world.courseId))?.state;
    const hourly = () =>
      promoteEndedQuotas({ ...world.deps, budget: noBudget }, { agencyIds: [world.agencyId] });

    it('L7: gives the last seat of a pool to exactly one of fifty who enrol at once, and no other seat', async () => {
      const [pool] = await quota(1, [[east, 1]], { whenFull: 'refuse' });
      const people = Array.from({ length: 50 }, (_, n) => world.person(n % 2 === 0 ? ['east'] : []));
      const tries = await Promise.allSettled(people.map(enrol));
      const won = people.filter((_, n) => tries[n]?.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(won[0] && world.groups.get(won[0].personId)?.units).toEqual(['east']);
      expect(await counts()).toEqual({ used: 1, waiting: 0, pools: [[1, 0]] });
      const page = await world.quotas.listPoolSeats(
        { agencyId: world.agencyId, quotaId, poolId: pool ?? ('' as PoolId) },
        { limit: 9 },
      );
      expect(page.enrolments.map(({ personId }) => personId)).toEqual(won.map(({ personId }) => personId));
      for (const each of tries) {
        if (each.status === 'rejected')
          expect(each.reason).toMatchObject({ code: 'enrolment.quota-used-up' });
      }
    }, 60_000);

    it('takes from the first pool that fits, then from what is for everybody, and gives back where it came from', async () => {
      const [unit, posts] = await quota(4, [
        [east, 1],
        [{ kind: 'posts', families: ['pelaksana'] }, 1],
      ]);
      const both = world.person(['east']);
      world.groups.set(both.personId, { units: ['east'], family: 'pelaksana' });
      expect(await enrol(both)).toMatchObject({ charge: { pools: { [quotaId]: unit } } });
      const again = world.person();
      world.groups.set(again.personId, { units: ['east'], family: 'pelaksana' });
      expect(await enrol(again)).toMatchObject({ charge: { pools: { [quotaId]: posts } } });
      const third = world.person(['east']);
      expect((await enrol(third)).charge).not.toHaveProperty('pools');
      const stranger = world.person();
      expect(await enrol(stranger)).toMatchObject({ state: 'active' });
      expect(await counts()).toEqual({
        used: 4,
        waiting: 0,
        pools: [
          [1, 0],
          [1, 0],
        ],
      });
      await Promise.allSettled(Array.from({ length: 5 }, () => leave(both)));
      expect(await counts()).toEqual({
        used: 3,
        waiting: 0,
        pools: [
          [0, 0],
          [1, 0],
        ],
      });
      // What is left is of the pool: nobody from outside has it.
      expect(await enrol(world.person())).toMatchObject({ state: 'waiting', waitingQuota: quotaId });
      expect(await enrol(world.person(['east']))).toMatchObject({ state: 'active' });
    });

    it('promotes the first by rank who fits, and a newcomer takes no seat for which somebody waits', async () => {
      await quota(2, [[east, 1]]);
      const [holder, other] = [world.person(['east']), world.person()];
      await enrol(holder);
      await enrol(other);
      const [stranger, first, required] = [world.person(), world.person(['east']), world.person(['east'])];
      for (const one of [stranger, first, required])
        expect(await enrol(one)).toMatchObject({ state: 'waiting' });
      expect(await counts()).toEqual({ used: 2, waiting: 3, pools: [[1, 2]] });
      const { courseId } = world;
      const request = { courseId, personId: required.personId };
      await assignCourse(world.deps, { principal: world.admin, request });
      await leave(holder);
      expect([await stateOf(stranger), await stateOf(first), await stateOf(required)]).toEqual([
        ...['waiting', 'waiting', 'active'],
      ]);
      expect(await counts()).toEqual({ used: 2, waiting: 2, pools: [[1, 1]] });
      await leave(other);
      // What is for everybody goes to who came first.
      expect(await stateOf(stranger)).toBe('active');
      await leave(first);
      expect(await counts()).toEqual({ used: 2, waiting: 0, pools: [[1, 0]] });
    });

    it('lets no newcomer overtake somebody who fits the same pool, when its seat has just become free', async () => {
      await quota(1, [[east, 1]]);
      const holder = await enrol(world.person(['east']));
      const first = world.person(['east']);
      await enrol(first);
      const { charge } = holder;
      if (!charge) throw new Error('a seat of a quota has a charge');
      const after = {
        ...{ ...holder, state: 'cancelled' as const, cancelledAt: '2026-03-03T00:00:00.000Z' },
        charge: { ...charge, state: 'released' as const },
      };
      expect(await world.enrolments.move({ before: holder, after })).toBe('done');
      expect(await enrol(world.person(['east']))).toMatchObject({ state: 'waiting' });
      await promoteQuota(world.deps, { agencyId: world.agencyId, quotaId });
      expect(await stateOf(first)).toBe('active');
      expect(await counts()).toEqual({ used: 1, waiting: 1, pools: [[1, 1]] });
    });

    it('gives what is left of a pool to everybody from its day on, in the order in which they wait', async () => {
      await quota(2, [[east, 2, '2026-03-04']]);
      const [first, second] = [world.person(), world.person()];
      expect([(await enrol(first)).state, (await enrol(second)).state]).toEqual(['waiting', 'waiting']);
      await enrol(world.person(['east']));
      world.clock.advance(86_400_000);
      expect(await hourly()).toBe(0);
      // 17:00 UTC is midnight in Jakarta.
      world.clock.advance(16 * 3_600_000);
      // Not before somebody who waits.
      expect(await enrol(world.person())).toMatchObject({ state: 'waiting' });
      expect(await hourly()).toBe(1);
      expect([await stateOf(first), await stateOf(second)]).toEqual(['active', 'waiting']);
      expect(await counts()).toEqual({ used: 2, waiting: 2, pools: [[2, 0]] });
      await leave(first);
      expect(await stateOf(second)).toBe('active');
    });

    it('whoever moves keeps the seat; who waits is looked at anew', async () => {
      await quota(2, [[east, 2]]);
      const holder = world.person(['east']);
      await enrol(holder);
      world.groups.set(holder.personId, { units: ['west'] });
      const [comes, goes] = [world.person(), world.person(['east'])];
      await enrol(comes);
      await enrol(world.person(['east']));
      await enrol(goes);
      expect(await counts()).toEqual({ used: 2, waiting: 2, pools: [[2, 1]] });
      world.groups.set(comes.personId, { units: ['east'] });
      world.groups.set(goes.personId, { units: ['west'] });
      expect(await hourly()).toBe(0);
      expect(await counts()).toEqual({ used: 2, waiting: 2, pools: [[2, 1]] });
      await leave(holder);
      expect([await stateOf(comes), await stateOf(goes)]).toEqual(['active', 'waiting']);
      expect(await counts()).toEqual({ used: 2, waiting: 1, pools: [[2, 0]] });
    });

    it('keeps no more than the quota has, also where seats were given before', async () => {
      await quota(3);
      const [a, b] = [world.person(), world.person()];
      await enrol(a);
      await enrol(b);
      await divide([[east, 2]]);
      // Three seats: two are held by people of no group, one is left, and it is kept.
      expect(await enrol(world.person())).toMatchObject({ state: 'waiting' });
      expect(await enrol(world.person(['east']))).toMatchObject({ state: 'active' });
      const late = world.person(['east']);
      expect(await enrol(late)).toMatchObject({ state: 'waiting' });
      await leave(a);
      // One for everybody is held, so the free one is kept for the pool.
      expect(await stateOf(late)).toBe('active');
      expect(await counts()).toEqual({ used: 3, waiting: 1, pools: [[2, 0]] });
      await leave(b);
      expect(await counts()).toEqual({ used: 3, waiting: 0, pools: [[2, 0]] });
    });

    it('refuses pools that keep more than there is or less than is taken, and says how many', async () => {
      const [pool] = await quota(3, [[east, 2]]);
      await enrol(world.person(['east']));
      await enrol(world.person(['east']));
      await expect(divide([[east, 4]])).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(divide([[east, 1]])).rejects.toMatchObject({ code: 'enrolment.pool-taken', taken: 2 });
      await expect(divide([])).rejects.toMatchObject({ code: 'enrolment.pool-taken', taken: 2 });
      await expect(
        divide([
          [east, 2],
          [east, 1],
        ]),
      ).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(divide([[east, 2, '2027-01-01']])).rejects.toMatchObject({ code: 'request.invalid' });
      const { rev } = await standing();
      const { agencyId, admin } = world;
      const ask = (given: object, principal: PersonPrincipal = admin) =>
        setPools(world.deps, {
          ...{ principal, agencyId, quotaId },
          request: { rev, pools: [{ poolId: pool ?? '', group: east, seats: 2, ...given }] },
        });
      await expect(ask({ poolId: 'another' })).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(ask({ group: listed })).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(ask({}, { ...admin, roles: ['operator'] })).rejects.toMatchObject({
        code: 'enrolment.quota-not-found',
      });
      const foreign = { ...admin, agencyId: 'other' as AgencyId };
      await expect(ask({}, foreign)).rejects.toMatchObject({ code: 'enrolment.quota-not-found' });
      const operator: PersonPrincipal = { ...admin, roles: ['operator'] };
      const terms = { rev, to: '2026-12-31', payer: 'agency' as const, whenFull: 'wait' as const };
      const fewer = { principal: operator, agencyId, quotaId, request: { ...terms, seats: 1 } };
      await expect(changeQuota(world.deps, fewer)).rejects.toMatchObject({ code: 'request.invalid' });
      const more = { ...fewer, request: { ...terms, seats: 5 } };
      expect(await changeQuota(world.deps, more)).toMatchObject({ seats: 5, pools: [{ poolId: pool }] });
      expect(await counts()).toMatchObject({ pools: [[2, 0]] });
    });

    it('either makes a pool smaller or gives its seat, when both come at once', async () => {
      for (let n = 0; n < 6; n += 1) {
        world = await setUp();
        await quota(4, [[east, 2]]);
        await enrol(world.person(['east']));
        const [smaller, seat] = await Promise.allSettled([
          divide([[east, 1]]),
          enrol(world.person(['east'])),
        ]);
        const { pools: [pool] = [], used } = await standing();
        expect(seat.status).toBe('fulfilled');
        expect(used).toBe(2);
        expect(pool?.taken).toBeLessThanOrEqual(pool?.seats ?? 0);
        if (smaller.status === 'rejected')
          expect(smaller.reason.code).toMatch(/enrolment\.(pool-taken|quota-conflict)/);
      }
    });

    it('a list has whom the agency has put on it, without a reason, and whoever has asked is not on it', async () => {
      const [poolId] = await quota(1, [[listed, 1]]);
      if (!poolId) throw new Error('there is a pool');
      const { deps, agencyId, admin } = world;
      const name = { agencyId, quotaId, poolId };
      const [asks, stranger] = [world.person(), world.person()];
      expect(await askForList(deps, { ...name, ...asks, home: agencyId })).toBe('added');
      expect(await askForList(deps, { ...name, ...asks, home: agencyId })).toBe('known');
      await expect(
        askForList(deps, { ...name, ...stranger, home: 'other' as AgencyId }),
      ).rejects.toMatchObject({ code: 'enrolment.quota-not-found' });
      expect(await enrol(asks)).toMatchObject({ state: 'waiting' });
      expect(await enrol(stranger)).toMatchObject({ state: 'waiting' });
      const at = { principal: admin, ...name };
      const foreign = { ...at, principal: { ...admin, agencyId: 'other' as AgencyId } };
      await expect(putOnList(deps, { ...foreign, personId: asks.personId })).rejects.toMatchObject({
        code: 'enrolment.quota-not-found',
      });
      // Nobody keeps a seat for themselves, nor answers what they have asked for (case C7).
      const own = { ...at, principal: { ...admin, personId: asks.personId } };
      await expect(putOnList(deps, { ...own, personId: asks.personId })).rejects.toMatchObject({
        code: 'enrolment.own-request',
      });
      expect(await putOnList(deps, { ...at, personId: asks.personId })).toBe('added');
      expect(await putOnList(deps, { ...at, personId: asks.personId })).toBe('known');
      // Asking again takes nobody off.
      expect(await askForList(deps, { ...name, ...asks, home: agencyId })).toBe('known');
      expect(await stateOf(asks)).toBe('active');
      const shown = await readPool(deps, { ...at, limit: 9 });
      expect(shown.seats.map(({ personId }) => personId)).toEqual([asks.personId]);
      expect(shown.listed).toEqual([
        {
          ...{ ...name, personId: asks.personId, state: 'listed' },
          ...{ at: expect.any(String), goneFrom: '2027-03-31' },
        },
      ]);
      expect(await world.lists.ofPerson(asks.personId)).toEqual(shown.listed);
      await takeOffList(deps, { ...at, personId: asks.personId });
      // The seat stays.
      expect(await stateOf(asks)).toBe('active');
      expect((await readPool(deps, { ...at, limit: 9 })).listed).toEqual([]);
      await expect(readPool(deps, { ...foreign, limit: 9 })).rejects.toMatchObject({
        code: 'enrolment.quota-not-found',
      });
    });
  });
}
