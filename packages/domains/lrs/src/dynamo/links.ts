import type { AgencyId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { parseKey } from '@sinau/platform/dynamo';
import { isVoiding, targetOf } from '@sinau/xapi';
import type { StoreName } from '../model.ts';
import { mayVoid } from '../voiding-right.ts';
import type { Commit, CommitStatement } from './commit.ts';
import { commitState } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { encodeEntries } from './entries.ts';
import { authorityTag, contentLists, contentTags, type Hasher } from './index-words.ts';
import {
  batchPartition,
  idKey,
  inheritedSuffix,
  lateKey,
  latePrefix,
  markerSuffix,
  referrerKey,
  referrerPartition,
  voidPrefix,
} from './keys.ts';
import { feedPartitionAt, partitionAt } from './list-rows.ts';
import { type Located, locate } from './locate.ts';
import { msOf, type Position } from './position.ts';
import { chunksOf } from './write-rows.ts';

type Committed = Extract<Located, { state: 'committed' }>;

/** A statement that was taken out of query results. */
export interface AppliedVoid {
  readonly targetId: string;
  readonly voidedBy: string;
  readonly agencies: readonly AgencyId[];
  /** When the later of the two was stored, ISO 8601 UTC: the same whoever tells it. */
  readonly stored: string;
}

/** References are followed so far and no further; cycles end sooner. */
const longestChain = 50;

/**
 * Before the commit: says at the target that this statement refers to it. Harmless when the commit never happens,
 * since whoever reads it looks whether the referring statement is committed.
 */
export async function announceReference(
  context: LrsContext,
  store: StoreName,
  one: CommitStatement,
): Promise<void> {
  const target = targetOf(one.statement);
  if (target === undefined) return;
  const { dynamo, table } = context;
  const key = referrerKey(store, target, { id: one.id, voiding: isVoiding(one.statement) });
  await dynamo.put({ table, item: { ...key } });
  await dynamo.update({ table, key: idKey(store, target), update: 'SET r = :yes', values: { ':yes': true } });
}

/**
 * After the commit: joins its statements with what they refer to and with what refers to them, as far as committed.
 * Of two ends that commit at the same time, the later one sees the other. Idempotent.
 */
export async function settleLinks(
  context: LrsContext,
  commit: Commit,
  referred: ReadonlySet<string>,
): Promise<readonly AppliedVoid[]> {
  const { store } = commit;
  const voids: AppliedVoid[] = [];
  const inheriting = new Set<string>();
  let looked = 0;
  for (const one of commit.statements) {
    const target = targetOf(one.statement);
    if (target !== undefined) {
      const located = await locateTarget(context, store, { target, referrer: one.id });
      if (located?.state === 'committed') {
        inheriting.add(one.id);
        if (isVoiding(one.statement) && mayVoid(one, located.one)) {
          const by = { id: one.id, position: commit.position };
          voids.push(...(await voidOne(context, store, { located, by })));
        }
      }
    }
    if (!referred.has(one.id)) continue;
    const limit = Math.max(0, context.settings.maxReferrers - looked);
    for (const referrer of await referrersOf(context, { store, id: one.id, limit })) {
      looked += 1;
      const located = await locate(context, store, referrer.id);
      if (located.state !== 'committed') continue;
      inheriting.add(referrer.id);
      if (!referrer.voiding) continue;
      const self = await locate(context, store, one.id);
      if (self.state !== 'committed' || !mayVoid(located.one, self.one)) continue;
      const by = { id: referrer.id, position: located.position };
      voids.push(...(await voidOne(context, store, { located: self, by })));
    }
  }
  await inheritUpwards(context, store, [...inheriting]);
  return voids;
}

/** Ids of a committed batch that were referred to between its reservation and its commit. */
export async function lateReferences(context: LrsContext, commit: Commit): Promise<readonly string[]> {
  if (commit.single) return [];
  const { dynamo, table } = context;
  const partition = batchPartition(commit.store, commit.position);
  const page = await dynamo.query({ table, partition, sort: { prefix: latePrefix }, consistent: true });
  return page.items.map(({ sk }) => parseKey(sk)[1] ?? '');
}

/** True when a committed statement that may do so voids this one. */
export async function isVoided(context: LrsContext, store: StoreName, found: Committed): Promise<boolean> {
  if (isVoiding(found.one.statement)) return false;
  if (found.voided) return true;
  if (!found.referred) return false;
  for (const { id } of await referrersOf(context, { store, id: found.one.id, prefix: voidPrefix })) {
    const located = await locate(context, store, id);
    if (located.state === 'committed' && mayVoid(located.one, found.one)) return true;
  }
  return false;
}

async function locateTarget(
  context: LrsContext,
  store: StoreName,
  { target, referrer }: { readonly target: string; readonly referrer: string },
): Promise<Located | undefined> {
  const located = await locate(context, store, target);
  if (located.state !== 'pending') return located;
  // The batch that holds the target reserved before the reference was announced: leave word where it looks after its
  // commit, then look again, so that one of the two finds the other.
  const { dynamo, table } = context;
  const { position } = located;
  await dynamo.put({ table, item: { ...lateKey(store, position, target), by: referrer } });
  const state = await commitState(context, { store, position });
  return state === 'committed' ? locate(context, store, target) : undefined;
}

/** Statements that announced that they refer to this one, voiding ones first. */
export async function referrersOf(
  { dynamo, table }: LrsContext,
  given: {
    readonly store: StoreName;
    readonly id: string;
    readonly prefix?: string;
    /** @default all */
    readonly limit?: number;
  },
): Promise<readonly { readonly id: string; readonly voiding: boolean }[]> {
  const { store, id, prefix = '', limit = Number.POSITIVE_INFINITY } = given;
  const rows: Item[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      table,
      partition: referrerPartition(store, id),
      sort: { prefix },
      consistent: true,
      ...(last ? { startAfter: last } : {}),
    });
    rows.push(...page.items);
    last = page.last;
  } while (last && rows.length < limit);
  return rows.slice(0, limit).map(({ sk }) => {
    const [kind, referrer = ''] = parseKey(sk);
    return { id: referrer, voiding: kind === 'v' };
  });
}

/**
 * These statements and everything that refers to them, nearest first, inherit the lists of what they refer to. Each
 * statement is read once: what commits later settles its own links, and sees the ones here. Bounded, so that no commit
 * keeps the ones behind it waiting, whatever strangers have made refer to it.
 */
async function inheritUpwards(context: LrsContext, store: StoreName, ids: readonly string[]): Promise<void> {
  const find = findOnce((id) => locate(context, store, id));
  const seen = new Set<string>();
  let left = context.settings.maxLinkRows;
  let level: readonly string[] = ids;
  for (let depth = 0; depth < longestChain && level.length > 0; depth += 1) {
    const above: string[] = [];
    for (const each of level) {
      if (seen.has(each)) continue;
      if (left <= 0) return;
      seen.add(each);
      const located = await find(each);
      if (located.state !== 'committed') continue;
      left -= 1 + (await inherit({ context, store, find }, located));
      if (!located.referred) continue;
      const limit = context.settings.maxReferrers;
      above.push(...(await referrersOf(context, { store, id: each, limit })).map((one) => one.id));
    }
    level = above;
  }
}

/** Committed statements that this one refers to, directly and through others, itself left out. */
export async function chainOf(
  context: LrsContext,
  store: StoreName,
  start: CommitStatement,
): Promise<readonly CommitStatement[]> {
  return walkChain((id) => locate(context, store, id), start);
}

/** Reads one statement by id. */
export type Find = (id: string) => Promise<Located>;

/** Reads each statement once. */
export function findOnce(find: Find): Find {
  const known = new Map<string, Promise<Located>>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}

/** A statement with the lists that it lends to those that refer to it. */
export interface Lender {
  readonly via: CommitStatement;
  readonly lists: ReturnType<typeof contentLists>;
}

export function lenderOf(context: LrsContext, hasher: Hasher, via: CommitStatement): Lender {
  return { via, lists: listsOf(context, hasher, via) };
}

/**
 * Links of a chain whose lists together are not more than one request may have: the nearest that fit. The rest lends
 * nothing, since every statement above would be written into all of them.
 */
function lenders(context: LrsContext, hasher: Hasher, chain: readonly CommitStatement[]): readonly Lender[] {
  const fitting: Lender[] = [];
  let left = context.settings.maxListRows;
  for (const via of chain) {
    const lender = lenderOf(context, hasher, via);
    left -= lender.lists.length;
    if (left < 0) break;
    fitting.push(lender);
  }
  return fitting;
}

const listsOf = (
  { settings }: LrsContext,
  hasher: Hasher,
  { statement }: Pick<CommitStatement, 'statement'>,
) => contentLists(hasher, statement, settings.ubiquitousActivities);

/** Rows that it takes to join these statements, not stored yet, with what they refer to. */
export async function countLinkRows(
  context: LrsContext,
  store: StoreName,
  statements: readonly Pick<CommitStatement, 'id' | 'statement'>[],
): Promise<number> {
  const hasher = await context.hasher();
  const find = findOnce((id) => locate(context, store, id));
  let rows = 0;
  for (const one of statements) {
    if (targetOf(one.statement) === undefined) continue;
    const chain = lenders(context, hasher, await walkChain(find, one));
    rows += chain.reduce((sum, { lists }) => sum + lists.length, 0);
  }
  return rows;
}

/** As `chainOf`, by whatever finds statements. */
export async function walkChain(
  find: Find,
  start: Pick<CommitStatement, 'id' | 'statement'>,
): Promise<readonly CommitStatement[]> {
  const chain: CommitStatement[] = [];
  const seen = new Set([start.id]);
  let target = targetOf(start.statement);
  while (target !== undefined && !seen.has(target) && chain.length < longestChain) {
    seen.add(target);
    const located = await find(target);
    if (located.state !== 'committed') break;
    chain.push(located.one);
    target = targetOf(located.one.statement);
  }
  return chain;
}

/** Answers how many rows it wrote. */
async function inherit(
  { context, store, find }: { readonly context: LrsContext; readonly store: StoreName; readonly find: Find },
  found: Committed,
): Promise<number> {
  const hasher = await context.hasher();
  const chain = lenders(context, hasher, await walkChain(find, found.one));
  const rows = chain.flatMap((lender) => inheritedRows({ context, hasher, store }, found, lender));
  await writeAll(context, rows);
  // Read after the rows were written: a void that comes now sees them, one that came before is seen here.
  const row = await context.dynamo.get({
    table: context.table,
    key: idKey(store, found.one.id),
    consistent: true,
  });
  if (row?.x !== undefined) await writeMarkers(context, store, found);
  return rows.length;
}

/** Rows through which a statement is found by what it refers to. */
export function inheritedRows(
  given: { readonly context: LrsContext; readonly hasher: Hasher; readonly store: StoreName },
  { one, position }: Pick<Committed, 'one' | 'position'>,
  { via, lists }: Lender,
): readonly Item[] {
  const { context, hasher, store } = given;
  const { settings } = context;
  const entry = {
    index: one.index,
    chunk: 0,
    refers: false,
    tags: [...contentTags(hasher, via.statement), authorityTag(hasher, one.statement)],
    agencies: one.agencies.map((agency) => hasher.list('g', agency)),
  };
  const e = encodeEntries([entry]);
  const sk = `${position}${inheritedSuffix(one.index, via.id)}`;
  return lists.map((list) => ({
    pk: partitionAt(settings, { store, position }, list),
    sk,
    e,
    i: one.id,
    v: via.id,
  }));
}

async function voidOne(
  context: LrsContext,
  store: StoreName,
  {
    located,
    by,
  }: { readonly located: Committed; readonly by: { readonly id: string; readonly position: Position } },
): Promise<readonly AppliedVoid[]> {
  if (isVoiding(located.one.statement)) return [];
  const { dynamo, table } = context;
  const key = idKey(store, located.one.id);
  // The first voiding statement stays the one that is named.
  const names = { condition: 'attribute_not_exists(x)', values: { ':by': by.id } };
  const marked = await dynamo.update({ table, key, update: 'SET x = :by', ...names });
  await writeMarkers(context, store, located);
  const voidedBy = marked.outcome === 'done' ? by.id : String(marked.item?.x ?? by.id);
  const first = voidedBy === by.id ? by : await locate(context, store, voidedBy);
  const positions = [located.position, ...('position' in first ? [first.position] : [])];
  const stored = new Date(Math.max(...positions.map(msOf))).toISOString();
  return [{ targetId: located.one.id, voidedBy, agencies: located.one.agencies, stored }];
}

/** Beside every row through which the statement is found. */
async function writeMarkers(
  context: LrsContext,
  store: StoreName,
  { one, position }: Committed,
): Promise<void> {
  const { settings } = context;
  const hasher = await context.hasher();
  const place = { store, position };
  const chain = lenders(context, hasher, await chainOf(context, store, one));
  const lists = [...listsOf(context, hasher, one), ...chain.flatMap((lender) => lender.lists)];
  const agencies = one.agencies.map((agency) => ({ kind: 'g' as const, hash: hasher.list('g', agency) }));
  const partitions = new Set([
    feedPartitionAt(settings, place),
    ...[...agencies, ...lists].map((list) => partitionAt(settings, place, list)),
  ]);
  const sk = `${position}${markerSuffix(one.index)}`;
  await writeAll(
    context,
    [...partitions].map((pk) => ({ pk, sk })),
  );
}

async function writeAll({ dynamo, table }: LrsContext, rows: readonly Item[]): Promise<void> {
  // Two list values of one statement may share a row; a batch may not name a row twice.
  const distinct = [...new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row])).values()];
  for (const puts of chunksOf(distinct, 25)) await dynamo.batchWrite({ table, puts });
}
