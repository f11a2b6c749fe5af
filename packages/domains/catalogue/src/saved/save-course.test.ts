import type { Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Course, CourseId } from '../course.ts';
import { courseOf } from '../testing/course-fixtures.ts';
import { memorySavedCourses } from '../testing/memory-saved-courses.ts';
import { listSavedCourses, saveCourse, unsaveCourse } from './save-course.ts';
import { mostSaved } from './saved-course.ts';

const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'sri' as PersonId, name: 'Sri', roles: ['learner'] },
};
const published: Course = {
  ...courseOf(),
  ...{ status: 'published', jp: 400 as Jp, publishedVersion: 1, publishedAt: '2026-03-02T01:00:00.000Z' },
};

function world(rows: Readonly<Record<string, Course>> = { c1: published }) {
  const courses = { find: async (courseId: CourseId) => rows[courseId] };
  const deps = { courses, saved: memorySavedCourses(), clock: fixedClock() };
  return {
    deps,
    save: (id: string) => saveCourse(deps, { principal, courseId: id as CourseId }),
    unsave: (id: string) => unsaveCourse(deps, { principal, courseId: id as CourseId }),
    ids: async () => (await listSavedCourses(deps, { principal })).map(({ courseId }) => courseId as string),
  };
}

describe('saveCourse', () => {
  it('sets a course aside once, and takes it off again', async () => {
    const { save, unsave, ids } = world();
    await save('c1');
    await save('c1');
    expect(await ids()).toEqual(['c1']);
    await unsave('c1');
    await unsave('never');
    expect(await ids()).toEqual([]);
  });

  it('answers for drafts and retired courses as for absent ones', async () => {
    const rows = { draft: courseOf(), old: { ...published, status: 'retired' as const } };
    const { save, ids } = world(rows);
    for (const id of ['draft', 'old', 'absent']) {
      await expect(save(id)).rejects.toMatchObject({ code: 'catalogue.not-found' });
    }
    expect(await ids()).toEqual([]);
  });

  it('refuses one more than the list holds, and takes it when there is room', async () => {
    const names = Array.from({ length: mostSaved + 1 }, (_, n) => `c${n}`);
    const { save, unsave, ids } = world(
      Object.fromEntries(names.map((id) => [id, { ...published, courseId: id as CourseId }])),
    );
    for (const id of names.slice(0, mostSaved)) await save(id);
    await expect(save(`c${mostSaved}`)).rejects.toMatchObject({ code: 'catalogue.saved-full' });
    await save('c0');
    await unsave('c0');
    await save(`c${mostSaved}`);
    expect(await ids()).toHaveLength(mostSaved);
  });
});
