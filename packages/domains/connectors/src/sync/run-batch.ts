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
/** One message of the worker does twenty pages, each in two steps. */
const stepsAtOnce = 40;

/**
 * Goes on with a batch. `more`: it is to be called again. Two workers at one batch do nothing twice: what was accepted
 * does not wait any more, and the slower one stops at its next note.
 */
export async function runBatch(
  deps: BatchRunDeps,
  input: { readonly connectionId: ConnectionId; readonly batchId: string },
): Promise<'more' | 'done' | 'other-worker'> {
  let batch = await deps.sync.findBatch(input.connectionId, input.batchId);
  for (let step = 0; step < stepsAtOnce; step += 1) {
    if (!batch || batch.state === 'done') return 'done';
    const next: SyncBatch | undefined = await nextStep(deps, batch);
    if (!next) return 'other-worker';
    batch = next;
  }
  return batch?.state === 'done' ? 'done' : 'more';
}

/** Takes some courses in hand, or accepts those that are. */
async function nextStep(deps: BatchRunDeps, batch: SyncBatch): Promise<SyncBatch | undefined> {
  const { list, inHand } = batch.at;
  if (!inHand) return takeInHand(deps, batch);
  const results: BatchResult[] = [];
  for (const externalId of inHand.externalIds) results.push(await acceptOne(deps, batch, externalId));
  const counts = { ...batch.counts };
  for (const { outcome } of results) counts[outcome] += 1;
  const at = inHand.next === undefined ? { list: list + 1 } : { list, after: inHand.next };
  return note(deps, { batch, at, results, counts });
}

async function takeInHand(deps: BatchRunDeps, batch: SyncBatch): Promise<SyncBatch | undefined> {
  const { list, after } = batch.at;
  const name = batch.lists[list];
  const page =
    name === undefined
      ? { items: [] }
      : await deps.sync.listItems(batch.connectionId, name, { limit: pageSize, ...(after && { after }) });
  const externalIds = page.items.map(({ externalId }) => externalId);
  const { next } = page;
  if (externalIds.length === 0)
    return note(deps, { batch, at: next ? { list, after: next } : { list: list + 1 } });
  return note(deps, { batch, at: { ...batch.at, inHand: { externalIds, ...(next && { next }) } } });
}

/** Undefined when another worker was faster. */
async function note(
  deps: BatchRunDeps,
  noted: {
    readonly batch: SyncBatch;
    readonly at: SyncBatch['at'];
    readonly results?: readonly BatchResult[];
    readonly counts?: SyncBatch['counts'];
  },
): Promise<SyncBatch | undefined> {
  const { batch, at, results = [], counts = batch.counts } = noted;
  const next: SyncBatch = {
    ...{ ...batch, counts, at },
    state: at.list >= batch.lists.length ? 'done' : 'running',
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
