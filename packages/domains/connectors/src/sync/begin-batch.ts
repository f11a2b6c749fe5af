import type { Clock, Ids } from '@sinau/kernel';
import type { Connection, ConnectionId } from '../connection.ts';
import type { BatchRequest, SyncBatch } from './batch.ts';
import type { SyncStore } from './ports.ts';
import type { SyncParty } from './sync-item.ts';
import type { SyncRun } from './sync-run.ts';

interface BatchDeps {
  readonly sync: Pick<SyncStore, 'saveBatch'>;
  readonly clock: Clock;
}

/** The rule of a connection takes over what its run brought; named by the run, so that a repeated run begins no second. */
export async function beginBatch(
  deps: BatchDeps,
  run: Pick<SyncRun, 'connectionId' | 'providerId' | 'runId' | 'counts'>,
): Promise<void> {
  const { connectionId, providerId, runId, counts } = run;
  const expected = counts.new + counts.changed + counts.returned;
  const request: BatchRequest = { lists: ['new', 'changed', 'returned'], submit: false, expected };
  const of = { connectionId, providerId, batchId: runId, by: { kind: 'rule' as const } };
  await deps.sync.saveBatch(newBatch(deps, of, request), []);
}

/** Begins to accept everything in these lists. */
export async function startBatch(
  deps: BatchDeps & {
    readonly ids: Ids;
    readonly queueBatch: (batch: {
      readonly connectionId: ConnectionId;
      readonly batchId: string;
    }) => Promise<void>;
  },
  input: { readonly connection: Connection; readonly by: SyncParty; readonly request: BatchRequest },
): Promise<SyncBatch> {
  const { connectionId, providerId } = input.connection;
  const batchId = deps.ids.uuid();
  const batch = newBatch(deps, { connectionId, providerId, batchId, by: input.by }, input.request);
  await deps.sync.saveBatch(batch, []);
  await deps.queueBatch({ connectionId, batchId });
  return batch;
}

function newBatch(
  { clock }: BatchDeps,
  of: Pick<SyncBatch, 'connectionId' | 'providerId' | 'batchId' | 'by'>,
  { lists, submit, expected }: BatchRequest,
): SyncBatch {
  const at = clock.now().toISOString();
  return {
    ...of,
    ...{ lists: [...new Set(lists)], submit, state: 'running', at: { list: 0 } },
    counts: { accepted: 0, conflict: 0, left: 0, failed: 0 },
    ...(expected !== undefined && { expected }),
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
}
