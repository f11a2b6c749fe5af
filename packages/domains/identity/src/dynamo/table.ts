import type { Dynamo, Item, QueryInput } from '@sinau/platform/dynamo';

/** What every adapter of this folder is made of. */
export interface TableDeps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Every row of a partition that is small by its nature: units of an agency, a team, clients of a tenant. */
export async function queryAll(
  { dynamo, table }: TableDeps,
  query: Omit<QueryInput, 'table' | 'startAfter' | 'limit'>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let startAfter: QueryInput['startAfter'];
  do {
    const page = await dynamo.query({ table, ...query, ...(startAfter && { startAfter }) });
    items.push(...page.items);
    startAfter = page.last;
  } while (startAfter);
  return items;
}

/** Time to live is in whole seconds; a row may outlive it by hours, so readers check the time themselves. */
export const epochSeconds = (isoTime: string): number => Math.ceil(Date.parse(isoTime) / 1000);
