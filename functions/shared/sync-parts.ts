import type { ConnectionId, JobMessage, JobQueue } from '@sinau/connectors';
import { createSyncStore } from '@sinau/connectors/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { type DeskEnv, openCourseDesk } from './course-desk.ts';
import type { Parts } from './parts.ts';

/** What the worker, the API and pages need to run synchronisations and to decide on what they bring. */
export function createSyncParts(given: {
  readonly parts: Parts;
  readonly env: DeskEnv;
  readonly queue: JobQueue;
}) {
  const { parts, env, queue } = given;
  return {
    sync: createSyncStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    desk: openCourseDesk(parts, env),
    ...{ digest: nodeDigest, clock: systemClock, ids: systemIds },
    queueRun: (run: { readonly connectionId: ConnectionId; readonly runId: string }) =>
      queue.send(syncMessage('sync', run)),
    queueBatch: (batch: { readonly connectionId: ConnectionId; readonly batchId: string }) =>
      queue.send(syncMessage('accept-many', batch)),
  };
}

const syncMessage = (
  kind: 'sync' | 'accept-many',
  about: { readonly connectionId: ConnectionId } & Readonly<Record<string, string>>,
): JobMessage => ({ kind, ...about });
