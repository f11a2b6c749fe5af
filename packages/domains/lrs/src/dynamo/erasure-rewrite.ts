import type { AgencyId } from '@sinau/kernel';
import { type Item, type Key, queryAll } from '@sinau/platform/dynamo';
import { attachmentsOf } from '@sinau/xapi';
import type { AttachmentStore, RewriteQuery } from '../ports.ts';
import { type Body, readBody } from './bodies.ts';
import { type Commit, type CommitStatement, notesOf } from './commit.ts';
import { readCommitRow } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { encodeEntries } from './entries.ts';
import type { Fence, FencedWrite } from './erasure-fence.ts';
import { linkChange } from './erasure-links.ts';
import type { Held } from './holds.ts';
import { batchPartition, chunkKey, chunkPrefix, idKey, statementObject } from './keys.ts';
import { feedPartitionAt, listRows, sameRow, toEntry } from './list-rows.ts';
import { readIndexes } from './locate.ts';
import { pack } from './pack.ts';

export interface RewriteParts {
  readonly context: LrsContext;
  readonly attachments: AttachmentStore;
  readonly fence: Fence;
  /** Partitions of the person's own lists. */
  readonly ownLists: readonly string[];
}

export interface Rewritten {
  readonly outcome: 'done' | 'held';
  readonly erased: number;
  readonly changed: number;
  readonly agencies: readonly AgencyId[];
}

/** What becomes of the statements of one commit, by index. */
type Changes = ReadonlyMap<number, { readonly one: CommitStatement; readonly next?: CommitStatement }>;

/**
 * Rewrites one commit so that a crash anywhere leaves it to be done again: first what finds the old statements, which
 * follows from their bodies; then the bodies; at last the person's own rows, by which the commit is found here. Most
 * commits fit into one transaction.
 */
export async function rewriteCommit(
  parts: RewriteParts,
  commit: Commit,
  decide: RewriteQuery['decide'],
): Promise<Rewritten> {
  const { context, fence } = parts;
  const changes = changesOf(commit, decide);
  const erased = [...changes.values()].filter(({ next }) => !next).length;
  const agencies = [...changes.values()].flatMap(({ one }) => one.agencies);
  const done = { erased, changed: changes.size - erased, agencies };
  // What concerns the person stays; a crash may have left the rest of an earlier change.
  if (changes.size === 0) {
    return { outcome: await finishCommit(parts, heldOf(commit), { commit, own: [] }), ...done };
  }
  const next = { ...commit, statements: after(commit, changes) };
  const lists = await listWrites(parts, { commit, next, changes });
  const bodies = await bodyWrites(context, { commit, next, changes });
  await releaseAttachments(parts, commit, changes);
  const writes = bodies.objects
    ? [...lists.first, ...bodies.writes]
    : [...lists.first, ...bodies.writes, ...lists.last];
  const written = await fence.write(commit.position, writes);
  if (written === 'held' || !bodies.objects) return { outcome: written, ...done };
  await sweepObjects(context, heldOf(commit));
  return { outcome: await fence.write(commit.position, lists.last), ...done };
}

/**
 * After a crash: the bodies are new already, what leads to them is left.
 * @param commit as it is now; undefined for a single that was erased
 */
export async function finishCommit(
  { context, fence }: RewriteParts,
  place: Held,
  { commit, own }: { readonly commit: Commit | undefined; readonly own: readonly Key[] },
): Promise<'done' | 'held'> {
  const { table } = context;
  await sweepObjects(context, place);
  const row = commit && !commit.single ? await commitRowWrite(context, commit) : [];
  const rows = own.map(({ pk, sk }) => ({ kind: 'delete', table, key: { pk, sk } }) as const);
  return fence.write(place.position, [...row, ...rows]);
}

/** Before the bodies go that name them. */
async function releaseAttachments(
  { attachments }: RewriteParts,
  { store }: Commit,
  changes: Changes,
): Promise<void> {
  for (const { one, next } of changes.values()) {
    const kept = (next ? attachmentsOf(next.statement) : []).map(({ sha2 }) => sha2.toLowerCase());
    for (const { sha2 } of attachmentsOf(one.statement)) {
      if (!kept.includes(sha2.toLowerCase())) await attachments.release(store, sha2, one.id);
    }
  }
}

function changesOf(commit: Commit, decide: RewriteQuery['decide']): Changes {
  const changes = new Map<number, { readonly one: CommitStatement; readonly next?: CommitStatement }>();
  for (const one of commit.statements) {
    const statement = decide(one.statement);
    if (statement === one.statement) continue;
    if (statement === 'erase') changes.set(one.index, { one });
    else changes.set(one.index, { one, next: { ...one, statement, json: JSON.stringify(statement) } });
  }
  return changes;
}

function after({ statements }: Commit, changes: Changes): readonly CommitStatement[] {
  return statements.flatMap((one) => {
    const change = changes.get(one.index);
    return change ? (change.next ?? []) : one;
  });
}

interface Planned {
  readonly commit: Commit;
  readonly next: Commit;
  readonly changes: Changes;
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

async function listWrites(
  { context, ownLists }: RewriteParts,
  { commit, next, changes }: Planned,
): Promise<{ readonly first: readonly FencedWrite[]; readonly last: readonly FencedWrite[] }> {
  const { table } = context;
  const hasher = await context.hasher();
  const before = new Map(listRows(context, hasher, commit).map((row) => [nameOf(row), row]));
  const wanted = new Map(listRows(context, hasher, next).map((row) => [nameOf(row), row]));
  const gone = new Map<string, Item>([...before].filter(([name]) => !wanted.has(name)));
  const come = new Map<string, Item>(
    [...wanted].filter(([name, row]) => {
      const old = before.get(name);
      return !(old && sameRow(old, row));
    }),
  );
  for (const { one, next: to } of changes.values()) {
    const links = await linkChange(context, commit, { one, next: to });
    for (const row of links.gone) gone.set(nameOf(row), row);
    for (const row of links.come) come.set(nameOf(row), row);
  }
  const first: FencedWrite[] = [...come.values()].map((item) => ({ kind: 'put', table, item }));
  const last: FencedWrite[] = [];
  for (const [name, { pk, sk }] of gone) {
    if (come.has(name)) continue;
    const own = sk === commit.position && ownLists.includes(pk);
    (own ? last : first).push({ kind: 'delete', table, key: { pk, sk } });
  }
  return { first, last };
}

async function bodyWrites(
  context: LrsContext,
  planned: Planned,
): Promise<{ readonly writes: readonly FencedWrite[]; readonly objects: boolean }> {
  return planned.commit.single ? singleWrites(context, planned) : batchWrites(context, planned);
}

async function singleWrites(context: LrsContext, { commit, changes }: Planned) {
  const { dynamo, table } = context;
  const [change] = changes.values();
  if (!change) return { writes: [], objects: false };
  const key = idKey(commit.store, change.one.id);
  const row = await dynamo.get({ table, key, consistent: true });
  const body = change.next && (await newBody(context, commit, { index: 0, texts: [change.next.json] }));
  const write = body ? rewriteUpdate(body) : eraseUpdate;
  return {
    writes: [{ kind: 'update', table, key, ...atPosition(commit.position, write) } as const],
    objects: row?.o !== undefined || (body !== undefined && 'o' in body),
  };
}

async function batchWrites(context: LrsContext, { commit, next, changes }: Planned) {
  const { dynamo, table } = context;
  const { store, position } = commit;
  const writes: FencedWrite[] = [];
  let objects = false;
  for (const { one, next: to } of changes.values()) {
    if (to) continue;
    const key = idKey(store, one.id);
    writes.push({ kind: 'update', table, key, ...atPosition(position, eraseUpdate) });
  }
  const numbers = new Set([...changes.keys()].map((index) => commit.chunks.get(index) ?? 0));
  for (const number of numbers) {
    const key = chunkKey(store, position, number);
    const row = await dynamo.get({ table, key, consistent: true });
    if (!row) throw new Error('a committed batch lacks a chunk');
    const chunk = await newChunk(context, { commit, changes }, row);
    if (row.o !== undefined || 'o' in chunk) objects = true;
    writes.push({ kind: 'put', table, item: { ...key, ...chunk } });
  }
  writes.push(...(await commitRowWrite(context, next)));
  return { writes, objects };
}

async function newChunk(
  context: LrsContext,
  { commit, changes }: Pick<Planned, 'commit' | 'changes'>,
  row: Item,
): Promise<Readonly<Record<string, unknown>>> {
  const texts = (await readBody(context, row)) ?? [];
  const kept: { readonly index: number; readonly json: string }[] = [];
  const erased = [...readIndexes(row.z)];
  for (const [nth, index] of readIndexes(row.n).entries()) {
    const change = changes.get(index);
    if (change && !change.next) erased.push(index);
    else kept.push({ index, json: change?.next?.json ?? texts[nth] ?? '' });
  }
  const given = { index: kept[0]?.index ?? 0, texts: kept.map(({ json }) => json) };
  return {
    n: kept.map(({ index }) => index).join(),
    ...(kept.length > 0 ? await newBody(context, commit, given) : {}),
    ...(erased.length > 0 ? { z: erased.join() } : {}),
  };
}

/** The row stays also when nothing is left: a batch without it would never have been committed. */
async function commitRowWrite(context: LrsContext, next: Commit): Promise<readonly FencedWrite[]> {
  const { table, settings } = context;
  const hasher = await context.hasher();
  const row = await readCommitRow(context, next);
  if (!row) throw new Error('a commit lacks its row');
  const { e: _, ...rest } = row;
  const entries = next.statements.map((one) => toEntry({ hasher, commit: next }, one));
  const item: Item = {
    ...rest,
    pk: feedPartitionAt(settings, next),
    sk: next.position,
    ...(entries.length > 0 ? { e: encodeEntries(entries) } : {}),
    g: notesOf(next.statements),
    w: true,
  };
  if (sameRow(row, item)) return [];
  // Written once by its batch, and since then by whoever holds the fence.
  return [{ kind: 'put', table, item }];
}

interface Update {
  readonly update: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Place and fingerprint stay: the id stays taken. */
const eraseUpdate: Update = {
  update: 'SET #z = :z REMOVE #b, #o, #g, #n',
  names: { '#z': 'z', '#b': 'b', '#o': 'o', '#g': 'g', '#n': 'n' },
  values: { ':z': true },
};

function rewriteUpdate(body: Body): Update {
  const names = { '#b': 'b', '#o': 'o' };
  return 'b' in body
    ? { update: 'SET #b = :b REMOVE #o', names, values: { ':b': body.b } }
    : { update: 'SET #o = :o REMOVE #b', names, values: { ':o': body.o } };
}

/** The row is still that of this commit. */
function atPosition(position: string, { update, names, values }: Update) {
  return {
    update,
    condition: '#p = :p',
    names: { ...names, '#p': 'p' },
    values: { ...values, ':p': position },
  };
}

/** Never under the name of an old object: a crash would leave an old row with a new body. */
async function newBody(
  { objects, settings, ids }: LrsContext,
  { store, position }: Commit,
  { index, texts }: { readonly index: number; readonly texts: readonly string[] },
): Promise<Body> {
  const packed = pack(texts);
  if (packed.length <= settings.inlineBytes) return { b: packed };
  const key = `${statementObject(store, position, index)}~${ids.uuid()}`;
  await objects.put({ key, body: packed, contentType: 'application/octet-stream' });
  return { o: key };
}

function heldOf({ store, position, single, statements }: Commit): Held {
  const only = single ? statements[0] : undefined;
  return { store, position, ...(only ? { id: only.id } : {}) };
}

/** Objects of the commit that no row leads to any more. */
async function sweepObjects(context: LrsContext, place: Held): Promise<void> {
  const { objects } = context;
  const prefix = statementObject(place.store, place.position, 0).slice(0, -1);
  const keys: string[] = [];
  for await (const { key } of objects.list(prefix)) keys.push(key);
  if (keys.length === 0) return;
  const used = new Set((await bodyRows(context, place)).map(({ o }) => o));
  for (const key of keys) if (!used.has(key)) await objects.delete(key);
}

async function bodyRows(
  { dynamo, table }: LrsContext,
  { store, position, id }: Held,
): Promise<readonly Item[]> {
  if (id !== undefined) {
    const row = await dynamo.get({ table, key: idKey(store, id), consistent: true });
    return row ? [row] : [];
  }
  const sort = { prefix: chunkPrefix };
  return queryAll({ dynamo, table }, { partition: batchPartition(store, position), sort, consistent: true });
}
