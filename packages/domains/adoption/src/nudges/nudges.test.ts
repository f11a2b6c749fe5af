import type { PersonId } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnerOf, nudgeWorld, principalOf } from '../testing/nudge-world.ts';
import { groupOf } from './assign.ts';
import { type EffectStanding, noSums, standingAfter } from './effect.ts';
import { experimentRequestSchema, type NudgeKind } from './experiment.ts';
import { startExperiment, stopExperiment } from './manage-experiments.ts';
import { nextTurn } from './next-turn.ts';
import { readEffects } from './read-effects.ts';
import { runNudges, startNudges } from './run-nudges.ts';
import { settleOutcomes } from './settle-outcomes.ts';

const forever = { untilMs: Number.POSITIVE_INFINITY };
const operator = principalOf('operator');
const opened = '2026-02-25T02:00:00.000Z';
const wednesday = '2026-03-04T02:00:00.000Z';

async function given(kinds: readonly NudgeKind[] = ['begin'], share = 20) {
  const world = nudgeWorld();
  for (const kind of kinds)
    await startExperiment(world.deps, { principal: operator, request: { kind, share, after: 0 } });
  const join = async (name: string, over: Parameters<typeof learnerOf>[1] = {}) => {
    world.people.set(name, learnerOf(opened, over));
    await startNudges(world.deps, { personId: name as PersonId, timeZone: 'Asia/Jakarta' });
  };
  const round = async (at: string) => {
    world.to(at);
    return runNudges(world.deps, forever);
  };
  return { world, join, round };
}
const names = (count: number) => Array.from({ length: count }, (_, n) => `orang-${n}`);

describe('groups', () => {
  it('depend on experiment and person alone, and are about as large as the share', () => {
    const experiment = { kind: 'begin', version: 1, share: 20, salt: 's'.repeat(43) } as const;
    const people = Array.from({ length: 5_000 }, (_, n) => `p-${n}` as PersonId);
    const held = (over: Partial<Record<'version' | 'share', number>> & { readonly salt?: string } = {}) =>
      new Set(people.filter((one) => groupOf(hmacSigner, { ...experiment, ...over }, one) === 'held-out'));
    const first = held();
    expect(held()).toEqual(first);
    // Four standard deviations of 5,000 draws at a fifth.
    expect(Math.abs(first.size - 1_000)).toBeLessThan(4 * Math.sqrt(5_000 * 0.2 * 0.8));
    // A larger share holds out the same people and more.
    const half = held({ share: 50 });
    expect([...first].every((one) => half.has(one))).toBe(true);
    // A new version draws anew: a fifth of a fifth is in both.
    const again = held({ version: 2, salt: 't'.repeat(43) });
    const both = [...first].filter((one) => again.has(one)).length;
    expect(Math.abs(both - 200)).toBeLessThan(4 * Math.sqrt(5_000 * 0.04 * 0.96));
  });

  it('are the same whatever the order and number of rounds, and nobody who is held out is ever told', async () => {
    const people = names(24);
    const run = async (order: readonly string[], rounds: number) => {
      const { world, join, round } = await given(['begin', 'plan-week'], 50);
      for (const name of order) await join(name, { hasPlan: false });
      for (let n = 0; n < rounds; n += 1) {
        await round(wednesday);
        // A round that meets what another has read already.
        const stale = order.map((name) => ({ personId: name as PersonId, at: wednesday }));
        await runNudges(
          {
            ...world.deps,
            nudges: { ...world.nudges, listDueTurns: async () => stale.slice(0, 30), parts: 1 },
          },
          forever,
        );
      }
      const met = await Promise.all(people.map((name) => world.nudges.metBy(name as PersonId)));
      return { met: met.flat(), told: world.told };
    };
    const once = await run(people, 1);
    expect(once.met).toHaveLength(24);
    const held = once.met.filter(({ group }) => group === 'held-out').map(({ personId }) => personId);
    expect(held.length).toBeGreaterThan(4);
    expect(once.told.map(({ personId }) => personId).toSorted()).toEqual(
      people.filter((name) => !held.includes(name as PersonId)).toSorted(),
    );
    const shuffled = fc.shuffledSubarray(people as string[], { minLength: 24 });
    const property = fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 3 }), async (order, rounds) => {
      const { met, told } = await run(order, rounds);
      expect(met).toEqual(once.met);
      expect(told.map(({ personId }) => personId).toSorted()).toEqual(
        once.told.map(({ personId }) => personId).toSorted(),
      );
    });
    await fc.assert(property, { numRuns: 20, seed: 7 });
  });
});

describe('whom a nudge meets', () => {
  it('is looked at on Wednesdays at nine where they work', () => {
    expect(nextTurn('Asia/Jakarta', new Date('2026-03-02T02:00:00.000Z'))).toBe(wednesday);
    expect(nextTurn('Asia/Jakarta', new Date(wednesday))).toBe('2026-03-11T02:00:00.000Z');
    expect(nextTurn('Asia/Jayapura', new Date('2026-03-04T00:00:00.000Z'))).toBe('2026-03-11T00:00:00.000Z');
  });

  const cases = [
    ['begin', {}, true],
    ['begin', { courses: [] }, false],
    ['begin', { hasPlan: false }, true],
    ['continue', {}, false],
    ['continue', { lastActivityAt: '2026-02-25T02:00:00.000Z' }, true],
    ['continue', { lastActivityAt: '2026-02-18T02:00:00.000Z' }, true],
    ['continue', { lastActivityAt: '2026-02-26T02:00:00.000Z' }, false],
    ['continue', { lastActivityAt: '2026-02-16T02:00:00.000Z' }, false],
    ['begin', { openedAt: '2026-02-28T02:00:00.000Z' }, false],
    ['begin', { openedAt: '2026-01-01T02:00:00.000Z' }, false],
    ['begin', { lastActivityAt: '2026-02-18T02:00:00.000Z' }, false],
    ['begin', { isUnseen: true }, false],
    ['plan-week', {}, false],
    ['plan-week', { hasPlan: false }, true],
    ['plan-week', { hasPlan: false, openedAt: '2026-03-02T02:00:00.000Z' }, false],
    ['begin', { mayNudge: false }, false],
    ['plan-week', { hasPlan: false, mayNudge: false }, false],
  ] as const;
  it.each(cases)('%s with %o: %s', async (kind, fact, isMet) => {
    const { world, join, round } = await given([kind], 5);
    const {
      openedAt = opened,
      lastActivityAt,
      isUnseen,
      ...over
    } = {
      ...(fact as { openedAt?: string; lastActivityAt?: string; isUnseen?: true }),
    };
    const course = { courseId: 'c1', title: { id: 'K' }, openedAt, ...(isUnseen && { isUnseen }) };
    const courses = [{ ...course, ...(lastActivityAt !== undefined && { lastActivityAt }) }];
    await join('sri');
    world.people.set('sri', learnerOf(opened, { courses, ...over }));
    await round(wednesday);
    const met = await world.nudges.metBy('sri' as PersonId);
    expect(met.map((one) => one.kind)).toEqual(isMet ? [kind] : []);
    if (!isMet) expect(world.told).toEqual([]);
  });

  it('is whoever was touched by no course that is busier: the last activity of all counts', async () => {
    const { world, join, round } = await given(['continue'], 5);
    const course = (courseId: string, lastActivityAt: string) => ({
      ...{ courseId, title: { id: courseId }, openedAt: opened, lastActivityAt },
    });
    await join('sri', {
      courses: [course('a', '2026-02-24T02:00:00.000Z'), course('b', '2026-03-03T02:00:00.000Z')],
    });
    await round(wednesday);
    expect(await world.nudges.metBy('sri' as PersonId)).toEqual([]);
  });

  it('is met once a week at most across kinds, whichever the group, and once a version', async () => {
    const { world, join, round } = await given(['begin', 'plan-week'], 50);
    for (const name of names(12)) await join(name, { hasPlan: false });
    expect(await round(wednesday)).toBe(12);
    expect(await round('2026-03-06T02:00:00.000Z')).toBe(0);
    expect(await round('2026-03-11T02:00:00.000Z')).toBe(12);
    expect(await round('2026-03-18T02:00:00.000Z')).toBe(0);
    const met = (await Promise.all(names(12).map((one) => world.nudges.metBy(one as PersonId)))).flat();
    expect(met.filter(({ kind }) => kind === 'begin').every(({ at }) => at === wednesday)).toBe(true);
    expect(met).toHaveLength(24);
  });

  it('loses the turn with the last open course, and gets it again with the next', async () => {
    const { world, join, round } = await given();
    await join('sri', { courses: [] });
    await round(wednesday);
    expect(await world.nudges.listDueTurns(0, '2099', 10)).toEqual([]);
    world.people.set('sri', learnerOf(wednesday));
    await startNudges(world.deps, { personId: 'sri' as PersonId, timeZone: 'Asia/Jakarta' });
    expect(await round('2026-03-11T02:00:00.000Z')).toBe(1);
  });

  it('is told after a crash in between, and is not once the nudge was stopped or switched off', async () => {
    for (const end of ['crash', 'stopped', 'switched off'] as const) {
      const { world, join, round } = await given(['begin'], 5);
      await join('orang-1');
      world.to(wednesday);
      const dying = { tell: () => Promise.reject(new Error('killed')) };
      await expect(runNudges({ ...world.deps, teller: dying }, forever)).rejects.toThrow('killed');
      const place = { kind: 'begin', version: 1 } as const;
      if (end === 'stopped') await stopExperiment(world.deps, { principal: operator, place });
      if (end === 'switched off') world.people.set('orang-1', learnerOf(opened, { mayNudge: false }));
      await round('2026-03-04T02:05:00.000Z');
      expect(world.told).toHaveLength(end === 'crash' ? 1 : 0);
      expect((await world.nudges.effectOf(place, { kind: 'nation' })).sums.told).toBe(1);
    }
  });
});

describe('an experiment', () => {
  it('is begun and stopped by operators alone, one version at a time', async () => {
    const { deps } = nudgeWorld();
    const request = { kind: 'begin', share: 20, after: 0 } as const;
    for (const role of ['agency-admin', 'learner', 'supervisor'] as const) {
      const principal = principalOf(role);
      await expect(startExperiment(deps, { principal, request })).rejects.toThrow('Only operators');
    }
    await startExperiment(deps, { principal: operator, request });
    await expect(startExperiment(deps, { principal: operator, request })).rejects.toThrow('meanwhile');
    const running = { principal: operator, request: { ...request, after: 1 } };
    await expect(startExperiment(deps, running)).rejects.toThrow('meanwhile');
    const stop = { principal: operator, place: { kind: 'begin', version: 1 } as const };
    await expect(stopExperiment(deps, { ...stop, principal: principalOf('agency-admin') })).rejects.toThrow();
    const none = { ...stop, place: { kind: 'begin', version: 9 } as const };
    await expect(stopExperiment(deps, none)).rejects.toMatchObject({ code: 'adoption.not-found' });
    await stopExperiment(deps, stop);
    await expect(stopExperiment(deps, stop)).rejects.toThrow('meanwhile');
    await startExperiment(deps, running);
    const salts = (await deps.nudges.experiments()).map(({ salt }) => salt);
    expect(new Set(salts).size).toBe(2);
  });

  it.each([4, 51, 20.5])('takes no share of %s', (share) => {
    expect(experimentRequestSchema.safeParse({ kind: 'begin', share, after: 0 }).success).toBe(false);
  });

  it('that is stopped, or a year old, meets nobody', async () => {
    const stopped = await given();
    await stopped.join('sri');
    const place = { kind: 'begin', version: 1 } as const;
    await stopExperiment(stopped.world.deps, { principal: operator, place });
    expect(await stopped.round(wednesday)).toBe(0);
    const old = await given();
    old.world.to('2027-03-03T02:00:00.000Z');
    old.world.people.set('sri', learnerOf('2027-02-20T02:00:00.000Z'));
    await startNudges(old.world.deps, { personId: 'sri' as PersonId, timeZone: 'Asia/Jakarta' });
    expect(await old.round('2027-03-10T02:00:00.000Z')).toBe(0);
  });
});

describe('the effect', () => {
  it('counts learning within seven days in both groups by its own time', async () => {
    const { world, join, round } = await given(['begin'], 50);
    const people = names(40);
    for (const name of people) await join(name);
    await round(wednesday);
    const met = (await Promise.all(people.map((one) => world.nudges.metBy(one as PersonId)))).flat();
    // Those who were told learn on the seventh day, of the others most too late or before.
    const slow = { told: 5, 'held-out': met.filter(({ group }) => group === 'held-out').length - 5 };
    for (const { personId, group } of met) {
      slow[group] -= 1;
      const isInTime = slow[group] < 0;
      const late = ['2026-03-11T02:00:00.000Z', '2026-03-04T01:00:00.000Z'];
      world.learned.set(personId, isInTime ? ['2026-03-11T01:59:59.000Z'] : late);
    }
    world.to('2026-03-13T02:00:00.000Z');
    expect(await settleOutcomes(world.deps, forever)).toBe(0);
    world.to('2026-03-14T02:00:00.000Z');
    expect(await settleOutcomes(world.deps, forever)).toBe(40);
    expect(await settleOutcomes(world.deps, forever)).toBe(0);
    const [begin, ...others] = await readEffects(world.deps, { principal: operator, as: 'operator' });
    expect(others.every(({ versions }) => versions.length === 0)).toBe(true);
    const heldOut = met.filter(({ group }) => group === 'held-out').length;
    expect(begin?.versions[0]).toMatchObject({
      met: 40,
      isRunning: true,
      result: {
        ...{ told: 40 - heldOut, toldReturned: 35 - heldOut, heldOut, heldOutReturned: 5 },
        reading: 'more',
      },
    });
    expect(begin?.versions[0]?.experiment).not.toHaveProperty('salt');
  });

  it('is hidden in small groups and where all or none learned, moves in steps, and is unclear while the interval holds 0', async () => {
    const { world } = await given(['begin'], 50);
    const admin = { principal: principalOf('agency-admin'), as: 'agency' } as const;
    const effect = async () => (await readEffects(world.deps, admin))[0]?.versions[0];
    let n = 0;
    const add = async (group: 'told' | 'held-out', count: number, returned: number) => {
      for (let k = 0; k < count; k += 1) {
        n += 1;
        const at = world.clock.now().toISOString();
        const met = {
          ...{ personId: `p${n}` as PersonId, kind: 'begin' as const, version: 1, group },
          ...{ agencyId: 'bkn' as never, at, turnAt: at, settleAt: at },
        };
        await world.nudges.meet(met);
        await world.nudges.settle(met, k < returned);
      }
      world.clock.advance(1_000);
    };
    await add('told', 9, 4);
    expect(await effect()).not.toHaveProperty('met');
    await add('told', 1, 1);
    await add('held-out', 9, 5);
    expect(await effect()).toMatchObject({ met: 10 });
    expect(await effect()).not.toHaveProperty('result');
    await add('held-out', 1, 0);
    const told = { told: 10, toldReturned: 5, heldOut: 10, heldOutReturned: 5, reading: 'unclear' };
    expect(await effect()).toMatchObject({ met: 20, result: told });
    // One person more changes nothing that is told, nor do many of whom nobody, or everybody, learned.
    await add('held-out', 30, 0);
    await add('told', 30, 30);
    expect(await effect()).toMatchObject({ met: 80, result: told });
    await add('told', 5, 0);
    await add('held-out', 4, 4);
    expect(await effect()).toMatchObject({ result: told });
    await add('held-out', 1, 1);
    expect(await effect()).toMatchObject({
      result: { told: 45, toldReturned: 35, heldOut: 45, heldOutReturned: 10, reading: 'more' },
    });
    // Other agencies' numbers are not these.
    const other = { principal: principalOf('agency-admin', 'x', 'lan'), as: 'agency' } as const;
    expect((await readEffects(world.deps, other))[0]?.versions[0]).not.toHaveProperty('met');
    await expect(readEffects(world.deps, { ...admin, as: 'operator' })).rejects.toThrow('Only operators');
    const learner = { principal: principalOf('learner'), as: 'agency' } as const;
    await expect(readEffects(world.deps, learner)).rejects.toThrow('Only operators');
  });

  describe('noted', () => {
    const place = { kind: 'begin', version: 1 } as const;
    const scope = { kind: 'agency', agencyId: 'bkn' as never } as const;
    const admin = { principal: principalOf('agency-admin'), as: 'agency' } as const;
    const sumsOf = (
      [toldSettled, toldReturned]: readonly [number, number],
      [heldOutSettled, heldOutReturned]: readonly [number, number],
    ) => ({
      ...{ told: toldSettled, toldSettled, toldReturned },
      ...{ heldOut: heldOutSettled, heldOutSettled, heldOutReturned },
    });
    const resultWith = async (
      nudges: Parameters<typeof readEffects>[0]['nudges'],
      clock: Parameters<typeof readEffects>[0]['clock'],
    ) => (await readEffects({ nudges, clock }, admin))[0]?.versions[0]?.result;

    it('by the rule of before is told no more, and counted on from', async () => {
      const { world } = await given(['begin'], 50);
      const old = { sums: sumsOf([10, 10], [10, 0]), at: opened };
      await world.nudges.noteStanding({ place, scope }, { before: undefined, next: old });
      const now = (sums: EffectStanding['sums']) => ({
        ...world.nudges,
        effectOf: async (...of: Parameters<typeof world.nudges.effectOf>) => ({
          ...(await world.nudges.effectOf(...of)),
          sums,
        }),
      });
      expect(await resultWith(now(old.sums), world.clock)).toBeUndefined();
      // Five more of each that the old one lacked: beside it, they would be told by their group.
      expect(await resultWith(now(sumsOf([15, 10], [15, 5])), world.clock)).toBeUndefined();
      expect(await resultWith(now(sumsOf([20, 15], [20, 5])), world.clock)).toMatchObject({ told: 20 });
      expect((await world.nudges.effectOf(place, scope)).standing?.sums.toldSettled).toBe(20);
    });

    it('by two looks at once is told once: both see what was noted first', async () => {
      const { world } = await given(['begin'], 50);
      const first = { sums: sumsOf([10, 5], [10, 5]), at: '2026-03-04T01:59:59.000Z' };
      const racing = {
        ...world.nudges,
        async effectOf(...of: Parameters<typeof world.nudges.effectOf>) {
          const { standing } = await world.nudges.effectOf(...of);
          // Somebody settled between the two looks.
          return { sums: sumsOf([11, 6], [10, 5]), ...(standing && { standing }) };
        },
        async noteStanding(...[at, change]: Parameters<typeof world.nudges.noteStanding>) {
          await world.nudges.noteStanding(at, { before: undefined, next: first });
          return world.nudges.noteStanding(at, change);
        },
      };
      expect(await resultWith(racing, world.clock)).toMatchObject({
        told: 10,
        toldReturned: 5,
        at: first.at,
      });
    });
  });

  it('tells nobody who knows who learned, and looks whenever they like, who of them was held out', () => {
    const person = fc.record({ isTold: fc.boolean(), hasReturned: fc.boolean(), isLookedAt: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 120 }), (people) => {
        let sums = noSums;
        let standing: EffectStanding | undefined;
        let since = { told: [0, 0], heldOut: [0, 0] };
        for (const { isTold, hasReturned, isLookedAt } of people) {
          const group = isTold ? ('told' as const) : ('heldOut' as const);
          sums = {
            ...{ ...sums, [group]: sums[group] + 1, [`${group}Settled`]: sums[`${group}Settled`] + 1 },
            ...(hasReturned && { [`${group}Returned`]: sums[`${group}Returned`] + 1 }),
          };
          const [stayed = 0, returned = 0] = since[group];
          since = { ...since, [group]: hasReturned ? [stayed, returned + 1] : [stayed + 1, returned] };
          const next = isLookedAt ? standingAfter(standing, { sums, now: 'now' }) : undefined;
          if (!next) continue;
          // Of whoever is new in what is told, five of the other group did the same at least.
          for (const like of [...since.told, ...since.heldOut]) expect(like).toBeGreaterThanOrEqual(5);
          standing = next;
          since = { told: [0, 0], heldOut: [0, 0] };
        }
      }),
    );
  });
});
