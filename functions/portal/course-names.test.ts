import type { ProviderId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { courseNames } from './course-names.ts';

const connectionId = 'c1';
const there = (externalCourseId: string) => ({ connectionId, externalCourseId });

function world() {
  const looked: string[] = [];
  const deps = {
    providerId: 'kampus' as ProviderId,
    desk: {
      offerOf: async ({ externalCourseId }: { readonly externalCourseId: string }) => {
        looked.push(externalCourseId);
        if (externalCourseId === 'unknown') return {};
        return { courseId: externalCourseId, title: `Kelas ${externalCourseId}` };
      },
    },
    courses: {
      find: async (courseId: string) =>
        ({
          providerId: courseId === 'foreign' ? 'lain' : 'kampus',
          title: { id: `Kursus ${courseId}` },
        }) as never,
    },
  };
  return { deps, looked };
}

it('names a course as it is called here and there, and never one of another provider', async () => {
  const { deps } = world();
  const of = await courseNames(deps, ['4', 'foreign', 'unknown'].map(there));
  expect(of(there('4'))).toEqual({ course: { ours: { id: 'Kursus 4' }, theirs: 'Kelas 4' } });
  expect(of(there('foreign'))).toEqual({ course: { theirs: 'Kelas foreign' } });
  expect(of(there('unknown'))).toEqual({});
  expect(of({ connectionId: 'c2', externalCourseId: '4' })).toEqual({});
});

it('looks each course up once, and no more than a page can hold', async () => {
  const { deps, looked } = world();
  const many = Array.from({ length: 300 }, (_, n) => there(String(n % 150)));
  await courseNames(deps, many);
  expect(looked).toHaveLength(100);
  expect(new Set(looked).size).toBe(100);
});
