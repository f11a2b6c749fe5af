import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { enrolLearner } from './index.ts';
import { createQuota, promoteEndedQuotas } from './quotas.ts';
import { memoryCosts, memoryEnrolmentStore, memoryInvitationStore, noBudget } from './testing/index.ts';

const agencyId = 'bkn' as AgencyId;
const learner = (id: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['learner'], agencyId },
});
const operator: PersonPrincipal = { ...learner('op'), roles: ['operator'] };

/** One seat a year, which is taken; two wait for another. */
async function world() {
  const costs = memoryCosts();
  const enrolments = memoryEnrolmentStore({ costs });
  const providerId = 'univ' as ProviderId;
  const deps = {
    ...{ clock: fixedClock('2026-12-30T03:00:00.000Z'), ids: countedIds(), enrolments },
    ...{ digest: { sha256: String, sha1: String }, quotas: costs.store },
    invitations: memoryInvitationStore(),
    courses: { openVersion: async () => ({ version: 1, admission: { mode: 'open' as const }, providerId }) },
  };
  const quota = (year: string) =>
    createQuota(deps, {
      ...{ principal: operator, agencyId },
      request: {
        target: { kind: 'course', courseId: 'c1' },
        ...{ from: `${year}-01-01`, to: `${year}-12-31`, seats: 1, payer: 'agency', whenFull: 'wait' },
      },
    });
  await quota('2026');
  for (const id of ['sri', 'budi', 'ani']) {
    deps.clock.advance(1000);
    await enrolLearner(deps, { principal: learner(id), request: { courseId: 'c1' } });
  }
  const states = async () =>
    Promise.all(
      ['sri', 'budi', 'ani'].map(async (id) => (await enrolments.findCurrent(id as PersonId, 'c1'))?.state),
    );
  const sweep = () => promoteEndedQuotas({ ...deps, budget: noBudget }, { agencyIds: [agencyId] });
  return { deps, quota, states, sweep };
}
const dayMs = 86_400_000;

it('who waits in a quota goes on waiting through its last day, and has a seat when it is over', async () => {
  const { deps, states, sweep } = await world();
  deps.clock.advance(dayMs);
  expect(await sweep()).toBe(0);
  expect(await states()).toEqual(['active', 'waiting', 'waiting']);
  deps.clock.advance(dayMs);
  expect(await sweep()).toBe(2);
  expect(await states()).toEqual(['active', 'active', 'active']);
  expect(await sweep()).toBe(0);
});

it('the next quota has its own seats: the first gets one, the others wait there', async () => {
  const { deps, quota, states, sweep } = await world();
  await quota('2027');
  deps.clock.advance(2 * dayMs);
  expect(await sweep()).toBe(1);
  expect(await states()).toEqual(['active', 'active', 'waiting']);
  expect(await deps.quotas.list(agencyId)).toMatchObject([{ waiting: 0 }, { used: 1, waiting: 1 }]);
});
