import { composeKey, type Dynamo, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { CourseId } from '../course.ts';
import type { SavedCourseStore } from '../saved/ports.ts';

const partitionOf = (personId: string): string => composeKey('SAVED', personId);
const keyOf = (personId: string, courseId: string): Key => ({
  pk: partitionOf(personId),
  sk: composeKey('COURSE', courseId),
});

const savedRow = z.object({
  courseId: z.custom<CourseId>((value) => typeof value === 'string'),
  savedAt: z.string(),
});

const mostListed = 1_000;

/** What people saved, a partition each. */
export function createSavedCourseStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): SavedCourseStore {
  const { dynamo, table } = door;
  return {
    save: async (personId, { courseId, savedAt }) => {
      const item = { ...keyOf(personId, courseId), kind: 'saved-course', courseId, savedAt };
      // Absent: the second of two clicks does not make the first a later one.
      await dynamo.put({ table, item, condition: { expression: 'attribute_not_exists(pk)' } });
    },
    remove: async (personId, courseId) => {
      await dynamo.delete({ table, key: keyOf(personId, courseId) });
    },
    list: async (personId) => {
      const partition = partitionOf(personId);
      const { items } = await dynamo.query({ table, partition, limit: mostListed, consistent: true });
      return items
        .map((item) => savedRow.parse(item))
        .toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : Number(a.savedAt < b.savedAt)));
    },
  };
}
