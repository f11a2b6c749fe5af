import type { Item } from '@sinau/platform/dynamo';
import type { StoreName } from '../model.ts';
import type { CommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { statementObject } from './keys.ts';
import { pack, unpack } from './pack.ts';
import type { Position } from './position.ts';

/** Bodies of several statements as they lie in one row: packed inside, or as the key of an object. */
export type Body = { readonly b: Uint8Array } | { readonly o: string };

/** A chunk is a row of at most four write units, and so read as one of 4 KB: less room for keys and names. */
const chunkBytes = 4 * 1_024 - 64;
/** Statements tried for the first chunk; the next one follows what fitted. */
const firstGuess = 16;

export interface Chunk {
  readonly number: number;
  readonly indexes: readonly number[];
  readonly body: Body;
}

/** Packs a batch, neighbours by actor, so that a page of one learner reads few chunks. Writes objects where needed. */
export async function packChunks(
  context: LrsContext,
  place: { readonly store: StoreName; readonly position: Position },
  statements: readonly CommitStatement[],
): Promise<readonly Chunk[]> {
  const byActor = Map.groupBy(statements, ({ statement }) => JSON.stringify(statement.actor));
  const rest = [...byActor.values()].flat();
  const chunks: Chunk[] = [];
  let guess = firstGuess;
  while (rest.length > 0) {
    const { count, packed } = fill(rest, guess);
    const part = rest.splice(0, count);
    const number = chunks.length + 1;
    const body = await toBody(context, { ...place, index: part[0]?.index ?? 0 }, packed);
    chunks.push({ number, indexes: part.map(({ index }) => index), body });
    guess = count + 1;
  }
  return chunks;
}

/** As many from the start as fit, close to it; one at least. */
function fill(
  statements: readonly CommitStatement[],
  guess: number,
): { readonly count: number; readonly packed: Uint8Array } {
  let best: { readonly count: number; readonly packed: Uint8Array } | undefined;
  let count = Math.min(guess, statements.length);
  for (;;) {
    const part = statements.slice(0, count);
    const packed = pack(part.map(({ json }) => json));
    const room = chunkBytes - part.map(({ index }) => index).join().length;
    if (packed.length <= room) {
      best = { count, packed };
      const wished = Math.floor((count * room) / packed.length);
      if (count === statements.length || wished <= count) return best;
      count = Math.min(wished, statements.length);
    } else if (best || count === 1) {
      return best ?? { count, packed };
    } else {
      count = Math.max(1, Math.min(count - 1, Math.floor((count * room) / packed.length)));
    }
  }
}

export async function toBody(
  { objects, settings }: LrsContext,
  place: { readonly store: StoreName; readonly position: Position; readonly index: number },
  packed: Uint8Array,
): Promise<Body> {
  if (packed.length <= settings.inlineBytes) return { b: packed };
  const key = statementObject(place.store, place.position, place.index);
  await objects.put({ key, body: packed, contentType: 'application/octet-stream' });
  return { o: key };
}

/** Texts in a row's body; undefined when the row has none. */
export async function readBody({ objects }: LrsContext, row: Item): Promise<readonly string[] | undefined> {
  if (row.b instanceof Uint8Array) return unpack(row.b);
  if (typeof row.o !== 'string') return undefined;
  const packed = await objects.get(row.o);
  if (!packed) throw new Error(`the body ${row.o} of a committed row is missing`);
  return unpack(packed);
}
