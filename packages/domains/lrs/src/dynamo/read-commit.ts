import type { Item, StreamChange } from '@sinau/platform/dynamo';
import type { StoreName } from '../model.ts';
import { readBody } from './bodies.ts';
import { type Commit, type CommitStatement, notedAt, readNotes } from './commit.ts';
import { isCommitRow, readCommitRow } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { decodeEntries } from './entries.ts';
import type { Held } from './holds.ts';
import { chunkKey, idKey, parseFeedPartition, parseIdPartition } from './keys.ts';
import { isErasedRow, readIndexes } from './locate.ts';

/** The commit that a change of the table made visible, with all its statements; undefined for other changes. */
export async function readCommit(
  context: LrsContext,
  change: Pick<StreamChange, 'key' | 'before' | 'after'>,
): Promise<Commit | undefined> {
  const { before, after, key } = change;
  if (!after || after.p === before?.p) {
    const feed = parseFeedPartition(key.pk);
    if (!after || before || !feed || !isCommitRow(after)) return undefined;
    return readBatch(context, feed.store, after);
  }
  const place = parseIdPartition(key.pk);
  // A reservation of a batch tells nothing yet.
  if (!place || after.p === undefined || after.n !== undefined) return undefined;
  if (isErasedRow(after)) return undefined;
  const [json] = (await readBody(context, after)) ?? [];
  if (json === undefined) throw new Error('the row of a statement has no body');
  const { store, id } = place;
  const notes = readNotes(after.g);
  const one = toStatement({ id, index: 0, json, notes });
  return {
    store,
    position: String(after.p),
    single: true,
    statements: [one],
    chunks: new Map(),
    referred: after.r === true ? [id] : [],
    ...(after.b instanceof Uint8Array ? { packed: { json, bytes: after.b } } : {}),
  };
}

/** The commit that lies at this place; `erased`: a single that was there. */
export async function readCommitAt(context: LrsContext, held: Held): Promise<Commit | 'erased' | undefined> {
  const { dynamo, table } = context;
  const { store, position, id } = held;
  const row =
    id === undefined
      ? await readCommitRow(context, held)
      : await dynamo.get({ table, key: idKey(store, id), consistent: true });
  if (row && isErasedRow(row)) return 'erased';
  const commit = row && (await readCommit(context, { key: row, after: row }));
  return commit?.position === position ? commit : undefined;
}

async function readBatch(context: LrsContext, store: StoreName, row: Item): Promise<Commit> {
  const { dynamo, table } = context;
  const position = row.sk;
  const notes = readNotes(row.g);
  const entries = row.e instanceof Uint8Array ? decodeEntries(row.e) : [];
  const chunks = new Map(entries.map(({ index, chunk }) => [index, chunk]));
  const numbers = [...new Set(chunks.values())];
  const keys = numbers.map((number) => chunkKey(store, position, number));
  const rows = await dynamo.batchGet({ table, keys, consistent: true });
  if (rows.length < numbers.length) throw new Error('a committed batch lacks a chunk');
  const statements: CommitStatement[] = [];
  for (const chunk of rows) {
    const texts = (await readBody(context, chunk)) ?? [];
    for (const [nth, index] of readIndexes(chunk.n).entries()) {
      const json = texts[nth];
      if (json !== undefined) statements.push(toStatement({ index, json, notes }));
    }
  }
  statements.sort((one, other) => one.index - other.index);
  return { store, position, single: false, statements, chunks, referred: readIds(row.r) };
}

function readIds(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(',') : [];
}

function toStatement(given: {
  readonly id?: string;
  readonly index: number;
  readonly json: string;
  readonly notes: ReturnType<typeof readNotes>;
}): CommitStatement {
  const { index, json, notes } = given;
  // Written by this store alone, from a validated statement.
  const statement = JSON.parse(json) as CommitStatement['statement'];
  return { id: given.id ?? statement.id, index, json, statement, ...notedAt(notes, index) };
}
