import type { Dynamo, Item } from '@sinau/platform/dynamo';

export interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Every row of a partition, or of one beginning of its sort keys; read strongly. For partitions that stay small. */
export async function readPartition(
  { dynamo, table }: Door,
  partition: string,
  prefix?: string,
): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let startAfter: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      ...{ table, partition, consistent: true },
      ...(prefix !== undefined && { sort: { prefix } }),
      ...(startAfter && { startAfter }),
    });
    rows.push(...page.items);
    startAfter = page.last;
  } while (startAfter);
  return rows;
}
