import type { Dynamo, Item } from '@sinau/platform/dynamo';

/** Every row of a partition that has few, read strongly and in order. */
export async function queryAll(
  { dynamo, table }: { readonly dynamo: Dynamo; readonly table: string },
  partition: string,
): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      ...{ table, partition, consistent: true, ...(last && { startAfter: last }) },
    });
    rows.push(...page.items);
    last = page.last;
  } while (last);
  return rows;
}
