import type { PersonId } from '@sinau/kernel';
import { memoryPlanningStore } from '@sinau/planning/testing';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { followPlan } from './follow-plan.ts';

it('notes when somebody learned, once a session, and nothing of guests and of results from elsewhere', async () => {
  const plans = memoryPlanningStore();
  const from = '2026-11-23T01:00:00.000Z';
  const type = 'progress-made' as const;
  const made = { type, eventId: 'p1', occurredAt: from, registration: 'r1', courseId: 'c1' };
  const session = (to: string) => ({ sessionId: 's1', from, to });
  const late = session('2026-11-23T01:40:00.000Z');
  const facts: readonly Fact[] = [
    { ...made, personId: 'sri', session: session(from) },
    { ...made, personId: 'sri', session: late },
    { ...made, personId: 'sri', session: session(from) },
    { ...made, session: { ...late, sessionId: 's2' } },
    { ...made, personId: 'sri', elsewhere: true },
  ];
  for (const fact of facts) await followPlan({ plans }, fact);
  expect(await plans.allSessionsOf('sri' as PersonId)).toEqual([late]);
});
