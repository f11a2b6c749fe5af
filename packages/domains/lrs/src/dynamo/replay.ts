import { parseKey } from '@sinau/platform/dynamo';
import type { StoreName } from '../model.ts';
import type { Commit } from './commit.ts';
import { isTombstone } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { placeOfGroup, readRows } from './erasure-walk.ts';
import { type RecordedFacts, toFacts } from './follower.ts';
import { feedPartition, idKey } from './keys.ts';
import type { AppliedVoid } from './links.ts';
import { locate } from './locate.ts';
import { mergeLists, type PositionGroup } from './merge-lists.ts';
import { msOf, msPrefix } from './position.ts';
import { readCommitAt } from './read-commit.ts';

/** Tells again what the follower of the stream told. */
export interface RecordReplay {
  /**
   * Every commit of a store in the order of positions, from `after` (exclusive) on, as it is now: what was erased is
   * left out, and a void comes with its target. Writes nothing. A commit of the last seconds may be missing.
   */
  replay(input: { readonly store: StoreName; readonly after?: string }): AsyncIterable<RecordedFacts>;
}

export function createRecordReplay(context: LrsContext): RecordReplay {
  return {
    async *replay({ store, after }) {
      const { settings, clock } = context;
      const from = after === undefined ? msPrefix(0) : `${after}~`;
      const to = msPrefix(clock.now().getTime() + 1);
      if (from > to) return;
      const shards = Math.max(...settings.shards.map(({ feed }) => feed));
      const streams = Array.from({ length: shards }, (_, shard) =>
        readRows(context, feedPartition(store, shard), [from, to]),
      );
      for await (const group of mergeLists(streams, false)) {
        const commit = await commitOf(context, store, group);
        if (commit) yield toFacts(commit, await voidsOf(context, commit, group));
      }
    },
  };
}

async function commitOf(
  context: LrsContext,
  store: StoreName,
  { position, rows }: PositionGroup,
): Promise<Commit | undefined> {
  const plain = rows.filter((row) => row.sk === position && !isTombstone(row));
  // A marker whose row is not there: of a batch that was given up, or of a single that was erased.
  if (plain.length === 0) return undefined;
  const place = await placeOfGroup(context, { store }, { position, rows, plain });
  const commit = await readCommitAt(context, place);
  if (!commit) throw new Error('a row of the feed leads to no commit');
  return commit === 'erased' ? undefined : commit;
}

/** Of its own statements; a marker beside the row says which of them are voided. */
async function voidsOf(
  context: LrsContext,
  commit: Commit,
  { position, rows }: PositionGroup,
): Promise<readonly AppliedVoid[]> {
  const { dynamo, table } = context;
  const voids: AppliedVoid[] = [];
  for (const { sk } of rows) {
    const [, kind, index] = parseKey(sk);
    const target = kind === 'v' && commit.statements.find((one) => one.index === Number(index));
    if (!target) continue;
    const row = await dynamo.get({ table, key: idKey(commit.store, target.id), consistent: true });
    if (typeof row?.x !== 'string') continue;
    const voider = await locate(context, commit.store, row.x);
    const voidedMs = voider.state === 'committed' ? msOf(voider.position) : 0;
    voids.push({
      targetId: target.id,
      voidedBy: row.x,
      agencies: target.agencies,
      stored: laterOf(voidedMs, msOf(position)),
    });
  }
  return voids;
}

function laterOf(one: number, other: number): string {
  return new Date(Math.max(one, other)).toISOString();
}
