import { authorityKey, type StoreFilter } from '../content-filter.ts';
import type { Reader } from '../model.ts';
import type { StoreQuery } from '../ports.ts';
import type { LrsContext } from './context.ts';
import type { Entry } from './entries.ts';
import type { Hasher, WordKind } from './index-words.ts';
import { feedPartition, type ListKind, listPartition } from './keys.ts';
import { msPrefix, type Position, parsePlace } from './position.ts';
import { type ShardCounts, shardsBetween } from './settings.ts';

export interface QueryPlan {
  /** Lists to walk side by side. */
  readonly partitions: readonly string[];
  /** Bounds of sort keys, inclusive; nothing at all when `from` is above `to`. */
  readonly from: string;
  readonly to: string;
  /** Upper bound in epoch milliseconds. */
  readonly toMs: number;
  readonly descending: boolean;
  /** Exclusive start inside the first group. */
  readonly after?: { readonly position: Position; readonly index: number };
  /** The lists hold every statement that matches through a reference; otherwise references are followed here. */
  readonly inherits: boolean;
  /** True unless the row rules it out. */
  readonly mayMatch: (entry: Entry) => boolean;
  /** False when the row says that the reader may not see it. */
  readonly mayRead: (entry: Entry) => boolean;
  readonly limit: number;
}

export async function planQuery(context: LrsContext, query: StoreQuery): Promise<QueryPlan> {
  const { filter, reader, store, after, limit } = query;
  const hasher = await context.hasher();
  const nowMs = context.clock.now().getTime();
  const untilMs = Math.min(
    filter.untilMs ?? Number.POSITIVE_INFINITY,
    filter.ascending ? query.throughMs : Infinity,
  );
  const toMs = Math.min(untilMs, nowMs + 60_000);
  const fromMs = filter.sinceMs === undefined ? 0 : filter.sinceMs + 1;
  const place = after === undefined ? undefined : parsePlace(after);
  const list = await chooseList(context, hasher, query);
  const shards = shardsBetween(context.settings, fromMs, toMs);
  return {
    partitions: partitionsOf(list, store, shards),
    from: place && filter.ascending ? place.position : msPrefix(fromMs),
    // `~` sorts after every row beside a position.
    to: place && !filter.ascending ? `${place.position}~` : msPrefix(toMs + 1),
    toMs,
    descending: !filter.ascending,
    ...(place ? { after: place } : {}),
    inherits: list.kind === 'content',
    mayMatch: contentClauses(hasher, filter),
    mayRead: readClause(hasher, reader),
    limit,
  };
}

type List =
  | { readonly kind: 'content' | 'agency'; readonly lists: readonly { kind: ListKind; hash: string }[] }
  | { readonly kind: 'feed' };

/** The most selective list that holds every match. */
async function chooseList(
  context: LrsContext,
  hasher: Hasher,
  { filter, reader, store }: StoreQuery,
): Promise<List> {
  const { agent, activity, registration } = filter;
  const of = (value: string, ...kinds: readonly ListKind[]): List => ({
    kind: 'content',
    lists: kinds.map((kind) => ({ kind, hash: hasher.list(kind, value) })),
  });
  if (registration !== undefined) return of(registration, 'r');
  if (agent !== undefined && !filter.relatedAgents) return of(agent, 'a');
  // Authorities are related to all that they vouch for, and have no list of it.
  if (agent !== undefined && !(await context.authorities.has(store, agent))) return of(agent, 'a', 'A');
  const ubiquitous =
    filter.relatedActivities && context.settings.ubiquitousActivities.includes(activity ?? '');
  if (activity !== undefined && !ubiquitous) {
    return filter.relatedActivities ? of(activity, 'o', 'O') : of(activity, 'o');
  }
  if (reader.kind !== 'agency') return { kind: 'feed' };
  return { kind: 'agency', lists: [{ kind: 'g', hash: hasher.list('g', reader.agencyId) }] };
}

function partitionsOf(list: List, store: StoreQuery['store'], shards: ShardCounts): readonly string[] {
  const upTo = (count: number) => Array.from({ length: count }, (_, shard) => shard);
  if (list.kind === 'feed') return upTo(shards.feed).map((shard) => feedPartition(store, shard));
  const counts = { a: 1, A: 1, r: 1, o: shards.activity, O: shards.activity, g: shards.agency };
  return list.lists.flatMap((each) =>
    upTo(counts[each.kind]).map((shard) => listPartition(store, each, shard)),
  );
}

function contentClauses(hasher: Hasher, filter: StoreFilter): (entry: Entry) => boolean {
  const { agent, verb, activity, registration, relatedAgents, relatedActivities } = filter;
  const clauses: number[][] = [];
  const clause = (value: string | undefined, ...kinds: readonly WordKind[]) => {
    if (value !== undefined) clauses.push(kinds.map((kind) => hasher.tag(kind, value)));
  };
  clause(agent, 'a', ...(relatedAgents ? (['A'] as const) : []));
  clause(verb, 'v');
  clause(activity, 'o', ...(relatedActivities ? (['O'] as const) : []));
  clause(registration, 'r');
  return ({ tags }) => clauses.every((any) => any.some((tag) => tags.includes(tag)));
}

function readClause(hasher: Hasher, reader: Reader): (entry: Entry) => boolean {
  if (reader.kind === 'all') return () => true;
  if (reader.kind === 'agency') {
    const agency = hasher.list('g', reader.agencyId);
    return ({ agencies }) => agencies.includes(agency);
  }
  const authority = hasher.tag('u', authorityKey(reader.authority));
  return ({ tags }) => tags.includes(authority);
}
