import type { Dynamo, Item, QueryInput } from './dynamo.ts';

/** Every row that a query finds, in its order and page by page. For what is small by its nature: all of it is in memory. */
export async function queryAll(
  { dynamo, table }: { readonly dynamo: Pick<Dynamo, 'query'>; readonly table: string },
  query: Omit<QueryInput, 'table' | 'startAfter' | 'limit'>,
): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let startAfter: QueryInput['startAfter'];
  do {
    const page = await dynamo.query({ table, ...query, ...(startAfter && { startAfter }) });
    rows.push(...page.items);
    startAfter = page.last;
  } while (startAfter);
  return rows;
}
