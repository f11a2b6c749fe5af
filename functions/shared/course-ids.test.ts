import type { Course } from '@sinau/catalogue';
import type { Connection } from '@sinau/connectors';
import type { ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createCourseIds } from './course-ids.ts';

const campus = 'campus' as ProviderId;

function idsOf(source: Course['source'], connection?: Pick<Connection, 'kind' | 'providerId'>) {
  const course = { providerId: campus, ...(source && { source }) } as Course;
  return createCourseIds({
    courses: { find: async () => course },
    connections: { find: async () => connection },
  }).sourcedIdsOf('k1');
}

const source = { connectionId: 'c1', externalId: '42' };

describe('what a provider calls a course', () => {
  it.each([
    ['moodle', { offering: '42' }],
    ['file', { offering: '42' }],
    ['oneroster', { section: '42' }],
    ['oneroster-csv', { section: '42' }],
  ] as const)('L7: is of a course or of a class, as %s tells of them', async (kind, ids) => {
    expect(await idsOf(source, { kind, providerId: campus })).toEqual(ids);
  });

  it('L7: is not told of a course of our own, after the connection went, or of the connection of another', async () => {
    expect(await idsOf(undefined, { kind: 'moodle', providerId: campus })).toEqual({});
    expect(await idsOf(source)).toEqual({});
    expect(await idsOf(source, { kind: 'moodle', providerId: 'other' as ProviderId })).toEqual({});
  });
});
