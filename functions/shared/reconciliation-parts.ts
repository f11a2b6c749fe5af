import { type ConnectionStore, type JobQueue, jobMessageSchema } from '@sinau/connectors';
import {
  createConnectionStore,
  createCourseParts,
  createPollRunStore,
  createReconciliationStore,
  createRepairOrderStore,
  createResultStore,
} from '@sinau/connectors/dynamo';
import type { ReconciliationStore, RepairOrderStore } from '@sinau/connectors/reconciliation';
import type { CourseParts, PlaceDeps, PollRunStore, ResultStore } from '@sinau/connectors/results';
import type { Registration } from '@sinau/enrolment';
import type { Clock, Digest, Ids, PersonId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** What machines read and order of results and comparisons; what is ordered the worker does. */
export interface ReconciliationDesk {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly results: ResultStore;
  readonly courseParts: CourseParts;
  readonly reconciliation: ReconciliationStore;
  readonly repairs: RepairOrderStore;
  readonly polls: PollRunStore;
  /** Loaded when a machine says whose result it is. */
  readonly placing: () => Promise<PlaceDeps>;
  /** Whose registration it is; undefined for guests of other systems. */
  personOf(registration: string): Promise<PersonId | undefined>;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

export function createReconciliationDesk(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly CONTENT_BUCKET: string;
    readonly CONNECTOR_QUEUE_URL: string;
  };
}): ReconciliationDesk {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    connections: createConnectionStore(stores),
    results: createResultStore({ ...stores, digest: nodeDigest }),
    courseParts: createCourseParts(stores),
    reconciliation: createReconciliationStore(stores),
    repairs: createRepairOrderStore(stores),
    polls: createPollRunStore(stores),
    async placing() {
      const [{ createPlaceParts }, { createCourseContent }, { createContentRoom }, { createCourseStore }] =
        await Promise.all([
          import('./place-parts.ts'),
          import('./course-content.ts'),
          import('@sinau/catalogue/adapters'),
          import('@sinau/catalogue/dynamo'),
        ]);
      const content = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
      const courses = createCourseStore(stores);
      return createPlaceParts({ ...stores, content: createCourseContent({ courses, content }) });
    },
    async personOf(registration) {
      const { createEnrolmentStore } = await import('./enrolment-store.ts');
      return (await createEnrolmentStore(stores).findByRegistration(registration as Registration))?.personId;
    },
    queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema),
    ...{ clock: systemClock, ids: systemIds, digest: nodeDigest },
  };
}
