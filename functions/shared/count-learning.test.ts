import type { Connection, ConnectionId } from '@sinau/connectors';
import type { Enrolment } from '@sinau/enrolment';
import { describe, expect, it } from 'vitest';
import { type CountLearningDeps, countLearningOf } from './count-learning.ts';

const removedAt = '2026-03-01T00:00:00.000Z';

/** A connection of OneRoster, which enrols nobody, with courses and who takes them since when. */
function world(state: Connection['state'], takers: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const deps: CountLearningDeps = {
    connections: {
      find: async () => ({ kind: 'oneroster', providerId: 'p', state, updatedAt: removedAt }) as never,
    },
    ourSide: {
      async *courses() {
        for (const courseId of [...Object.keys(takers), ...Object.keys(takers)])
          yield { connectionId: 'k', externalCourseId: courseId, courseId };
      },
    },
    enrolments: {
      seatsOf: async (courseId) => ({ taken: takers[courseId]?.length ?? 0, waiting: 0 }),
      async listRunning(courseId, shard, { limit, after = '0' }) {
        asked.push(courseId);
        const all = shard === 3 ? (takers[courseId] ?? []) : [];
        const end = Number(after) + limit;
        const enrolments = all.slice(Number(after), end).map((enrolledAt) => ({ enrolledAt }) as Enrolment);
        return { enrolments, ...(end < all.length && { next: String(end) }) };
      },
    },
  };
  return { asked, count: () => countLearningOf(deps, 'k' as ConnectionId) };
}

const before = '2026-02-01T00:00:00.000Z';
const afterwards = '2026-03-02T00:00:00.000Z';

describe('learners of a connection', () => {
  it('are counted where it enrols nobody, each once, on every page and in every part of a roster', async () => {
    const { count, asked } = world('active', { a: Array(150).fill(before), b: [], c: [afterwards] });
    expect(await count()).toBe(151);
    expect(asked).not.toContain('b');
  });

  it('hold its removal until the last is done, and who came after it holds nothing', async () => {
    expect(await world('removing', { a: [before, afterwards] }).count()).toBe(1);
    expect(await world('removing', { a: [afterwards] }).count()).toBe(0);
  });

  it('are many from a thousand on', async () => {
    expect(await world('active', { a: Array(1500).fill(before) }).count()).toBe(1000);
  });
});
