import type { Item } from '@sinau/platform/dynamo';
import type { Commit, CommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { type Entry, encodeEntry, joinEntries } from './entries.ts';
import { contentLists, entryOf, type Hasher } from './index-words.ts';
import { feedPartition, type ListKind, listPartition } from './keys.ts';
import { pack } from './pack.ts';
import { msOf, shardOf } from './position.ts';
import { type LrsSettings, shardsAt } from './settings.ts';

/** A row of at most one write unit, less room for keys and names. */
const rowBytes = 1_024 - 40;
/** More statements than this never fit beside their entries. */
const mostInline = 4;

/** Partition of a list for this commit. */
export function partitionAt(
  settings: LrsSettings,
  commit: Pick<Commit, 'store' | 'position'>,
  list: { readonly kind: ListKind; readonly hash: string },
): string {
  const counts = shardsAt(settings, msOf(commit.position));
  const spread = { a: 1, A: 1, r: 1, o: counts.activity, O: counts.activity, g: counts.agency }[list.kind];
  return listPartition(commit.store, list, shardOf(commit.position, spread));
}

export function feedPartitionAt(settings: LrsSettings, commit: Pick<Commit, 'store' | 'position'>): string {
  const { feed } = shardsAt(settings, msOf(commit.position));
  return feedPartition(commit.store, shardOf(commit.position, feed));
}

/**
 * Every row through which a commit is found, in the order to write them: the last one tells that all are there. The
 * same rows whoever makes them. A batch's commit row is itself its row in the feed.
 */
export function listRows(context: LrsContext, hasher: Hasher, commit: Commit): readonly Item[] {
  const { settings } = context;
  const members = new Map<string, CommitStatement[]>();
  const add = (pk: string, one: CommitStatement) => {
    const list = members.get(pk);
    if (!list) members.set(pk, [one]);
    else if (list.at(-1) !== one) list.push(one);
  };
  if (commit.single) for (const one of commit.statements) add(feedPartitionAt(settings, commit), one);
  for (const one of commit.statements) {
    for (const agency of one.agencies) {
      add(partitionAt(settings, commit, { kind: 'g', hash: hasher.list('g', agency) }), one);
    }
  }
  const agentLists: [string, CommitStatement][] = [];
  for (const one of commit.statements) {
    for (const list of contentLists(hasher, one.statement, settings.ubiquitousActivities)) {
      const pk = partitionAt(settings, commit, list);
      if (list.kind === 'a') agentLists.push([pk, one]);
      else add(pk, one);
    }
  }
  for (const [pk, one] of agentLists) add(pk, one);
  const packed = new Map<string, Uint8Array>();
  // An erasure makes the rows of a commit whose statement is another than its row still holds.
  if (commit.packed && commit.packed.json === commit.statements[0]?.json)
    packed.set('0', commit.packed.bytes);
  const making = { hasher, commit, packed, encoded: new Map() };
  return [...members].map(([pk, statements]) => toRow(making, pk, statements));
}

/** Statements are on several lists: what was made for one row is used again in the next. */
interface Making {
  readonly hasher: Hasher;
  readonly commit: Commit;
  /** By the indexes of the statements. */
  readonly packed: Map<string, Uint8Array>;
  /** Entries by index. */
  readonly encoded: Map<number, Uint8Array>;
}

function toRow(making: Making, pk: string, statements: readonly CommitStatement[]): Item {
  const { commit, packed: packedBefore } = making;
  const sk = commit.position;
  const e = joinEntries(statements.map((one) => encodedEntry(making, one)));
  const room = rowBytes - pk.length - sk.length - e.length;
  const only = statements[0];
  if (statements.length <= mostInline && only) {
    const key = statements.map(({ index }) => index).join();
    const packed = packedBefore.get(key) ?? pack(statements.map(({ json }) => json));
    packedBefore.set(key, packed);
    if (packed.length <= room) return { pk, sk, e, b: packed };
  }
  return commit.single && only ? { pk, sk, e, i: only.id } : { pk, sk, e };
}

function encodedEntry(making: Making, one: CommitStatement): Uint8Array {
  const before = making.encoded.get(one.index);
  if (before) return before;
  const encoded = encodeEntry(toEntry(making, one));
  making.encoded.set(one.index, encoded);
  return encoded;
}

/** What two rows under one key say is the same. */
export function sameRow(one: Item, other: Item): boolean {
  return one.i === other.i && sameBytes(one.e, other.e) && sameBytes(one.b, other.b);
}

function sameBytes(one: unknown, other: unknown): boolean {
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return one === other;
  return Buffer.compare(one, other) === 0;
}

export function toEntry(
  { hasher, commit }: { readonly hasher: Hasher; readonly commit: Commit },
  { statement, agencies, index }: CommitStatement,
): Entry {
  return entryOf(hasher, { statement, agencies, index, chunk: commit.chunks.get(index) ?? 0 });
}
