import { Unavailable } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import { acceptInBatch, type BatchItemDeps } from './accept-in-batch.ts';
import type { BatchResult, SyncBatch } from './batch.ts';
import type { SyncStore } from './ports.ts';

export interface BatchRunDeps extends BatchItemDeps {
  readonly sync: BatchItemDeps['sync'] &
    Pick<SyncStore, 'findBatch' | 'saveBatch' | 'findItems' | 'listItems'>;
}

const pageSize = 25;
/** Courses of a page that are accepted at the same time; each is several requests one after the other. */
const together = 5;
/** One message of the worker does twenty pages, each in two steps. */
const stepsAtOnce = 40;
/** After so many faults a page goes on without the courses that they are about. */
const mostFaults = 3;

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
  const results = await acceptPage(deps, batch, inHand);
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

/**
 * All that can be accepted is, whatever happens to others. A fault brings the whole page back; one that does not pass holds up
 * the other thousands no longer than a few tries.
 */
async function acceptPage(
  deps: BatchRunDeps,
  batch: SyncBatch,
  inHand: NonNullable<SyncBatch['at']['inHand']>,
): Promise<readonly BatchResult[]> {
  const { externalIds, faults = 0 } = inHand;
  const found = await deps.sync.findItems(batch.connectionId, externalIds);
  const byId = new Map(found.map((item) => [item.externalId, item]));
  const results: BatchResult[] = [];
  const thrown: unknown[] = [];
  for (let start = 0; start < externalIds.length; start += together) {
    const group = externalIds.slice(start, start + together);
    const settled = await Promise.allSettled(
      group.map((externalId) => acceptInBatch(deps, batch, { externalId, item: byId.get(externalId) })),
    );
    for (const [n, one] of settled.entries()) {
      const externalId = group[n] ?? '';
      if (one.status === 'fulfilled') results.push(one.value);
      else {
        thrown.push(one.reason);
        results.push({ externalId, outcome: 'failed', reason: 'unexpected' });
      }
    }
    // What does not answer now does not answer the next ones either.
    if (thrown.some((reason) => reason instanceof Unavailable)) break;
  }
  const lasting = thrown.every((reason) => !(reason instanceof Unavailable));
  if (thrown.length === 0 || (lasting && faults >= mostFaults)) return results;
  if (lasting) await note(deps, { batch, at: { ...batch.at, inHand: { ...inHand, faults: faults + 1 } } });
  throw thrown[0];
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
