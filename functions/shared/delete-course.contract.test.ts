import { randomUUID } from 'node:crypto';
import { type Course, type CourseId, deleteCourse } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { courseOf } from '@sinau/catalogue/testing';
import type { Enrolment, EnrolmentId, Registration } from '@sinau/enrolment';
import type { PersonId, Principal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createEnrolmentStore } from './enrolment-store.ts';

const rina: Principal = {
  ...{ kind: 'client', clientId: 'p1', name: 'p1', scopes: ['courses/write'] },
  tenant: { kind: 'provider', providerId: 'p1' as ProviderId },
};

withTables((engine, tables) => {
  function setup() {
    const { dynamo, lms: table } = tables();
    const enrolments = createEnrolmentStore({ dynamo, table });
    const deps = {
      courses: createCourseStore({ dynamo, table }),
      jobs: createImportJobStore({ dynamo, table }),
      content: createContentRoom({ content: createMemoryObjectStore() }),
      clock: fixedClock(),
      closing: (courseId: CourseId) => enrolments.closing(courseId),
    };
    const stored = async (): Promise<Course> => {
      const course = courseOf({ courseId: randomUUID() as CourseId, status: 'retired' });
      await deps.courses.change({ course });
      return course;
    };
    return { deps, enrolments, stored };
  }

  const enrolment = (courseId: CourseId, state: 'active' | 'requested'): Enrolment => ({
    ...{ enrolmentId: randomUUID() as EnrolmentId, registration: randomUUID() as Registration },
    ...{ personId: randomUUID() as PersonId, courseId, version: 1, state },
    ...{ enrolledAt: '2026-03-02T01:00:00.000Z', ...(state === 'active' && { counted: true as const }) },
  });

  describe(`deletion of a course and enrolment in it on ${engine}`, () => {
    it.each(['active', 'requested'] as const)(
      'of both at once exactly one goes through, for one that becomes %s',
      async (state) => {
        const { deps, enrolments, stored } = setup();
        for (let round = 0; round < 8; round += 1) {
          const { courseId } = await stored();
          const [deleted, moved] = await Promise.allSettled([
            deleteCourse(deps, { principal: rina, courseId }),
            enrolments.move({ after: enrolment(courseId, state), capacity: 5 }),
          ]);
          const enrolled = moved.status === 'fulfilled' && moved.value === 'done';
          expect(deleted.status).toBe(enrolled ? 'rejected' : 'fulfilled');
          expect((await deps.courses.find(courseId)) !== undefined).toBe(enrolled);
        }
      },
    );

    it('keeps a course whose only learner has cancelled', async () => {
      const { deps, enrolments, stored } = setup();
      const { courseId } = await stored();
      const before = enrolment(courseId, 'active');
      await enrolments.move({ after: before });
      const cancelledAt = '2026-03-03T01:00:00.000Z';
      await enrolments.move({ before, after: { ...before, state: 'cancelled', cancelledAt } });
      expect(await enrolments.seatsOf(courseId)).toEqual({ taken: 0, waiting: 0 });
      await expect(deleteCourse(deps, { principal: rina, courseId })).rejects.toMatchObject({
        code: 'catalogue.in-use',
      });
    });
  });
});
