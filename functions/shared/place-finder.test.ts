import type { CourseStore } from '@sinau/catalogue';
import type { ConnectionId } from '@sinau/connectors';
import { memoryConnectionStore, sampleConnection } from '@sinau/connectors/testing';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from './place-finder.ts';

const connectionId = '00000000-0000-4000-8000-000000000010' as ConnectionId;
const providerId = 'kampus' as ProviderId;
const courseId = '00000000-0000-4000-8000-000000000041';
const foreignId = '00000000-0000-4000-8000-000000000042';

async function finder(
  course: { readonly source?: object | undefined; readonly parts?: readonly object[] } = {},
) {
  const connections = memoryConnectionStore();
  const courses = [
    { externalCourseId: '4', courseId },
    { externalCourseId: '5', courseId: foreignId },
  ];
  await connections.create(sampleConnection({ connectionId, providerId, kind: 'xapi', xapi: { courses } }));
  return createPlaceFinder({
    connections,
    sync: { findItem: async () => undefined },
    subjects: { personOf: async () => 'p1' as PersonId },
    courses: {
      find: async (id) =>
        ({ providerId: id === courseId ? providerId : 'other', source: course.source }) as never,
    } satisfies Pick<CourseStore, 'find'>,
    enrolments: { findCurrent: async () => ({ registration: 'r1', state: 'active' }) as never },
    entitlements: { find: async () => ({ courseId, version: 1 }) as never },
    content: { find: async () => ({ parts: course.parts ?? [] }) as never },
  });
}

it('places by the course that people said stands for the one over there, of their own provider alone', async () => {
  const { registrationOf } = await finder();
  const of = (externalCourseId: string) =>
    registrationOf({ providerId, connectionId, externalCourseId, subject: 's' });
  expect(await of('4')).toEqual({ registration: 'r1' });
  expect(await of('5')).toEqual({ reason: 'course-unknown' });
  expect(await of('6')).toEqual({ reason: 'course-unknown' });
  expect(await of(courseId)).toEqual({ registration: 'r1' });
});

describe('parts of a course that take results', () => {
  const rule = { by: 'completed' } as const;
  const page = { moduleId: 'page', kind: 'external', completion: rule };
  const tool = { moduleId: 'tool', kind: 'lti', completion: rule };
  const article = { moduleId: 'article', kind: 'article' };
  const source = { connectionId, externalId: '4' };

  it.each([
    { name: 'of a catalogue, page first', from: source, parts: [page, tool, article], lead: 'page' },
    { name: 'of a catalogue, tool first', from: source, parts: [tool, page], lead: 'page' },
    {
      name: 'that starts in a tool',
      from: { ...source, start: { moduleId: 'tool' } },
      parts: [page, tool],
      lead: 'tool',
    },
    {
      name: 'whose tool is gone',
      from: { ...source, start: { moduleId: 'x' } },
      parts: [tool, page],
      lead: 'page',
    },
    { name: 'whose page is gone', from: source, parts: [tool, { ...tool, moduleId: 'tool2' }] },
    { name: 'of the provider’s own', from: undefined, parts: [page, tool] },
    { name: 'with articles alone', from: source, parts: [article] },
  ])('$name', async ({ from, parts, lead }) => {
    const { partsOf } = await finder({ source: from, parts });
    const moduleIds = parts.filter((part) => 'completion' in part).map(({ moduleId }) => moduleId);
    expect(await partsOf(providerId, 'r1')).toEqual({ moduleIds, ...(lead && { lead }) });
    expect(await partsOf('other' as ProviderId, 'r1')).toBeUndefined();
  });
});
