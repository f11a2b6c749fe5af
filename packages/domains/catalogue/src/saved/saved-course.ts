import type { CourseId } from '../course.ts';

/** A course that a learner set aside for later. */
export interface SavedCourse {
  readonly courseId: CourseId;
  readonly savedAt: string;
}

/** Nobody reads a longer list; it bounds what a page reads. */
export const mostSaved = 200;
