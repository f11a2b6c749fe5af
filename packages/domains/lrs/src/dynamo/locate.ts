import type { Item } from '@sinau/platform/dynamo';
import type { StoreName } from '../model.ts';
import { readBody } from './bodies.ts';
import { type CommitStatement, notedAt, readNotes } from './commit.ts';
import { commitState, readCommitRow } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { decodeEntries } from './entries.ts';
import { chunkKey, idKey } from './keys.ts';
import type { Position } from './position.ts';

/** What the row of an id says. */
export type Located =
  | { readonly state: 'absent' }
  /** It was there and is gone for good; the id stays taken. */
  | { readonly state: 'erased' }
  /** Reserved by a batch that has not committed. */
  | { readonly state: 'pending'; readonly position: Position }
  | {
      readonly state: 'committed';
      readonly position: Position;
      readonly single: boolean;
      /** Voided for certain; false may change to true by what refers to it. */
      readonly voided: boolean;
      /** Someone announced that it refers to this. */
      readonly referred: boolean;
      readonly one: CommitStatement;
    };

/** Reads one statement by id, strongly. */
export async function locate(context: LrsContext, store: StoreName, id: string): Promise<Located> {
  const { dynamo, table } = context;
  const row = await dynamo.get({ table, key: idKey(store, id), consistent: true });
  if (row?.p === undefined) return { state: 'absent' };
  if (isErasedRow(row)) return { state: 'erased' };
  const position = String(row.p);
  const flags = { voided: row.x !== undefined, referred: row.r === true };
  if (row.n !== undefined) {
    const index = Number(row.n);
    const one = await readFromBatch(context, { store, position, index, id });
    if (one === 'erased') return { state: 'erased' };
    if (one) return { state: 'committed', position, single: false, ...flags, one };
    const state = await commitState(context, { store, position });
    return state === 'dead' ? { state: 'absent' } : { state: 'pending', position };
  }
  const [json] = (await readBody(context, row)) ?? [];
  if (json === undefined) throw new Error(`the statement row ${id} has no body`);
  const one = { id, index: 0, json, statement: JSON.parse(json), ...notedAt(readNotes(row.g), 0) };
  return { state: 'committed', position, single: true, ...flags, one };
}

async function readFromBatch(
  context: LrsContext,
  place: {
    readonly store: StoreName;
    readonly position: Position;
    readonly index: number;
    readonly id: string;
  },
): Promise<CommitStatement | 'erased' | undefined> {
  const { store, position, index, id } = place;
  const commit = await readCommitRow(context, place);
  // Read between an erasure and the row of the id.
  if (commit && commit.e === undefined) return 'erased';
  if (!(commit?.e instanceof Uint8Array)) return undefined;
  const entries = decodeEntries(commit.e);
  const chunk = entries.find((entry) => entry.index === index)?.chunk;
  if (chunk === undefined) return commit.w === undefined ? undefined : 'erased';
  const { dynamo, table } = context;
  const row = await dynamo.get({ table, key: chunkKey(store, position, chunk), consistent: true });
  if (row && isErasedFrom(row, index)) return 'erased';
  const texts = row && (await readBody(context, row));
  const order = row && readIndexes(row.n);
  const json = texts?.[order?.indexOf(index) ?? -1];
  if (json === undefined) throw new Error(`chunk ${chunk} of a committed batch lacks its statement`);
  return { id, index, json, statement: JSON.parse(json), ...notedAt(readNotes(commit.g), index) };
}

/** Indexes of the statements in a chunk, in its order. */
export function readIndexes(value: unknown): readonly number[] {
  return value === undefined || value === '' ? [] : String(value).split(',').map(Number);
}

/** The row of an id whose statement was erased: it keeps place and fingerprint, so that the id stays taken. */
export function isErasedRow(row: Item): boolean {
  return row.z !== undefined;
}

/** The chunk held this statement until it was erased. */
export function isErasedFrom(chunk: Item, index: number): boolean {
  return readIndexes(chunk.z).includes(index);
}
