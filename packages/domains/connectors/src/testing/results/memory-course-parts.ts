import type { CoursePart } from '../../results/course-part.ts';
import type { CourseParts } from '../../results/ports.ts';

const keyOf = ({ connectionId, externalCourseId }: Pick<CoursePart, 'connectionId' | 'externalCourseId'>) =>
  JSON.stringify([connectionId, externalCourseId]);

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryCourseParts(): CourseParts {
  const rows = new Map<string, CoursePart>();
  return {
    find: async (course) => rows.get(keyOf(course)),
    keep: async (part) => void rows.set(keyOf(part), { ...part }),
    drop: async (course) => void rows.delete(keyOf(course)),
  };
}
