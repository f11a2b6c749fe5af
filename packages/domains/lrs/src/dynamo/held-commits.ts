import type { Dynamo } from '@sinau/platform/dynamo';
import { holdsPartition } from './keys.ts';
import { msOf } from './position.ts';

export interface HeldCommits {
  /** At most a hundred are counted. */
  readonly count: number;
  /** Time of the oldest, epoch milliseconds. */
  readonly oldestMs?: number;
}

/** Commits that Consistent-Through waits for, since their list rows are still to be written. */
export async function countHeldCommits(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
}): Promise<HeldCommits> {
  const { dynamo, table } = deps;
  const { items } = await dynamo.query({ table, partition: holdsPartition, limit: 100, consistent: true });
  const [oldest] = items;
  return { count: items.length, ...(oldest && { oldestMs: msOf(oldest.sk) }) };
}
