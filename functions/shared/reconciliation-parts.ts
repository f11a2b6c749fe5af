import { type ConnectionStore, type JobQueue, jobMessageSchema } from '@sinau/connectors';
import {
  createConnectionStore,
  createPollRunStore,
  createReconciliationStore,
  createRepairOrderStore,
  createResultStore,
} from '@sinau/connectors/dynamo';
import type { ReconciliationStore, RepairOrderStore } from '@sinau/connectors/reconciliation';
import type { PollRunStore, ResultStore } from '@sinau/connectors/results';
import type { Clock, Digest, Ids } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** What machines read and order of results and comparisons; what is ordered the worker does. */
export interface ReconciliationDesk {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly results: ResultStore;
  readonly reconciliation: ReconciliationStore;
  readonly repairs: RepairOrderStore;
  readonly polls: PollRunStore;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

export function createReconciliationDesk(given: {
  readonly parts: Parts;
  readonly env: { readonly LMS_TABLE: string; readonly CONNECTOR_QUEUE_URL: string };
}): ReconciliationDesk {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    connections: createConnectionStore(stores),
    results: createResultStore({ ...stores, digest: nodeDigest }),
    reconciliation: createReconciliationStore(stores),
    repairs: createRepairOrderStore(stores),
    polls: createPollRunStore(stores),
    queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema),
    ...{ clock: systemClock, ids: systemIds, digest: nodeDigest },
  };
}
