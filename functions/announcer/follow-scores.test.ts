import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { Attempt } from '@sinau/lti-tool';
import { memoryLtiToolStores, memoryScoreStore, samplePlacement } from '@sinau/lti-tool/testing';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { followAttempt, followScores } from './follow-scores.ts';

const registration = '00000000-0000-4000-8000-000000000001';
const { platformId, placementId } = samplePlacement();
const startedAt = '2026-03-02T01:00:00.000Z';
const attempt: Attempt = {
  ...{ registration, courseId: 'c1', platformId, placementId, subject: '42', personId: 'sri' as PersonId },
  ...{ startedAt, launchedAt: '2026-03-03T01:00:00.000Z' },
};
const fact = (type: Fact['type']) =>
  ({ eventId: 'e', type, occurredAt: '2026-03-04T01:00:00.000Z', registration, courseId: 'c1' }) as Fact;

async function world() {
  const { attempts } = memoryLtiToolStores();
  const deps = { attempts, scores: memoryScoreStore(), clock: fixedClock() };
  const row = () => deps.scores.find(attempt);
  return { deps, attempts, row };
}

it.each(['progress-made', 'enrolment-completed', 'enrolment-moved', 'result-placed'] as const)(
  'a platform is owed a score of %s by those who came from it',
  async (type) => {
    const { deps, attempts, row } = await world();
    await followScores(deps, fact(type));
    expect(await row()).toBeUndefined();
    await attempts.note(attempt);
    await followScores(deps, fact(type));
    await followScores(deps, fact(type));
    expect(await row()).toMatchObject({ state: 'waiting', changedAt: '2026-03-04T01:00:00.000Z' });
  },
);

it('nothing is owed of other facts', async () => {
  const { deps, attempts, row } = await world();
  await attempts.note(attempt);
  await followScores(deps, fact('enrolment-created'));
  await followScores(deps, fact('course-published'));
  expect(await row()).toBeUndefined();
});

it('a launch is dated by the first one, and what is owed goes with the link of the account', async () => {
  const { deps, row } = await world();
  await followAttempt(deps, { kind: 'launched', attempt });
  expect(await row()).toMatchObject({ state: 'waiting', changedAt: startedAt });
  await followAttempt(deps, { kind: 'removed', attempt });
  expect(await row()).toBeUndefined();
});
