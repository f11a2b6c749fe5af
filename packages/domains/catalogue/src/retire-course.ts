import type { Clock, Principal } from '@sinau/kernel';
import type { Course, CourseId } from './course.ts';
import { CourseChanged, CourseNotFound } from './errors.ts';
import type { CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** Takes a course out of the catalogue. Learners who are enrolled go on; its files stay. */
export async function retireCourse(
  deps: { readonly courses: CourseStore; readonly clock: Clock },
  input: { readonly principal: Principal; readonly courseId: CourseId },
): Promise<Course> {
  const providerId = providerOf(input.principal);
  const course = await deps.courses.find(input.courseId);
  if (course?.providerId !== providerId) throw new CourseNotFound();
  if (course.status === 'retired') return course;
  const retired: Course = {
    ...course,
    status: 'retired',
    updatedAt: deps.clock.now().toISOString(),
    rev: course.rev + 1,
  };
  if ((await deps.courses.replace(retired)) === 'conflict') throw new CourseChanged();
  return retired;
}
