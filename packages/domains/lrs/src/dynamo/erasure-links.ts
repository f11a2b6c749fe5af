import type { Item } from '@sinau/platform/dynamo';
import type { Commit, CommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { contentLists } from './index-words.ts';
import { markerSuffix } from './keys.ts';
import { chainOf, inheritedRows, lenderOf, referrersOf } from './links.ts';
import { feedPartitionAt, partitionAt } from './list-rows.ts';
import { type Located, locate } from './locate.ts';
import type { Position } from './position.ts';

type Committed = Extract<Located, { state: 'committed' }>;

/** Rows beside list rows that a change of one statement takes away and brings. */
export interface LinkChange {
  readonly gone: readonly Item[];
  readonly come: readonly Item[];
}

/** References are followed so far and no further; cycles end sooner. */
const longestChain = 50;

/**
 * Inherited rows and markers of the statement itself and of everything that refers to it, before the statement is
 * replaced by `next`, or taken away.
 */
export async function linkChange(
  context: LrsContext,
  commit: Commit,
  { one, next }: { readonly one: CommitStatement; readonly next: CommitStatement | undefined },
): Promise<LinkChange> {
  const { store, position } = commit;
  const hasher = await context.hasher();
  const located = await locate(context, store, one.id);
  const voided = located.state === 'committed' && located.voided;
  const chain = await chainOf(context, store, one);
  const given = { context, hasher, store };
  const lent = (via: CommitStatement) => lenderOf(context, hasher, via);
  const gone: Item[] = [];
  const come: Item[] = [];
  if (!next) gone.push(...chain.flatMap((via) => inheritedRows(given, { one, position }, lent(via))));
  if (voided) {
    gone.push(...(await markers(context, commit, { one, chain: next ? [] : chain, shared: !next })));
    if (next) come.push(...(await markers(context, commit, { one: next, chain: [], shared: false })));
  }
  for (const referrer of await referrersAbove(context, commit, one.id)) {
    // Without this statement the chain ends here, and what lay beyond is out of reach.
    for (const via of next ? [one] : [one, ...chain]) gone.push(...inheritedRows(given, referrer, lent(via)));
    if (next) come.push(...inheritedRows(given, referrer, lent(next)));
    if (!referrer.voided) continue;
    const sk = `${referrer.position}${markerSuffix(referrer.one.index)}`;
    const place = { store, position: referrer.position };
    const beside = (statement: CommitStatement): readonly Item[] =>
      contentLists(hasher, statement.statement, context.settings.ubiquitousActivities).map((list) => ({
        pk: partitionAt(context.settings, place, list),
        sk,
      }));
    gone.push(...beside(one));
    if (next) come.push(...beside(next));
    // Where it stands by itself it stays marked.
    else come.push(...beside(referrer.one));
  }
  return { gone, come };
}

/** Beside the rows that lead to a voided statement. */
async function markers(
  context: LrsContext,
  { store, position }: { readonly store: Commit['store']; readonly position: Position },
  given: {
    readonly one: CommitStatement;
    readonly chain: readonly CommitStatement[];
    /** Also in the lists that do not follow from what it says: feed and agencies. */
    readonly shared: boolean;
  },
): Promise<readonly Item[]> {
  const { settings } = context;
  const { one, chain, shared } = given;
  const hasher = await context.hasher();
  const place = { store, position };
  const lists = [one, ...chain].flatMap(({ statement }) =>
    contentLists(hasher, statement, settings.ubiquitousActivities),
  );
  const agencies = one.agencies.map((agency) => ({ kind: 'g' as const, hash: hasher.list('g', agency) }));
  const partitions = [
    ...(shared ? [feedPartitionAt(settings, place)] : []),
    ...[...lists, ...(shared ? agencies : [])].map((list) => partitionAt(settings, place, list)),
  ];
  return partitions.map((pk) => ({ pk, sk: `${position}${markerSuffix(one.index)}` }));
}

async function referrersAbove(
  context: LrsContext,
  { store }: Commit,
  id: string,
): Promise<readonly Committed[]> {
  const found: Committed[] = [];
  const seen = new Set([id]);
  let level: readonly string[] = [id];
  for (let depth = 0; depth < longestChain && level.length > 0; depth += 1) {
    const above: string[] = [];
    for (const each of level) {
      for (const referrer of await referrersOf(context, { store, id: each })) {
        if (seen.has(referrer.id)) continue;
        seen.add(referrer.id);
        const located = await locate(context, store, referrer.id);
        if (located.state !== 'committed') continue;
        found.push(located);
        above.push(referrer.id);
      }
    }
    level = above;
  }
  return found;
}
