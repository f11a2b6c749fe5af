import type { PersonId } from '@sinau/kernel';
import { type QueryInput, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { personIdSchema, type UnitId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { headsPartition, staffPartition } from './keys.ts';
import type { TableDeps } from './table.ts';

/** People by unit, out of the rows that are written along with them. */
export function unitPeople(
  deps: TableDeps,
  findMany: (personIds: readonly PersonId[]) => Promise<readonly Person[]>,
): Pick<PeopleStore, 'listByUnit' | 'countByUnit'> {
  const { dynamo, table } = deps;
  return {
    async listByUnit({ agencyId, unitId }, { limit, after }) {
      const page = await dynamo.query({
        table,
        partition: staffPartition(agencyId, unitId),
        limit,
        consistent: true,
        ...(after && { startAfter: readCursor(after) }),
      });
      const ids = page.items.map((row) => staffRow.parse(row).personId);
      const found = new Map((await findMany(ids)).map((person) => [person.personId, person]));
      return {
        people: ids.flatMap((id) => found.get(id) ?? []),
        ...(page.last && { next: JSON.stringify(page.last) }),
      };
    },
    async countByUnit(agencyId) {
      const counts = new Map<UnitId | '', number>();
      for (const row of await queryAll(deps, { partition: headsPartition(agencyId), consistent: true })) {
        const { unitId, heads } = headsRow.parse(row);
        const sum = (counts.get(unitId) ?? 0) + heads;
        counts.set(unitId, sum);
      }
      return new Map([...counts].filter(([, heads]) => heads > 0));
    },
  };
}

// The cursor comes back from a token that we signed; only its shape is checked.
export const readCursor = (text: string): NonNullable<QueryInput['startAfter']> =>
  z.record(z.string(), z.string()).parse(JSON.parse(text));

const staffRow = z.object({ personId: personIdSchema });

const headsRow = z.object({
  unitId: z.custom<UnitId | ''>((value) => typeof value === 'string'),
  heads: z.number(),
});
