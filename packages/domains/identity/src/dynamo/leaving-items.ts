import type { TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import { leavesAt } from '../people/account.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { leavingKey, leavingPartition } from './keys.ts';
import type { TableDeps } from './table.ts';

/** The place among those who will have left service, which goes with the account that is closed, or with other words about it. */
export function leavingItems(
  table: string,
  before: Person | undefined,
  after: Person,
): readonly TransactItem[] {
  const { personId } = after;
  const [was, is] = [before && leavesAt(before), leavesAt(after)];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : [{ kind: 'delete', table, key: leavingKey(was, personId) } as const]),
    ...(is === undefined
      ? []
      : [{ kind: 'put', table, item: { ...leavingKey(is, personId), kind: 'leaving', personId } } as const]),
  ];
}

const leavingRow = z.object({ personId: personIdSchema });

/** Read up to a moment and no further: what is to come costs nothing. */
export const leavingPeople = (
  { dynamo, table }: TableDeps,
  findMany: PeopleStore['findMany'],
): Pick<PeopleStore, 'listLeaving'> => ({
  async listLeaving(until, limit) {
    const { items } = await dynamo.query({
      ...{ table, partition: leavingPartition, limit, consistent: true },
      sort: { between: ['0', `${until}~`] },
    });
    return findMany(items.map((item) => leavingRow.parse(item).personId));
  },
});
