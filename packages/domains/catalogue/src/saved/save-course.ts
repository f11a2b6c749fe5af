import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { type CourseId, publishedSide } from '../course.ts';
import { CourseNotFound, SavedListFull } from '../errors.ts';
import type { CourseStore } from '../ports.ts';
import type { SavedCourseStore } from './ports.ts';
import { mostSaved, type SavedCourse } from './saved-course.ts';

/** Sets a published course aside. Saving it again changes nothing. */
export async function saveCourse(
  deps: {
    readonly courses: Pick<CourseStore, 'find'>;
    readonly saved: SavedCourseStore;
    readonly clock: Clock;
  },
  input: { readonly principal: PersonPrincipal; readonly courseId: CourseId },
): Promise<void> {
  const { personId } = input.principal;
  const course = await deps.courses.find(input.courseId);
  if (!course || !publishedSide(course)) throw new CourseNotFound();
  const before = await deps.saved.list(personId);
  if (before.some(({ courseId }) => courseId === input.courseId)) return;
  if (before.length >= mostSaved) throw new SavedListFull();
  const savedAt = deps.clock.now().toISOString();
  await deps.saved.save(personId, { courseId: course.courseId, savedAt });
}

/** Takes a course off the list, also one that was retired or was never on it. */
export async function unsaveCourse(
  { saved }: { readonly saved: Pick<SavedCourseStore, 'remove'> },
  input: { readonly principal: PersonPrincipal; readonly courseId: CourseId },
): Promise<void> {
  await saved.remove(input.principal.personId, input.courseId);
}

/** The reader's own list, the course saved last first. */
export async function listSavedCourses(
  { saved }: { readonly saved: Pick<SavedCourseStore, 'list'> },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly SavedCourse[]> {
  return saved.list(input.principal.personId);
}
