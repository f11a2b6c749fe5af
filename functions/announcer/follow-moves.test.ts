import type { ExternalLearning, LearningId } from '@sinau/external-learning';
import { memoryLearningStore, training } from '@sinau/external-learning/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { type DataRequest, type DataRequestId, listRequests, mayAnswer } from '@sinau/privacy';
import { memoryPrivacyStores } from '@sinau/privacy/testing';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { type FollowMovesDeps, followMoves } from './follow-moves.ts';

const personId = 'sri' as PersonId;
const [bkn, anri] = ['bkn' as AgencyId, 'anri' as AgencyId];
const at = '2026-03-09T01:00:00.000Z';
const adminOf = (agencyId: AgencyId): PersonPrincipal => ({
  ...{ kind: 'person', personId: `admin-${agencyId}` as PersonId, name: 'Agus', roles: ['agency-admin'] },
  agencyId,
});
const moved: Fact = { type: 'standing-changed', eventId: 'standing-changed:sri:2', occurredAt: at, personId };

/** Sri of BKN has sent a report, keeps a draft, and has asked for a correction and before that for another. */
async function world(home: object) {
  const learnings = memoryLearningStore();
  const { requests } = memoryPrivacyStores(nodeDigest);
  const learning = (learningId: string, more: Partial<ExternalLearning>): ExternalLearning => ({
    ...{ learningId: learningId as LearningId, personId, agencyId: bkn, way: 'attended', state: 'draft' },
    ...{ stage: 'report', details: { ...training, title: learningId } },
    ...{ evidence: [], createdAt: at, lines: 1, rev: 0, ...more },
  });
  await learnings.take({ after: learning('sent', { state: 'reported', waitingSince: at }) });
  await learnings.take({ after: learning('draft', {}) });
  const request = (requestId: string, state: DataRequest['state']): DataRequest => ({
    ...{ requestId: requestId as DataRequestId, personId, subject: 'hash', kind: 'correction', text: 'x' },
    ...{ agencyId: bkn, openedAt: at, dueAt: '2026-03-12T01:00:00.000Z', state, rev: 0 },
  });
  await requests.save(request('open', 'open'));
  await requests.save({ ...request('old', 'answered'), endedAt: at });
  const people = { find: async () => ({ personId, home }) };
  return { learnings, requests, people } as unknown as FollowMovesDeps;
}

it('takes along what waits to the agency where somebody is now, in its turn, and nothing else', async () => {
  const on = await world({ kind: 'agency', agencyId: anri });
  for (const _ of [1, 2]) await followMoves(on, moved);
  expect((await on.learnings.listWaiting(bkn, { limit: 9 })).learnings).toEqual([]);
  expect((await on.learnings.listWaiting(anri, { limit: 9 })).learnings).toMatchObject([
    { learningId: 'sent', waitingSince: at, rev: 2 },
  ]);
  expect(await on.learnings.find(personId, 'draft' as LearningId)).toMatchObject({ agencyId: bkn, rev: 1 });
  expect((await listRequests(on, adminOf(bkn))).open).toEqual([]);
  const [request] = (await listRequests(on, adminOf(anri))).open;
  if (!request) throw new Error('it waits in the new agency');
  expect([bkn, anri].map((agencyId) => mayAnswer(adminOf(agencyId), request))).toEqual([false, true]);
  expect((await listRequests(on, adminOf(bkn))).ended).toHaveLength(1);
});

it('leaves it where it is when somebody belongs to no agency any more', async () => {
  const on = await world({ kind: 'platform' });
  await followMoves(on, moved);
  expect((await on.learnings.listWaiting(bkn, { limit: 9 })).learnings).toHaveLength(1);
  expect((await listRequests(on, adminOf(bkn))).open).toHaveLength(1);
});

it('looks again where a reviewer was faster', async () => {
  const on = await world({ kind: 'agency', agencyId: anri });
  const { take } = on.learnings;
  let others = 1;
  const learnings: FollowMovesDeps['learnings'] = {
    ...on.learnings,
    take: async (step) => (others-- > 0 ? { outcome: 'changed' } : take(step)),
  };
  await followMoves({ ...on, learnings }, moved);
  expect((await on.learnings.listWaiting(anri, { limit: 9 })).learnings).toHaveLength(1);
});
