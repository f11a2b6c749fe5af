import type { ConnectionId, JobMessage, JobQueue } from '@sinau/connectors';
import { jobMessageSchema } from '@sinau/connectors';
import { createConnectionStore, createSyncStore } from '@sinau/connectors/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { type DeskEnv, openCourseDesk } from './course-desk.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import type { Parts } from './parts.ts';

/** What the worker, the API and pages need to run synchronisations and to decide on what they bring. */
export function createSyncParts(given: {
  readonly parts: Parts;
  readonly env: DeskEnv;
  readonly queue: JobQueue;
}) {
  const { parts, env, queue } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const { seatsOf } = createEnrolmentStore(stores);
  return {
    sync: createSyncStore(stores),
    desk: openCourseDesk(parts, env),
    ...{ digest: nodeDigest, clock: systemClock, ids: systemIds },
    /** People who hold a seat of a course. */
    learnersOf: async (courseId: string) => (await seatsOf(courseId)).taken,
    queueRun: (run: { readonly connectionId: ConnectionId; readonly runId: string }) =>
      queue.send(syncMessage('sync', run)),
    queueBatch: (batch: { readonly connectionId: ConnectionId; readonly batchId: string }) =>
      queue.send(syncMessage('accept-many', batch)),
  };
}
export type SyncParts = ReturnType<typeof createSyncParts>;

/** On the queue of this deployment. */
export function openSyncParts(given: {
  readonly parts: Parts;
  readonly env: DeskEnv & { readonly CONNECTOR_QUEUE_URL: string };
}): SyncParts {
  const { parts, env } = given;
  return createSyncParts({ parts, env, queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema) });
}

/** With the connections themselves, for a door that has no others. */
export const openSyncDoor = (given: Parameters<typeof openSyncParts>[0]) => ({
  ...openSyncParts(given),
  connections: createConnectionStore({ dynamo: given.parts.dynamo, table: given.env.LMS_TABLE }),
});

const syncMessage = (
  kind: 'sync' | 'accept-many',
  about: { readonly connectionId: ConnectionId } & Readonly<Record<string, string>>,
): JobMessage => ({ kind, ...about });
