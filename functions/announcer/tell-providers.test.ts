import type { Course, CourseId } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { providerOwner } from '@sinau/push';
import { memoryFeedStore } from '@sinau/records/testing';
import { describe, expect, it } from 'vitest';
import { createPushFeed, feedOf } from '../shared/push-feed.ts';
import type { Fact } from './follow-fact.ts';
import { tellProvider } from './tell-providers.ts';

const course: Course = { ...courseOf(), courseId: 'c1' as CourseId };
const at = '2026-03-02T01:00:00.000Z';
const completed: Fact = {
  ...{ type: 'enrolment-completed', eventId: 'completed:e1', occurredAt: at, enrolmentId: 'e1' },
  ...{
    personId: 'sri',
    courseId: 'c1',
    courseVersion: 2,
    registration: 'a1111111-1111-4111-8111-111111111111',
  },
};
const published: Fact = {
  ...{
    type: 'course-published',
    eventId: 'published:c1:2',
    occurredAt: at,
    courseId: 'c1',
    courseVersion: 2,
  },
  ...{ providerId: course.providerId, title: { id: 'Etika' }, jpHundredths: 250 },
};

function world(scores: readonly number[] = []) {
  const feed = memoryFeedStore(fixedClock());
  const aus = Object.fromEntries(scores.map((score, n) => [n, { score }]));
  const deps = {
    feed,
    courses: { find: async (id: CourseId) => (id === course.courseId ? course : undefined) },
    registrations: { read: async () => ({ aus }) as never },
    digest: nodeDigest,
  };
  const ownerId = providerOwner(course.providerId);
  const reading = createPushFeed({ feed, bodies: { find: async () => undefined } });
  const lines = async () => {
    const page = await reading.read({ ownerId, places: '', limit: 100, maxBytes: 1_000_000 });
    return page.lines.map((line) => JSON.parse(line) as { readonly type: string; readonly data: object });
  };
  return { deps, lines, ownerId };
}

describe('what a provider is told', () => {
  it('stands in its feed once, however often the stream tells it', async () => {
    const { deps, lines, ownerId } = world();
    for (const fact of [published, completed, published, completed]) await tellProvider(deps, fact);
    expect((await lines()).map(({ type }) => type).toSorted()).toEqual([
      'course.published',
      'enrolment.completed',
    ]);
    expect(feedOf(ownerId)).not.toBe(course.providerId);
  });

  it('names no learner, and one enrolment otherwise than another', async () => {
    const { deps, lines } = world([0.8, 0.9]);
    await tellProvider(deps, completed);
    await tellProvider(deps, { ...completed, eventId: 'completed:e2', enrolmentId: 'e2' });
    const told = await lines();
    expect(told.map(({ data }) => data)).toMatchObject([
      { courseId: 'c1', version: 2, completedAt: at, score: 0.85 },
      { score: 0.85 },
    ]);
    const text = JSON.stringify(told);
    for (const hidden of [
      'sri',
      'e1',
      completed.type === 'enrolment-completed' ? completed.registration : '',
    ]) {
      expect(text).not.toContain(`"${hidden}"`);
    }
    expect(new Set(told.map(({ data }) => Reflect.get(data, 'learner'))).size).toBe(2);
  });

  it('leaves a score out where there is none, and everything that is nobody’s matter', async () => {
    const { deps, lines } = world();
    await tellProvider(deps, completed);
    await tellProvider(deps, { ...completed, courseId: 'gone', eventId: 'x' });
    await tellProvider(deps, {
      ...{ type: 'course-satisfied', eventId: 's', occurredAt: at, personId: 'sri', courseId: 'c1' },
      ...{ courseVersion: 1, registration: 'a1111111-1111-4111-8111-111111111111' },
    });
    const told = await lines();
    expect(told).toHaveLength(1);
    expect(told[0]?.data).not.toHaveProperty('score');
  });
});
