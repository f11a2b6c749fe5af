import type { SavedCourseStore } from '../saved/ports.ts';
import type { SavedCourse } from '../saved/saved-course.ts';

/** Saved courses in memory, with the same answers as the DynamoDB ones. */
export function memorySavedCourses(): SavedCourseStore {
  const lists = new Map<string, readonly SavedCourse[]>();
  const listOf = (personId: string) => lists.get(personId) ?? [];
  return {
    save: async (personId, saved) => {
      const before = listOf(personId);
      if (before.some(({ courseId }) => courseId === saved.courseId)) return;
      lists.set(personId, [...before, structuredClone(saved)]);
    },
    remove: async (personId, courseId) => {
      lists.set(
        personId,
        listOf(personId).filter((one) => one.courseId !== courseId),
      );
    },
    list: async (personId) =>
      listOf(personId).toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : Number(a.savedAt < b.savedAt))),
  };
}
