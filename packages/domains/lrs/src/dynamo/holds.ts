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
export async function hold({ dynamo, table, horizon }: LrsContext, commit: Commit): Promise<void> {
  const { store, position, single, statements } = commit;
  const only = single ? statements[0] : undefined;
  const item = { pk: holdsPartition, sk: position, s: store, ...(only ? { i: only.id } : {}) };
  try {
    await dynamo.put({ table, item });
  } finally {
    horizon.holdsChanged();
  }
}

export async function release({ dynamo, table, horizon }: LrsContext, position: Position): Promise<void> {
  try {
    await dynamo.delete({ table, key: { pk: holdsPartition, sk: position } });
  } finally {
    horizon.holdsChanged();
  }
}

/** Time of the oldest hold. */
export async function oldestHoldMs({ dynamo, table, horizon }: LrsContext): Promise<number | undefined> {
  return horizon.oldestHoldMs(async () => {
    const page = await dynamo.query({ table, partition: holdsPartition, limit: 1, consistent: true });
    const [oldest] = page.items;
    return oldest && msOf(oldest.sk);
  });
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
