import type { PersonId } from '@sinau/kernel';
import { queryAll, queryPage } from '@sinau/platform/dynamo';
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
      const { items, ...next } = await queryPage(dynamo, {
        table,
        partition: staffPartition(agencyId, unitId),
        limit,
        consistent: true,
        after,
      });
      const ids = items.map((row) => staffRow.parse(row).personId);
      const found = new Map((await findMany(ids)).map((person) => [person.personId, person]));
      return {
        people: ids.flatMap((id) => found.get(id) ?? []),
        ...next,
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

const staffRow = z.object({ personId: personIdSchema });

const headsRow = z.object({
  unitId: z.custom<UnitId | ''>((value) => typeof value === 'string'),
  heads: z.number(),
});
