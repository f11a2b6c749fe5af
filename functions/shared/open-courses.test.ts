import type { Admission, Course } from '@sinau/catalogue';
import { memoryConnectionStore, sampleConnection } from '@sinau/connectors/testing';
import { describe, expect, it } from 'vitest';
import { createOpenCourses } from './open-courses.ts';

const connectionId = '00000000-0000-4000-8000-000000000010' as never;
const since = '2026-11-20T03:00:00.000Z';

/** A published course, its admission, and how its connection stands. */
function admissionOf(
  admission: Partial<Admission>,
  connection: Parameters<typeof sampleConnection>[0] | 'gone' | 'none',
) {
  const connections = memoryConnectionStore();
  const course = {
    ...{ courseId: 'c1', providerId: 'kampus', title: { id: 'Kursus' }, details: {}, status: 'published' },
    ...{
      latestVersion: 1,
      publishedVersion: 1,
      publishedAt: since,
      jp: 200,
      admission: { mode: 'open', ...admission },
    },
    ...(connection !== 'none' && { source: { connectionId, externalId: '4' } }),
  } as unknown as Course;
  const made =
    typeof connection === 'string'
      ? Promise.resolve()
      : connections.create(sampleConnection({ connectionId, ...connection }));
  const courses = { find: async () => course };
  const open = createOpenCourses({ courses, connectors: async () => ({ connections }) });
  return made.then(async () => (await open.openVersion('c1'))?.admission);
}

describe('a course that a connection has brought', () => {
  it.each([
    { name: 'in use', connection: { state: 'active' }, closesAt: undefined },
    { name: 'paused', connection: { state: 'paused' }, closesAt: undefined },
    { name: 'being removed', connection: { state: 'removing', removingSince: since }, closesAt: since },
    {
      name: 'being removed since before that was noted',
      connection: { state: 'removing', updatedAt: since },
      closesAt: since,
    },
    { name: 'gone', connection: 'gone', closesAt: undefined },
    { name: 'none', connection: 'none', closesAt: undefined },
  ] as const)('closes with it: $name', async ({ connection, closesAt }) => {
    expect(await admissionOf({}, connection)).toEqual({ mode: 'open', ...(closesAt && { closesAt }) });
  });

  it.each([
    ['2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', since],
  ])('closes at the earlier of both: %s', async (closesAt, expected) => {
    const connection = { state: 'removing', removingSince: since } as const;
    expect(await admissionOf({ closesAt }, connection)).toEqual({ mode: 'open', closesAt: expected });
  });
});
