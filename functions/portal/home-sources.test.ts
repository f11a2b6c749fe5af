import type { PersonId } from '@sinau/kernel';
import { memoryPlanningStore } from '@sinau/planning/testing';
import { expect, it } from 'vitest';
import { askedOnce } from './home-sources.ts';

const [sri, budi] = ['sri', 'budi'] as PersonId[] as [PersonId, PersonId];
const zone = 'Asia/Jakarta';

it('answers spans of sessions as the store does, from one read; others and wider spans are asked for', async () => {
  const store = memoryPlanningStore();
  const days = ['2025-10-01', '2026-02-20', '2026-03-01', '2026-03-02'];
  for (const personId of [sri, budi])
    for (const day of days) {
      const [from, to] = [`${day}T17:00:00.000Z`, `${day}T18:00:00.000Z`];
      await store.noteSession(personId, {
        sessionId: `${personId} ${day}`,
        courseId: 'c1',
        from,
        to,
      } as never);
    }
  const asked: string[] = [];
  const counted = {
    ...store,
    sessionsOf: (...given: Parameters<typeof store.sessionsOf>) => {
      asked.push(given[0]);
      return store.sessionsOf(...given);
    },
  };
  const listCurrent = async (id: string) => {
    asked.push(`courses of ${id}`);
    return [];
  };
  const deps = askedOnce(
    {
      ...{ enrolments: { listCurrent }, plans: async () => counted },
      clock: { now: () => new Date('2026-03-03T02:00:00.000Z') },
    } as unknown as Parameters<typeof askedOnce>[0],
    { personId: sri, zone },
  );
  const spans = [
    ['2026-03-01T17:00:00.000Z', '2026-03-02T17:00:00.000Z'],
    ['2026-02-01T17:00:00.000Z', '2026-04-02T17:00:00.000Z'],
    ['2025-12-15T17:00:00.000Z', '2027-01-02T17:00:00.000Z'],
    ['2025-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z'],
  ].map(([from = '', until = '']) => ({ from, until }));
  const plans = await deps.plans();
  for (const personId of [sri, budi])
    for (const span of spans)
      expect(await plans.sessionsOf(personId, span)).toEqual(await store.sessionsOf(personId, span));
  expect(asked).toEqual([sri, sri, budi, budi, budi, budi]);
  await Promise.all([sri, sri, budi].map((id) => deps.enrolments.listCurrent(id)));
  expect(asked.slice(6)).toEqual([`courses of ${sri}`, `courses of ${budi}`]);
});
