import type { Item } from '@sinau/platform/dynamo';
import type { Position } from './position.ts';

/** Everything that the lists say about one commit. */
export interface PositionGroup {
  readonly position: Position;
  readonly rows: readonly Item[];
}

const positionLength = 26;

/** Merges lists that are each sorted, and groups their rows by position: a marker belongs to the row beside it. */
export async function* mergeLists(
  streams: readonly AsyncIterator<Item>[],
  descending: boolean,
): AsyncGenerator<PositionGroup> {
  const heads = await Promise.all(streams.map(async (stream) => ({ stream, row: await next(stream) })));
  for (;;) {
    let first: Position | undefined;
    for (const { row } of heads) {
      const position = row && positionOf(row);
      if (position === undefined) continue;
      if (first === undefined || (descending ? position > first : position < first)) first = position;
    }
    if (first === undefined) return;
    const rows: Item[] = [];
    for (const head of heads) {
      while (head.row && positionOf(head.row) === first) {
        rows.push(head.row);
        head.row = await next(head.stream);
      }
    }
    yield { position: first, rows };
  }
}

function positionOf(row: Item): Position {
  return row.sk.slice(0, positionLength);
}

async function next(stream: AsyncIterator<Item>): Promise<Item | undefined> {
  const result = await stream.next();
  return result.done ? undefined : result.value;
}
