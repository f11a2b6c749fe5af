import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { CourseParts } from '../../results/ports.ts';
import { coursePartKey } from './keys.ts';

const partRow = z.object({
  ...{ connectionId: z.string(), externalCourseId: z.string(), moduleId: z.string() },
  ...{ chosenAt: z.string(), chosenBy: z.string() },
});

/** One row a course; the last word counts. */
export function createCourseParts(deps: { readonly dynamo: Dynamo; readonly table: string }): CourseParts {
  const { dynamo, table } = deps;
  return {
    async find(course) {
      const row = await dynamo.get({ table, key: coursePartKey(course), consistent: true });
      return row && partRow.parse(row);
    },
    async keep(part) {
      await dynamo.put({ table, item: { ...coursePartKey(part), kind: 'result-course-part', ...part } });
    },
    async drop(course) {
      await dynamo.delete({ table, key: coursePartKey(course) });
    },
  };
}
