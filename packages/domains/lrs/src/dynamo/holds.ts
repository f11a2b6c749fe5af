import type { LrsContext } from './context.ts';
import { holdsPartition } from './keys.ts';
import { msOf, type Position } from './position.ts';

/** A hold keeps Consistent-Through before a commit whose list rows are being written again. */
export async function hold({ dynamo, table }: LrsContext, position: Position): Promise<void> {
  await dynamo.put({ table, item: { pk: holdsPartition, sk: position } });
}

export async function release({ dynamo, table }: LrsContext, position: Position): Promise<void> {
  await dynamo.delete({ table, key: { pk: holdsPartition, sk: position } });
}

/** Time of the oldest hold. */
export async function oldestHoldMs({ dynamo, table }: LrsContext): Promise<number | undefined> {
  const page = await dynamo.query({ table, partition: holdsPartition, limit: 1, consistent: true });
  const [oldest] = page.items;
  return oldest && msOf(oldest.sk);
}
