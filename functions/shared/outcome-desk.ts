import { type ConnectionId, connectionIdSchema, type JobQueue, jobMessageSchema } from '@sinau/connectors';
import {
  createConnectionStore,
  createProviderEnrolmentStore,
  createReconciliationStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import { retryEnrolment } from '@sinau/connectors/enrolments';
import type { EnrolmentRepairs, RepairDeps } from '@sinau/connectors/reconciliation';
import type { ResultPlace, ResultSubject } from '@sinau/connectors/results';
import { createGuestStore } from '@sinau/delivery/dynamo';
import { createEnrolmentStore } from '@sinau/enrolment/dynamo';
import { type Ids, isUuid } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { CompletionRule } from '@sinau/rostering';
import { createConnectionParts } from './connection-parts.ts';
import { createSessionParts } from './delivery-parts.ts';
import { createEntitlements } from './entitlements.ts';
import { learnerDisclosureOf } from './learner-disclosure.ts';
import type { Lrs } from './open-lrs.ts';
import type { Parts } from './parts.ts';
import { createResultParts, type ResultEnv } from './result-parts.ts';
import { createSharedAttributes } from './shared-attributes.ts';

type Env = ResultEnv & {
  readonly CONNECTOR_QUEUE_URL: string;
  readonly PUSH_KEY_ID: string;
  readonly PUSH_ALLOW_LOOPBACK: boolean;
  readonly SIGNING_SECRET: string;
};

/** What people do with results and with what differs between here and there. */
export interface OutcomeDesk extends RepairDeps {
  readonly ids: Ids;
  readonly queue: JobQueue;
  /** By which results of a part count. */
  ruleOf(place: ResultPlace): Promise<CompletionRule | undefined>;
  /** The course of ours that a result is about. */
  courseOf(about: ResultSubject): Promise<string | undefined>;
}

export function createOutcomeDesk(given: {
  readonly parts: Parts;
  readonly lrs: () => Promise<Lrs>;
  readonly env: Env;
}): OutcomeDesk {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const { content } = createSessionParts({ parts, env });
  const sync = createSyncStore(stores);
  const enrolments = createEnrolmentStore(stores);
  const entitlements = createEntitlements({ enrolments, guests: createGuestStore(stores) });
  const { adapters } = createConnectionParts({ parts, env });
  return {
    ...createResultParts(given),
    ...{ adapters, ids: systemIds },
    reconciliation: createReconciliationStore(stores),
    enrolments: enrolmentRepairs({ parts, env }, adapters),
    queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema),
    async ruleOf({ registration, moduleId }) {
      const entitlement = await entitlements.find(registration);
      if (!entitlement) return undefined;
      const found = await content.find(entitlement.courseId, entitlement.version);
      return found?.parts.find((part) => part.moduleId === moduleId)?.completion;
    },
    async courseOf(about) {
      if (about.kind === 'registration') return (await entitlements.find(about.registration))?.courseId;
      const connection = connectionIdSchema.safeParse(about.connectionId);
      const item = connection.success
        ? await sync.findItem(connection.data, about.externalCourseId)
        : undefined;
      if (item?.courseId !== undefined) return item.courseId;
      const courseId = about.externalCourseId.toLowerCase();
      return isUuid(courseId) ? courseId : undefined;
    },
  };
}

/** The way to the provider that is under way is hurried; one that has ended well is told to the provider anew, under the same key. */
function enrolmentRepairs(
  given: { readonly parts: Parts; readonly env: Env },
  adapters: RepairDeps['adapters'],
): EnrolmentRepairs {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  const providerEnrolments = createProviderEnrolmentStore(stores);
  const connections = createConnectionStore(stores);
  const disclosure = learnerDisclosureOf(createSharedAttributes(given));
  return {
    async enrolAgain(registration) {
      const found = await providerEnrolments.find(registration);
      if (!found) return 'not-possible';
      if (found.state !== 'confirmed') {
        const deps = { providerEnrolments, clock: systemClock };
        return (await retryEnrolment(deps, found)) === 'over' ? 'not-possible' : 'queued';
      }
      const connection = await connections.find(found.connectionId as ConnectionId);
      if (connection?.state !== 'active') return 'not-possible';
      const adapter = await adapters.adapterOf(connection);
      const learner = await disclosure.discloseForEnrolment(found.providerId, found.personId);
      const { externalCourseId } = found;
      await adapter.enrol({ idempotencyKey: registration, externalCourseId, learner });
      return 'queued';
    },
  };
}
