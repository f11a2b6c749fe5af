import type { AtomicCompanion } from '@sinau/kernel';
import type { Item, TransactItem } from '@sinau/platform/dynamo';
import { currentTrace, traceName } from '@sinau/platform/trace';
import type { StoreName } from '../model.ts';
import type { LrsContext } from './context.ts';
import { feedPartitionAt } from './list-rows.ts';
import { msOf, type Position } from './position.ts';

interface Place {
  readonly store: StoreName;
  readonly position: Position;
}

/** Nobody reserves under a tombstone again, and no writer is this slow. */
const tombstoneSeconds = 30 * 24 * 3600;

const absent = { expression: 'attribute_not_exists(pk)' };

const keyOf = (context: LrsContext, place: Place) => ({
  pk: feedPartitionAt(context.settings, place),
  sk: place.position,
});

export async function readCommitRow(context: LrsContext, place: Place): Promise<Item | undefined> {
  const row = await context.dynamo.get({
    table: context.table,
    key: keyOf(context, place),
    consistent: true,
  });
  return row && isCommitRow(row) ? row : undefined;
}

/** In the feed partition lie commit rows of batches, rows of singles, markers and tombstones. */
export function isCommitRow(row: Item): boolean {
  return row.k === 'c';
}

export function isTombstone(row: Item): boolean {
  return row.k === 't';
}

export async function commitState(
  context: LrsContext,
  place: Place,
): Promise<'committed' | 'dead' | 'pending'> {
  const row = await context.dynamo.get({
    table: context.table,
    key: keyOf(context, place),
    consistent: true,
  });
  if (!row) return 'pending';
  return isTombstone(row) ? 'dead' : 'committed';
}

/**
 * Makes a batch visible. Whoever writes this key first decides: the batch itself, or someone who gave it up. A writer
 * that was thought dead can therefore never commit afterwards.
 */
export async function putCommitRow(
  context: LrsContext,
  place: Place,
  given: { readonly attributes: Readonly<Record<string, unknown>>; readonly companion?: AtomicCompanion },
): Promise<'committed' | 'fenced' | 'companion-refused'> {
  const { dynamo, table } = context;
  const trace = currentTrace();
  // One row a batch: whoever follows the stream goes on in the trace of its writer.
  const traced = trace === undefined ? {} : { [traceName]: trace };
  const item = { ...keyOf(context, place), k: 'c', ...given.attributes, ...traced };
  const stillTimely = () => context.horizon.mayCommit(msOf(place.position));
  if (!given.companion) {
    const put = await dynamo.put({ table, item, condition: absent, stillTimely });
    return put.outcome === 'done' || (put.item && isCommitRow(put.item)) ? 'committed' : 'fenced';
  }
  // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
  const companions = given.companion.writes as readonly TransactItem[];
  const put = { kind: 'put', table, item, condition: absent } as const;
  const result = await dynamo.transactWrite([put, ...companions], { stillTimely });
  if (result.outcome === 'done') return 'committed';
  const [own] = result.reasons;
  if (own?.code !== 'ConditionalCheckFailed') return 'companion-refused';
  return own.item && isCommitRow(own.item) ? 'committed' : 'fenced';
}

/** Gives a batch up, unless it has committed already. */
export async function fence(context: LrsContext, place: Place): Promise<'fenced' | 'committed'> {
  const { dynamo, table, clock } = context;
  const expiresAt = Math.floor(clock.now().getTime() / 1000) + tombstoneSeconds;
  const item = { ...keyOf(context, place), k: 't', expiresAt };
  const put = await dynamo.put({ table, item, condition: absent });
  if (put.outcome === 'done') return 'fenced';
  return put.item && isCommitRow(put.item) ? 'committed' : 'fenced';
}
