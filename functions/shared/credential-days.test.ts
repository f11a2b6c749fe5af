import type { Person } from '@sinau/identity';
import { expect, it } from 'vitest';
import { completedCoursesOf } from './credential-parts.ts';

const station = (from: string, timeZone: string) => ({ from, agencyId: 'a1', timeZone });

async function zoneOf(person: Partial<Person> | object, completedAt = '2026-12-31T15:30:00.000Z') {
  const enrolment = { personId: 'p1', courseId: 'c1', version: 1, enrolledAt: completedAt, completedAt };
  const found = await completedCoursesOf({
    enrolments: { findByRegistration: async () => ({ ...enrolment, state: 'completed' }) },
    courses: { find: async () => ({ title: { id: 'X' }, description: {}, providerId: 'u1' }) },
    people: { find: async () => ({ personId: 'p1', name: 'Sri', home: { kind: 'platform' }, ...person }) },
    organisations: { findProvider: async () => undefined },
  } as never).find('r1');
  return found === 'taken-back' ? found : found?.timeZone;
}

it('L5: a certificate is told in which zone somebody worked on the day when they finished', async () => {
  expect(await zoneOf({ timeZone: 'Asia/Jayapura' })).toBe('Asia/Jayapura');
  expect(await zoneOf({})).toBe('Asia/Jakarta');
  const stations = [station('2020-01-01', 'Asia/Jayapura'), station('2027-02-01', 'Asia/Makassar')];
  const moved = { timeZone: 'Asia/Makassar', career: { stations } };
  expect(await zoneOf(moved)).toBe('Asia/Jayapura');
  expect(await zoneOf(moved, '2027-03-01T01:00:00.000Z')).toBe('Asia/Makassar');
});
