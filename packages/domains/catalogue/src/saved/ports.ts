import type { PersonId } from '@sinau/kernel';
import type { CourseId } from '../course.ts';
import type { SavedCourse } from './saved-course.ts';

/** Every method rejects with `Unavailable` when the store does not answer; then nothing was written. */
export interface SavedCourseStore {
  /** A course that is saved already keeps its time. */
  save(personId: PersonId, saved: SavedCourse): Promise<void>;
  remove(personId: PersonId, courseId: CourseId): Promise<void>;
  /** The one saved last first; sees every write that was answered before. At most 1,000. */
  list(personId: PersonId): Promise<readonly SavedCourse[]>;
}
