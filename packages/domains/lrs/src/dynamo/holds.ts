import type { StoreName } from '../model.ts';
import type { Commit } from './commit.ts';
import type { LrsContext } from './context.ts';
import { holdsPartition } from './keys.ts';
import { msOf, msPrefix, type Position } from './position.ts';

/** Where the commit lies that a hold is for. */
export interface Held {
  readonly store: StoreName;
  readonly position: Position;
  /** Of a statement that came alone: it lies under its id. */
  readonly id?: string;
}

/** A hold keeps Consistent-Through before a commit whose list rows or links are being written again. */
export async function hold({ dynamo, table }: LrsContext, commit: Commit): Promise<void> {
  const { store, position, single, statements } = commit;
  const only = single ? statements[0] : undefined;
  const item = { pk: holdsPartition, sk: position, s: store, ...(only ? { i: only.id } : {}) };
  await dynamo.put({ table, item });
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

/** Holds of commits before this time, oldest first; so many at most. */
export async function heldBefore(
  { dynamo, table }: LrsContext,
  { ms, limit }: { readonly ms: number; readonly limit: number },
): Promise<readonly Held[]> {
  const held: Held[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      table,
      partition: holdsPartition,
      sort: { between: [msPrefix(0), msPrefix(ms)] },
      limit: limit - held.length,
      consistent: true,
      ...(last ? { startAfter: last } : {}),
    });
    held.push(
      ...page.items.map(({ sk, s, i }) => ({
        // Written by `hold` alone.
        store: s as StoreName,
        position: sk,
        ...(typeof i === 'string' ? { id: i } : {}),
      })),
    );
    last = page.last;
  } while (last && held.length < limit);
  return held;
}
