import type { CourseStore } from '@sinau/catalogue';
import type { ConnectionId } from '@sinau/connectors';
import { memoryConnectionStore, sampleConnection } from '@sinau/connectors/testing';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { createPlaceFinder } from './place-finder.ts';

const connectionId = '00000000-0000-4000-8000-000000000010' as ConnectionId;
const providerId = 'kampus' as ProviderId;
const courseId = '00000000-0000-4000-8000-000000000041';
const foreignId = '00000000-0000-4000-8000-000000000042';

async function finder() {
  const connections = memoryConnectionStore();
  const courses = [
    { externalCourseId: '4', courseId },
    { externalCourseId: '5', courseId: foreignId },
  ];
  await connections.create(sampleConnection({ connectionId, providerId, kind: 'xapi', xapi: { courses } }));
  const unused = () => Promise.reject(new Error('is not asked'));
  return createPlaceFinder({
    connections,
    sync: { findItem: async () => undefined },
    subjects: { personOf: async () => 'p1' as PersonId },
    courses: {
      find: async (id) => ({ providerId: id === courseId ? providerId : 'other' }) as never,
    } satisfies Pick<CourseStore, 'find'>,
    enrolments: { findCurrent: async () => ({ registration: 'r1', state: 'active' }) as never },
    entitlements: { find: unused },
    content: { find: unused },
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
