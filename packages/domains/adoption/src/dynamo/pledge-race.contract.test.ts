import type { AgencyId, PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { letPledgeGo, makePledge, renewPledge } from '../habits/pledges.ts';
import { principalOf } from '../testing/nudge-world.ts';
import { createHabitStore } from './habit-store.ts';

const time = { kind: 'time', days: [2], minutes: 15, weeks: 2, share: 'nobody' } as const;
const agencyId = 'bkn' as AgencyId;

withTables((_engine, tables) => {
  it('fifty pledges at once leave five open, and count their person once; so do renewals', async () => {
    const { dynamo, lms: table } = tables();
    const habits = createHabitStore({ dynamo, table });
    const directory = {
      personOf: async () => ({ timeZone: 'Asia/Jakarta' as const, agencyId }),
      openCoursesOf: async () => [],
    };
    const deps = { habits, directory, clock: fixedClock('2026-03-02T02:00:00.000Z'), ids: countedIds() };
    const principal = principalOf('learner', 'sri');
    const sri = 'sri' as PersonId;
    const codesOf = (settled: readonly PromiseSettledResult<unknown>[]) =>
      new Set(settled.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.code)] : ['done'])));
    const openOnes = async () => (await habits.pledgesOf(sri)).filter(({ letGo }) => !letGo);

    const made = await Promise.allSettled(
      Array.from({ length: 50 }, () => makePledge(deps, { principal, request: time })),
    );
    expect(codesOf(made)).toEqual(new Set(['done', 'adoption.too-many-pledges']));
    expect(await openOnes()).toHaveLength(5);
    expect(await habits.pledgers(agencyId, 2026)).toBe(1);

    // Ten that were let go, and one that is open: room for four.
    for (let round = 0; round < 2; round += 1) {
      for (const { pledgeId } of await openOnes()) await letPledgeGo(deps, { principal, pledgeId });
      for (let n = 0; n < 5; n += 1) await makePledge(deps, { principal, request: time });
    }
    const [first, ...others] = await openOnes();
    for (const { pledgeId } of others) await letPledgeGo(deps, { principal, pledgeId });
    const gone = (await habits.pledgesOf(sri)).filter(({ pledgeId }) => pledgeId !== first?.pledgeId);
    expect(gone).toHaveLength(14);
    const renewed = await Promise.allSettled(
      gone.map(({ pledgeId }) => renewPledge(deps, { principal, pledgeId })),
    );
    expect(codesOf(renewed)).toEqual(new Set(['done', 'adoption.too-many-pledges']));
    expect(await openOnes()).toHaveLength(5);
    expect(await habits.pledgers(agencyId, 2026)).toBe(1);
  });
});
