import { DomainError, Unavailable } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { BatchResult, SyncBatch } from './batch.ts';
import { acceptItem } from './decide-item.ts';
import { FieldsEdited, ItemChanged } from './errors.ts';
import { type DecisionDeps, finishDecision } from './finish-decision.ts';
import type { SyncStore } from './ports.ts';

export interface BatchRunDeps extends DecisionDeps {
  readonly sync: DecisionDeps['sync'] & Pick<SyncStore, 'findBatch' | 'saveBatch' | 'listItems'>;
}

const pageSize = 25;
/** As many pages as one message of the worker does. */
const pagesAtOnce = 20;

/**
 * Goes on with a batch. `more`: it is to be called again. Two workers at one batch do nothing twice: what was accepted
 * does not wait any more, and the slower one stops at its next note.
 */
export async function runBatch(
  deps: BatchRunDeps,
  input: { readonly connectionId: ConnectionId; readonly batchId: string },
): Promise<'more' | 'done' | 'other-worker'> {
  let batch = await deps.sync.findBatch(input.connectionId, input.batchId);
  for (let page = 0; page < pagesAtOnce; page += 1) {
    if (!batch || batch.state === 'done') return 'done';
    const next: SyncBatch | undefined = await nextPage(deps, batch);
    if (!next) return 'other-worker';
    batch = next;
  }
  return batch?.state === 'done' ? 'done' : 'more';
}

async function nextPage(deps: BatchRunDeps, batch: SyncBatch): Promise<SyncBatch | undefined> {
  const list = batch.lists[batch.at.list];
  const { after } = batch.at;
  const page =
    list === undefined
      ? { items: [] }
      : await deps.sync.listItems(batch.connectionId, list, { limit: pageSize, ...(after && { after }) });
  const results: BatchResult[] = [];
  for (const { externalId } of page.items) results.push(await acceptOne(deps, batch, externalId));
  const counts = { ...batch.counts };
  for (const { outcome } of results) counts[outcome] += 1;
  const place = page.next ? { list: batch.at.list, after: page.next } : { list: batch.at.list + 1 };
  const next: SyncBatch = {
    ...batch,
    counts,
    at: place,
    state: place.list >= batch.lists.length ? 'done' : 'running',
    updatedAt: deps.clock.now().toISOString(),
    rev: batch.rev + 1,
  };
  return (await deps.sync.saveBatch(next, results)) === 'saved' ? next : undefined;
}

async function acceptOne(deps: BatchRunDeps, batch: SyncBatch, externalId: string): Promise<BatchResult> {
  try {
    const found = await deps.sync.findItem(batch.connectionId, externalId);
    const item = found && (await finishDecision(deps, found));
    const { waiting } = item ?? {};
    const isOurs = waiting !== undefined && batch.lists.some((list) => list === waiting.change);
    const isLeft = !waiting || waiting.rejected || (waiting.undone && batch.by.kind === 'rule');
    if (!item || !isOurs || isLeft) return resultOf(batch, externalId, item);
    const { by, submit } = batch;
    const after = await acceptItem(deps, item, { by, submit, take: [], keep: [] });
    return { externalId, outcome: 'accepted', ...(after.courseId && { courseId: after.courseId }) };
  } catch (error) {
    // The store or the catalogue does not answer: the whole page comes again.
    if (!(error instanceof DomainError) || error instanceof Unavailable) throw error;
    if (error instanceof FieldsEdited) return { externalId, outcome: 'conflict' };
    return { externalId, outcome: error instanceof ItemChanged ? 'left' : 'failed' };
  }
}

/** A page that comes again after a crash finds done what it did: that is no other outcome. */
function resultOf(
  { createdAt, by }: SyncBatch,
  externalId: string,
  item: Awaited<ReturnType<DecisionDeps['sync']['findItem']>>,
): BatchResult {
  const { accepted, courseId } = item ?? {};
  const isByThis = accepted && accepted.at >= createdAt && sameParty(accepted.by, by);
  return isByThis
    ? { externalId, outcome: 'accepted', ...(courseId && { courseId }) }
    : { externalId, outcome: 'left' };
}

const sameParty = (one: SyncBatch['by'], other: SyncBatch['by']): boolean =>
  JSON.stringify([one.kind, 'id' in one && one.id]) ===
  JSON.stringify([other.kind, 'id' in other && other.id]);
