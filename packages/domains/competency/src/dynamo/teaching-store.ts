import { type Dynamo, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import type { TeachingStore } from '../ports.ts';
import type { CourseTeaching } from '../teaching.ts';
import { taughtKey, taughtPartition, teachingKey } from './keys.ts';
import { teachingRow } from './rows.ts';

const mostCourses = 500;

/** `table`: name of the LMS table. */
export function createTeachingStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): TeachingStore {
  const find = async (courseId: string): Promise<CourseTeaching | undefined> => {
    const row = await dynamo.get({ table, key: teachingKey(courseId), consistent: true });
    return row && teachingRow.parse(row);
  };
  return {
    find,
    async save(next) {
      const before = await find(next.courseId);
      const kept = { ...next, rev: next.rev + 1 };
      const gone = (before?.teaches ?? []).filter(
        ({ competencyId }) => !next.teaches.some((one) => one.competencyId === competencyId),
      );
      const items: readonly TransactItem[] = [
        {
          ...{ kind: 'put', table, item: { ...teachingKey(next.courseId), kind: 'teaching', ...kept } },
          // As it was read: closes the race of two authors, and of rows below that would be left over.
          condition: unchangedSince(next.rev),
        },
        ...gone.map(
          ({ competencyId }) =>
            ({ kind: 'delete', table, key: taughtKey(competencyId, next.courseId) }) as const,
        ),
        ...next.teaches.map(({ competencyId }) => {
          const item = { ...taughtKey(competencyId, next.courseId), kind: 'taught', ...kept };
          return { kind: 'put', table, item } as const;
        }),
      ];
      return (await dynamo.transactWrite(items)).outcome === 'done' ? 'saved' : 'conflict';
    },
    async coursesFor(competencyId) {
      const partition = taughtPartition(competencyId);
      const { items } = await dynamo.query({ table, partition, limit: mostCourses });
      return items.map((row) => teachingRow.parse(row));
    },
  };
}
