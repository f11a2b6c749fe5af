import { createHash, randomUUID } from 'node:crypto';
import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCourse } from '../assign-course.ts';
import { cancelEnrolment } from '../cancel-enrolment.ts';
import type { Charge } from '../charge.ts';
import { completeEnrolment } from '../complete-enrolment.ts';
import { decideRequest } from '../decide-request.ts';
import { endForProvider } from '../end-for-provider.ts';
import { enrolLearner } from '../enrol-learner.ts';
import type { Enrolment } from '../enrolment.ts';
import { leftIn, potsFor, type SeatGroups } from '../pool.ts';
import type { Admission, EnrolmentStore, QuotaStore } from '../ports.ts';
import { promoteQuota, promoteWaiting } from '../promote-waiting.ts';
import { type Quota, type QuotaStanding, quotaIdOf } from '../quota.ts';
import { releaseUnbegun } from '../release-unbegun.ts';
import { setPools } from '../set-pools.ts';
import { withdrawAssignment } from '../withdraw-assignment.ts';

const actions = [
  'enrol',
  'leave',
  'complete',
  'approve',
  'decline',
  'assign',
  'release',
  'confirm',
  'refuse',
  'begin',
  'lapse',
  'move',
  'divide',
] as const;
const action = fc.record({ who: fc.nat(7), what: fc.constantFrom(...actions) });
/** Rounds of actions that run at the same time, each with the number of seats it finds. */
const history = fc.array(
  fc.record({ seats: fc.integer({ min: 1, max: 4 }), together: fc.array(action, { maxLength: 6 }) }),
  { minLength: 1, maxLength: 6 },
);

const providerId = 'univ' as ProviderId;
const quotaId = quotaIdOf({ kind: 'provider', providerId }, '2026-01-01');
const adminOf = (agencyId: AgencyId): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'admin' as PersonId, name: 'Admin' },
  ...{ roles: ['agency-admin'], agencyId },
});

/** L7: whatever people do at the same time, seats are what confirmed enrolments hold, and no more than there are. */
export function randomHistoriesContract(
  adapter: string,
  open: (
    groups: Pick<SeatGroups, 'of'>,
  ) => Promise<{ readonly enrolments: EnrolmentStore; readonly quotas: QuotaStore }>,
  runs: number,
): void {
  describe(`random histories on ${adapter}`, () => {
    it.each([
      { mode: 'open', quota: undefined, kept: 0 },
      { mode: 'approval', quota: undefined, kept: 0 },
      { mode: 'open', quota: 2, kept: 0 },
      { mode: 'open', quota: 3, kept: 2 },
    ] as const)(
      'L7: keep seats = capacity − confirmed in a course of mode $mode, with a quota of $quota, $kept of them kept',
      async ({ mode, quota, kept }) => {
        await fc.assert(
          fc.asyncProperty(history, async (rounds) => {
            const groups = new Map<PersonId, string>();
            const of: SeatGroups['of'] = async (_, personId) => ({ units: [groups.get(personId) ?? ''] });
            const world = createWorld(await open({ of }), mode, groups);
            if (quota !== undefined) await world.limit(quota);
            if (kept > 0) await world.keep(kept);
            let most = 0;
            for (const { seats, together } of rounds) {
              const held = await world.held();
              world.admission = { mode, seats };
              // Lowering the seats takes none away from those who hold one.
              most = Math.max(seats, held);
              await Promise.all(together.map(({ who, what }) => world.act(who, what)));
              await world.settle();
              await world.check(most);
            }
          }),
          { numRuns: runs },
        );
      },
      120_000,
    );
  });
}

function createWorld(
  { enrolments, quotas }: { readonly enrolments: EnrolmentStore; readonly quotas: QuotaStore },
  mode: Admission['mode'],
  groups: Map<PersonId, string>,
) {
  const agencyId = randomUUID() as AgencyId;
  const admin = adminOf(agencyId);
  const courseId = randomUUID();
  const people = Array.from({ length: 8 }, () => randomUUID() as PersonId);
  for (const [n, personId] of people.entries()) groups.set(personId, n < 4 ? 'east' : 'west');
  const world = { admission: { mode } as Admission };
  let ms = Date.UTC(2026, 2, 2);
  const deps = {
    enrolments,
    invitations: { find: async () => undefined },
    courses: {
      openVersion: async () => ({ version: 1, admission: world.admission, providerId, price: 100 }),
    },
    learners: { placeOf: async () => ({ agencyId }), teamOf: async () => [] },
    clock: {
      now: () => {
        ms += 1;
        return new Date(ms);
      },
    },
    ids: { uuid: () => randomUUID(), token: () => randomUUID() },
    digest: {
      sha256: (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex'),
      sha1: String,
    },
  };
  const setting = { ...deps, quotas, groups: { knows: async () => true } };
  const principalOf = (personId: PersonId): PersonPrincipal => ({
    ...{ kind: 'person', personId, name: personId, roles: ['learner'], agencyId },
  });
  const currents = async () => {
    const all = await Promise.all(people.map((personId) => enrolments.findCurrent(personId, courseId)));
    return all.flatMap((one) => (one ? [one] : []));
  };

  /** A run that tells, and one a week later that takes seats back, by a clock that is ahead of everybody's. */
  async function lapse(): Promise<void> {
    for (const days of [40, 50]) {
      const ahead = { now: () => new Date(deps.clock.now().getTime() + days * 86_400_000) };
      const signs = { signOf: async () => ({ idle: { writes: [] } }) };
      const given = { ...deps, quotas, signs, clock: ahead, teller: { warn: async () => undefined } };
      await releaseUnbegun(given, { agencyIds: [agencyId], most: 10 });
    }
  }

  /** Keeps so many seats for the east, where any are kept at all. */
  async function divide(seats: number): Promise<void> {
    const quota = await quotas.find(agencyId, quotaId);
    const poolId = quota?.pools?.[0]?.poolId;
    if (!quota || poolId === undefined) return;
    const pools = [{ poolId, group: { kind: 'unit' as const, unitId: 'east' }, seats }];
    await setPools(setting, { principal: admin, agencyId, quotaId, request: { rev: quota.rev, pools } });
  }

  async function run(who: number, what: (typeof actions)[number]): Promise<unknown> {
    const personId = people[who] as PersonId;
    const principal = principalOf(personId);
    if (what === 'enrol') return enrolLearner(deps, { principal, request: { courseId } });
    if (what === 'leave') return cancelEnrolment(deps, { principal, courseId });
    if (what === 'assign') return assignCourse(deps, { principal: admin, request: { courseId, personId } });
    if (what === 'lapse') return lapse();
    if (what === 'move') return groups.set(personId, groups.get(personId) === 'east' ? 'west' : 'east');
    if (what === 'divide') return divide(1 + (who % 3));
    const current = await enrolments.findCurrent(personId, courseId);
    if (!current) return undefined;
    const { registration } = current;
    if (what === 'confirm') return enrolments.commitCharge(registration, '2026-03-03T00:00:00.000Z');
    if (what === 'begin')
      return enrolments.noteActivity({ registration, personId, at: deps.clock.now().toISOString() });
    if (what === 'refuse') return endForProvider(deps, { registration, reason: 'full' });
    if (what === 'complete')
      return completeEnrolment(
        { ...deps, hours: { statedJp: async () => 400 as Jp } },
        { registration, completedAt: '2026-03-03T00:00:00.000Z' },
      );
    if (what === 'release') return withdrawAssignment(deps, { principal: admin, registration });
    const request =
      what === 'approve'
        ? { decision: 'approve' as const }
        : { decision: 'decline' as const, reason: 'Tidak' };
    return decideRequest(deps, { principal: admin, registration, request });
  }

  /** Quotas count what is held or spent in them, and every sum is that of its lines. */
  async function checkCosts(waitForQuota: number): Promise<void> {
    const past = await Promise.all(people.map((personId) => enrolments.listPast(personId, courseId)));
    const all = [...(await currents()), ...past.flat()];
    const charges = all.flatMap(({ charge }) => charge ?? []);
    for (const { state, charge, endedBy, assignment } of all) {
      if (state === 'cancelled') expect(charge?.state).toBe('released');
      // Whoever has a duty loses nothing to the days of a quota.
      if (endedBy?.by === 'quota') expect(assignment).toBeUndefined();
      if (state === 'completed') expect(charge?.state).toBe('spent');
    }
    const quota = await quotas.find(agencyId, quotaId);
    if (quota) {
      const held = charges.filter((charge) => charge.state !== 'released' && charge.quotas.includes(quotaId));
      expect(quota.used).toBe(held.length);
      expect(quota.used).toBeLessThanOrEqual(quota.seats);
      expect(quota.waiting).toBe(waitForQuota);
      if (quota.used < quota.seats && !quota.pools) expect(quota.waiting).toBe(0);
    }
    if (quota?.pools) checkPools(quota, await currents(), charges);
    const [sums] = await quotas.balances(agencyId, 2026);
    for (const state of ['reserved', 'committed', 'spent'] as const) {
      expect(sums?.[state] ?? 0).toBe(charges.filter((charge) => charge.state === state).length * 100);
    }
    const { lines } = await quotas.listLines(agencyId, 2026, { limit: 1_000 });
    expect(new Set(lines.map(({ registration, kind }) => `${registration} ${kind}`)).size).toBe(lines.length);
    expect(lines.filter(({ kind }) => kind === 'reserved')).toHaveLength(charges.length);
  }

  /** A pool counts what was taken of it and who waits for it, and none of its seats is free while somebody waits who may have it. */
  function checkPools(quota: QuotaStanding, all: readonly Enrolment[], charges: readonly Charge[]): void {
    const queue = all.filter(({ waitingQuota }) => waitingQuota === quotaId);
    for (const { poolId, taken, waiting, seats } of quota.pools ?? []) {
      const held = charges.filter(({ state, pools }) => state !== 'released' && pools?.[quotaId] === poolId);
      expect(taken).toBe(held.length);
      expect(taken).toBeLessThanOrEqual(seats);
      const fitting = queue.filter(({ personId }) => groups.get(personId) === 'east');
      expect(waiting).toBe(fitting.length);
      expect(queue.filter(({ waitingPools }) => waitingPools?.includes(poolId))).toHaveLength(waiting);
    }
    const day = '2026-03-02';
    for (const { waitingPools = [] } of queue) {
      for (const pot of potsFor(quota, waitingPools, day)) expect(leftIn(quota, pot)).toBeLessThanOrEqual(0);
    }
  }

  return Object.assign(world, {
    held: async () => (await enrolments.seatsOf(courseId)).taken,
    /** Refusals are outcomes here; what counts is the state they leave. */
    act: async (who: number, what: (typeof actions)[number]) => {
      await run(who, what).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error)) throw error;
      });
    },
    async settle() {
      await promoteWaiting(deps, { courseId });
      await promoteQuota(deps, { agencyId, quotaId, everybody: true });
    },
    async limit(seats: number) {
      const after: Quota = {
        ...{ quotaId, agencyId, target: { kind: 'provider', providerId }, from: '2026-01-01' },
        ...{ to: '2026-12-31', seats, payer: 'agency', whenFull: 'wait', setBy: 'operator' },
        ...{ releaseAfterDays: 30, noShowDays: 60 },
        ...{ updatedAt: '2026-01-01T00:00:00.000Z', rev: 1 },
      };
      const by = { id: 'o', name: 'O', as: 'operator' as const };
      await quotas.save({ quotaId, at: after.updatedAt, by, after });
    },
    async keep(seats: number) {
      const pools = [{ group: { kind: 'unit' as const, unitId: 'east' }, seats }];
      await setPools(setting, { principal: admin, agencyId, quotaId, request: { rev: 1, pools } });
    },
    async check(most: number) {
      const { taken, waiting } = await enrolments.seatsOf(courseId);
      const all = await currents();
      expect(taken).toBe(all.filter(({ state, counted }) => counted && state !== 'waiting').length);
      expect(taken).toBe(
        all.filter(({ state, counted }) => counted || state === 'active' || state === 'completed').length,
      );
      const queue = all.filter(({ state }) => state === 'waiting');
      expect(waiting).toBe(queue.filter(({ waitingQuota }) => waitingQuota === undefined).length);
      await checkCosts(queue.length - waiting);
      expect(taken).toBeLessThanOrEqual(most);
      const { seats = 0 } = world.admission;
      if (taken < seats) expect(waiting).toBe(0);
      if (waiting > 0) expect(await enrolments.firstWaiting(courseId)).toBeDefined();
    },
  });
}
