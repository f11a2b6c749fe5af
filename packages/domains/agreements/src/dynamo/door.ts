import { type Dynamo, type Item, queryAll } from '@sinau/platform/dynamo';

export interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Every row of a partition, or of one beginning of its sort keys; read strongly. For partitions that stay small. */
export const readPartition = (door: Door, partition: string, prefix?: string): Promise<readonly Item[]> =>
  queryAll(door, { partition, consistent: true, ...(prefix !== undefined && { sort: { prefix } }) });
