import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { assignCourse } from './assign-course.ts';
import { cancelEnrolment } from './cancel-enrolment.ts';
import { enrolLearner } from './enrol-learner.ts';
import type { Enrolment } from './enrolment.ts';
import type { BegunSigns } from './ports.ts';
import { promoteQuota } from './promote-waiting.ts';
import {
  changeQuota,
  createQuota,
  newQuotaSchema,
  promoteEndedQuotas,
  quotaTermsSchema,
  releaseUnbegun,
} from './quotas.ts';
import { memoryCosts, memoryEnrolmentStore, memoryInvitationStore, noBudget } from './testing/index.ts';

const agencyId = 'bkn' as AgencyId;
const providerId = 'univ' as ProviderId;
const dayMs = 86_400_000;
const learner = (id: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['learner'], agencyId },
});
const operator: PersonPrincipal = { ...learner('op'), roles: ['operator'] };
const admin: PersonPrincipal = { ...learner('admin'), roles: ['agency-admin'] };

/** One seat of a course for 100 rupiah, which goes back after thirty days. */
function createWorld() {
  const costs = memoryCosts();
  const enrolments = memoryEnrolmentStore({ costs });
  const clock = fixedClock('2026-03-02T03:00:00.000Z');
  const told: string[] = [];
  const idle: { sign: Awaited<ReturnType<BegunSigns['signOf']>> } = { sign: { idle: { writes: [] } } };
  const deps = {
    ...{ clock, ids: countedIds(), enrolments, quotas: costs.store },
    digest: { sha256: String, sha1: String },
    invitations: memoryInvitationStore(),
    learners: { placeOf: async () => ({ agencyId }), teamOf: async () => [] },
    courses: {
      openVersion: async () => ({ version: 1, admission: { mode: 'open' as const }, providerId, price: 100 }),
    },
    signs: { signOf: async () => idle.sign },
    teller: {
      warn: async ({ personId }: Enrolment, { days, on }: { days: number; on: string }) =>
        void told.push(`${personId} ${days} ${on}`),
    },
  };
  const terms = { to: '2026-12-31', seats: 1, payer: 'agency', whenFull: 'wait' } as const;
  const quota = (
    target: 'course' | 'provider',
    given: { seats?: number; releaseAfterDays?: number; noShowDays?: number },
  ) =>
    createQuota(deps, {
      ...{ principal: operator, agencyId },
      request: {
        target: target === 'course' ? { kind: 'course', courseId: 'c1' } : { kind: 'provider', providerId },
        ...{ from: '2026-01-01', ...terms, ...given },
      },
    });
  const enrol = (id: string) => enrolLearner(deps, { principal: learner(id), request: { courseId: 'c1' } });
  const currentOf = (id: string) => enrolments.findCurrent(id as PersonId, 'c1');
  const pastOf = (id: string) => enrolments.listPast(id as PersonId, 'c1');
  const sweep = (most = 100) => releaseUnbegun(deps, { agencyIds: [agencyId], most });
  const days = (n: number) => clock.advance(n * dayMs);
  return { deps, told, idle, terms, quota, enrol, currentOf, pastOf, sweep, days };
}

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

describe('a seat that nobody begins with', () => {
  it('is told of a week before, goes back on its day, and to who waits; the person may come again', async () => {
    const one = await world.quota('course', { releaseAfterDays: 30 });
    await world.enrol('sri');
    await world.enrol('budi');
    world.days(22);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 0 });
    world.days(1);
    expect(await world.sweep()).toMatchObject({ warned: 1, released: 0 });
    expect(world.told).toEqual(['sri 30 2026-04-01']);
    world.days(6);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 0 });
    world.days(1);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 1 });
    expect(await world.pastOf('sri')).toMatchObject([
      { state: 'cancelled', endedBy: { by: 'quota', days: 30 }, charge: { state: 'released' } },
    ]);
    expect(await world.currentOf('budi')).toMatchObject({ state: 'active', charge: { state: 'reserved' } });
    expect(await world.deps.quotas.find(agencyId, one.quotaId)).toMatchObject({ used: 1, waiting: 0 });
    expect(await world.deps.quotas.balances(agencyId, 2026)).toMatchObject([{ reserved: 100, committed: 0 }]);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 0 });
    expect(await world.enrol('sri')).toMatchObject({ state: 'waiting' });
    expect(world.told).toHaveLength(1);
  });

  it('stays where the quota says nothing', async () => {
    await world.quota('course', {});
    await world.enrol('sri');
    world.days(300);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 0 });
    expect(await world.currentOf('sri')).toMatchObject({ state: 'active' });
  });

  it('stays once the quota says nothing any more', async () => {
    const { quotaId } = await world.quota('course', { releaseAfterDays: 30 });
    await world.enrol('sri');
    world.days(23);
    expect(await world.sweep()).toMatchObject({ warned: 1 });
    const request = { rev: 1, ...world.terms };
    await changeQuota(world.deps, { principal: operator, agencyId, quotaId, request });
    expect(await world.deps.quotas.find(agencyId, quotaId)).not.toHaveProperty('releaseAfterDays');
    world.days(60);
    expect(await world.sweep()).toMatchObject({ released: 0 });
  });

  it('goes by the quota of its course, and by that of its provider where that says nothing', async () => {
    await world.quota('provider', { seats: 9, releaseAfterDays: 14 });
    const own = await world.quota('course', { seats: 9 });
    await world.enrol('sri');
    world.days(7);
    expect(await world.sweep()).toMatchObject({ warned: 1 });
    const request = { rev: 1, ...world.terms, seats: 9, releaseAfterDays: 60 };
    await changeQuota(world.deps, { principal: operator, agencyId, quotaId: own.quotaId, request });
    world.days(8);
    expect(await world.sweep()).toMatchObject({ released: 0 });
    world.days(45);
    expect(await world.sweep()).toMatchObject({ released: 1 });
    expect(await world.pastOf('sri')).toMatchObject([{ endedBy: { days: 60 } }]);
  });

  it('gives a week of notice where the term is set when its days are over', async () => {
    const own = await world.quota('course', {});
    await world.enrol('sri');
    world.days(100);
    const request = { rev: 1, ...world.terms, releaseAfterDays: 7 };
    await changeQuota(world.deps, { principal: operator, agencyId, quotaId: own.quotaId, request });
    expect(await world.sweep()).toMatchObject({ warned: 1, released: 0 });
    expect(world.told).toEqual(['sri 7 2026-06-17']);
    world.days(6);
    expect(await world.sweep()).toMatchObject({ released: 0 });
    world.days(1);
    expect(await world.sweep()).toMatchObject({ released: 1 });
  });

  it('is kept by a duty, also one that is given after the person was told', async () => {
    await world.quota('course', { seats: 2, releaseAfterDays: 30 });
    await assignCourse(world.deps, {
      principal: admin,
      request: { courseId: 'c1', personId: 'budi' },
    });
    await world.enrol('sri');
    world.days(23);
    expect(await world.sweep()).toMatchObject({ warned: 1 });
    await assignCourse(world.deps, {
      principal: admin,
      request: { courseId: 'c1', personId: 'sri' },
    });
    world.days(60);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 0 });
    for (const id of ['sri', 'budi']) expect(await world.currentOf(id)).toMatchObject({ state: 'active' });
    expect(world.told).toEqual(['sri 30 2026-04-01']);
  });

  it('is kept by a duty, or gone, of which the list does not know yet', async () => {
    await world.quota('course', { seats: 2, releaseAfterDays: 30 });
    const seats = [await world.enrol('sri'), await world.enrol('budi')];
    world.days(23);
    await world.sweep();
    world.deps.enrolments.listHeld = async () => ({ enrolments: seats });
    await assignCourse(world.deps, { principal: admin, request: { courseId: 'c1', personId: 'sri' } });
    await cancelEnrolment(world.deps, { principal: learner('budi'), courseId: 'c1' });
    world.days(60);
    expect(await world.sweep()).toMatchObject({ warned: 0, released: 0 });
    expect(await world.currentOf('sri')).toMatchObject({ state: 'active', charge: { state: 'reserved' } });
    expect((await world.pastOf('budi'))[0]).not.toHaveProperty('endedBy');
  });

  it.each(['begun', 'unseen'] as const)(
    'is kept where the sign of it is %s, and not looked at again',
    async (sign) => {
      await world.quota('course', { releaseAfterDays: 30 });
      await world.enrol('sri');
      world.days(23);
      world.idle.sign = sign;
      expect(await world.sweep()).toMatchObject({ warned: 0, 'taken-off': 1 });
      world.days(60);
      expect(await world.sweep()).toMatchObject({ warned: 0, released: 0, 'taken-off': 0 });
      expect(await world.currentOf('sri')).toMatchObject({ state: 'active' });
      expect(world.told).toEqual([]);
    },
  );

  it('is kept by whoever begins after they were told', async () => {
    await world.quota('course', { releaseAfterDays: 30 });
    const { registration, personId } = await world.enrol('sri');
    world.days(23);
    await world.sweep();
    await world.deps.enrolments.noteActivity({ registration, personId, at: '2026-03-30T00:00:00.000Z' });
    world.days(30);
    expect(await world.sweep()).toMatchObject({ released: 0, 'taken-off': 1 });
    expect(await world.currentOf('sri')).toMatchObject({ state: 'active', charge: { state: 'reserved' } });
  });

  it('is kept by whoever begins in the same moment, by a launch or by a statement', async () => {
    await world.quota('course', { releaseAfterDays: 30 });
    const { registration, personId } = await world.enrol('sri');
    world.days(23);
    await world.sweep();
    world.days(7);
    world.idle.sign = { idle: { writes: [{ holds: () => false, apply: () => undefined }] } };
    expect(await world.sweep()).toMatchObject({ released: 0 });
    expect(await world.currentOf('sri')).toMatchObject({ state: 'active' });
    world.deps.signs.signOf = async () => {
      await world.deps.enrolments.noteActivity({ registration, personId, at: '2026-04-01T03:00:00.000Z' });
      return { idle: { writes: [] } };
    };
    expect(await world.sweep()).toMatchObject({ released: 0 });
    expect(await world.currentOf('sri')).toMatchObject({ state: 'active', charge: { state: 'reserved' } });
  });

  it('is given back once by two runs at once, and a run that does so many goes on with the next', async () => {
    const one = await world.quota('course', { seats: 5, releaseAfterDays: 30 });
    for (const id of ['a', 'b', 'c', 'd', 'e']) await world.enrol(id);
    world.days(23);
    expect(await world.sweep(3)).toMatchObject({ warned: 3 });
    expect(await world.sweep(3)).toMatchObject({ warned: 2 });
    expect(new Set(world.told).size).toBe(5);
    world.days(7);
    const runs = await Promise.all([world.sweep(), world.sweep()]);
    expect(runs.reduce((sum, { released }) => sum + released, 0)).toBe(5);
    expect(await world.deps.quotas.find(agencyId, one.quotaId)).toMatchObject({ used: 0, waiting: 0 });
    const { lines } = await world.deps.quotas.listLines(agencyId, 2026, { limit: 100 });
    expect(lines.filter(({ kind }) => kind === 'released')).toHaveLength(5);
  });
});

it('a term is 7 to 365 whole days, or left out', () => {
  const terms = { to: '2026-12-31', seats: 1, payer: 'agency', whenFull: 'wait' };
  const fresh = { ...terms, from: '2026-01-01', target: { kind: 'course', courseId: 'c1' } };
  const takes = (days: unknown) => [
    newQuotaSchema.safeParse({ ...fresh, releaseAfterDays: days }).success,
    quotaTermsSchema.safeParse({ ...terms, rev: 1, releaseAfterDays: days }).success,
  ];
  for (const days of [7, 365]) expect(takes(days)).toEqual([true, true]);
  for (const days of [0, 6, 366, 7.5, '30', null]) expect(takes(days)).toEqual([false, false]);
  expect(newQuotaSchema.safeParse(fresh).success).toBe(true);
});

describe('whoever lost a seat without beginning', () => {
  const noShow = { releaseAfterDays: 30, noShowDays: 60 };

  /** Sri has lost the seat to Budi. */
  async function lost(given: { readonly releaseAfterDays: number; readonly noShowDays?: number } = noShow) {
    const { quotaId } = await world.quota('course', given);
    await world.enrol('sri');
    await world.enrol('budi');
    world.days(23);
    await world.sweep();
    world.days(7);
    expect(await world.sweep()).toMatchObject({ released: 1 });
    return quotaId;
  }
  const hourly = () => promoteEndedQuotas({ ...world.deps, budget: noBudget }, { agencyIds: [agencyId] });
  const placeOf = async (id: string) => {
    const current = await world.currentOf(id);
    return current && world.deps.enrolments.waitingBefore(current, 9);
  };

  it('waits behind everybody else in the list of the quota, until the day that was told', async () => {
    const quotaId = await lost();
    expect(await world.pastOf('sri')).toMatchObject([
      { endedBy: { by: 'quota', days: 30, behind: { quotaId, until: '2026-05-31' } } },
    ]);
    expect(await world.enrol('sri')).toMatchObject({ state: 'waiting', waitingBehindUntil: '2026-05-31' });
    world.days(1);
    await world.enrol('ani');
    expect([await placeOf('sri'), await placeOf('ani')]).toEqual([1, 0]);
    world.days(58);
    await hourly();
    expect(await placeOf('sri')).toBe(1);
    world.days(1);
    await hourly();
    expect([await placeOf('sri'), await placeOf('ani')]).toEqual([0, 1]);
    expect(await world.currentOf('sri')).not.toHaveProperty('waitingBehindUntil');
    expect(await world.deps.quotas.find(agencyId, quotaId)).toMatchObject({ used: 1, waiting: 2 });
    await cancelEnrolment(world.deps, { principal: learner('budi'), courseId: 'c1' });
    expect(await world.currentOf('sri')).toMatchObject({ state: 'active' });
  });

  it('is behind nobody where the quota does not say so, or says so no more', async () => {
    const quotaId = await lost();
    await world.enrol('sri');
    await world.enrol('ani');
    expect(await placeOf('sri')).toBe(1);
    const request = { rev: 1, ...world.terms, releaseAfterDays: 30 };
    await changeQuota(world.deps, { principal: operator, agencyId, quotaId, request });
    await promoteQuota(world.deps, { agencyId, quotaId, everybody: true });
    expect(await placeOf('sri')).toBe(0);
    world = createWorld();
    await lost({ releaseAfterDays: 30 });
    expect(await world.pastOf('sri')).toMatchObject([{ endedBy: { by: 'quota', days: 30 } }]);
    await world.enrol('sri');
    await world.enrol('ani');
    expect(await placeOf('sri')).toBe(0);
  });

  it('goes before others with a duty, and whoever left by themselves is behind nobody', async () => {
    await lost();
    await world.enrol('sri');
    await world.enrol('ani');
    const request = { courseId: 'c1', personId: 'sri' as PersonId };
    await assignCourse(world.deps, { principal: admin, request });
    expect(await placeOf('sri')).toBe(0);
    await cancelEnrolment(world.deps, { principal: learner('budi'), courseId: 'c1' });
    await world.enrol('budi');
    expect(await world.currentOf('budi')).not.toHaveProperty('waitingBehindUntil');
  });

  it('is a term of quotas whose seats go back, of 1 to 365 days', async () => {
    await expect(world.quota('course', { noShowDays: 30 })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    for (const noShowDays of [0, 366, 1.5]) {
      const terms = { rev: 1, ...world.terms, ...noShow, noShowDays };
      expect(quotaTermsSchema.safeParse(terms).success).toBe(false);
    }
  });
});
