import type { Dynamo, Item } from '@sinau/platform/dynamo';
import type { Sample, SampleWish } from '../ports.ts';
import { insightShards, shareBelow } from '../shards.ts';
import { type TraceKind, tracePartition } from './keys.ts';

interface Deps {
  readonly dynamo: Dynamo;
  readonly table: string;
}

/** The mark at the beginning of a sort key. */
const markOfRow = ({ sk }: Item): string => sk.slice(0, 8);

/**
 * Rows of a course in the order of their marks, from every partition alike. Where a partition has more than its part of
 * `most`, all of them are cut at the lowest mark that was not read through, so that no learner is there in half.
 */
export async function sampleRows(
  deps: Deps,
  wish: SampleWish & { readonly kind: TraceKind },
): Promise<Sample<Item>> {
  const each = Math.ceil(wish.most / insightShards);
  const parts = await Promise.all(
    Array.from({ length: insightShards }, (_, shard) =>
      readSome(deps, tracePartition(wish.courseId, wish.kind, shard), each),
    ),
  );
  const cuts = parts.flatMap(({ items, isWhole }) => {
    const last = items.at(-1);
    return isWhole || !last ? [] : [markOfRow(last)];
  });
  const [cut] = cuts.sort();
  if (cut === undefined) return { rows: parts.flatMap(({ items }) => items), share: 1 };
  const rows = parts.flatMap(({ items }) => items.filter((row) => markOfRow(row) < cut));
  return { rows, share: shareBelow(cut) };
}

async function readSome({ dynamo, table }: Deps, partition: string, most: number) {
  const items: Item[] = [];
  let startAfter: Readonly<Record<string, unknown>> | undefined;
  do {
    const limit = most - items.length;
    const page = await dynamo.query({ table, partition, limit, ...(startAfter && { startAfter }) });
    items.push(...page.items);
    startAfter = page.last;
  } while (startAfter && items.length < most);
  return { items, isWhole: startAfter === undefined };
}
