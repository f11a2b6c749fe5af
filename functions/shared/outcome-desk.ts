import { connectionIdSchema, type JobQueue, jobMessageSchema } from '@sinau/connectors';
import {
  createConnectionStore,
  createPollRunStore,
  createProviderEnrolmentStore,
  createReconciliationStore,
  createRepairOrderStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import { enrolAgain } from '@sinau/connectors/enrolments';
import type { EnrolmentRepairs, RepairDeps, RepairOrderStore } from '@sinau/connectors/reconciliation';
import {
  learnerKnown,
  type PlaceDeps,
  type PollRunStore,
  type ResultPlace,
  type ResultSubject,
} from '@sinau/connectors/results';
import { createGuestStore } from '@sinau/delivery/dynamo';
import { type Digest, type Ids, isUuid, type PersonId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { CompletionRule } from '@sinau/rostering';
import { createConnectionParts } from './connection-parts.ts';
import { createSessionParts } from './delivery-parts.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createEntitlements } from './entitlements.ts';
import { learnerDisclosureOf } from './learner-disclosure.ts';
import type { Lrs } from './open-lrs.ts';
import type { Parts } from './parts.ts';
import { learnerEnrolmentsOf } from './provider-enrolments.ts';
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
  readonly repairs: RepairOrderStore;
  readonly polls: PollRunStore;
  readonly digest: Digest;
  /** By which results of a part count. */
  ruleOf(place: ResultPlace): Promise<CompletionRule | undefined>;
  /** What a provider offers under its id of a course, and the course of ours that stands for it. */
  offerOf(course: {
    readonly connectionId: string;
    readonly externalCourseId: string;
  }): Promise<{ readonly courseId?: string; readonly title?: string }>;
  /** The course of ours that a result is about. */
  courseOf(about: ResultSubject): Promise<string | undefined>;
  /** Whose registration it is; undefined for guests of other systems. */
  personOf(registration: string): Promise<PersonId | undefined>;
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
  const results = createResultParts(given);
  const offerOf: OutcomeDesk['offerOf'] = async ({ connectionId, externalCourseId }) => {
    const connection = connectionIdSchema.safeParse(connectionId);
    const item = connection.success ? await sync.findItem(connection.data, externalCourseId) : undefined;
    // A provider without a catalogue of its own names courses as we do.
    const named = externalCourseId.toLowerCase();
    const courseId = item?.courseId ?? (isUuid(named) ? named : undefined);
    return { ...(courseId !== undefined && { courseId }), ...(item && { title: item.content.title }) };
  };
  return {
    ...results,
    ...{ adapters, ids: systemIds },
    digest: nodeDigest,
    reconciliation: createReconciliationStore(stores),
    repairs: createRepairOrderStore(stores),
    polls: createPollRunStore(stores),
    enrolments: enrolmentRepairs({ parts, env }, { ...results, adapters }),
    queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema),
    async ruleOf({ registration, moduleId }) {
      const entitlement = await entitlements.find(registration);
      if (!entitlement) return undefined;
      const found = await content.find(entitlement.courseId, entitlement.version);
      return found?.parts.find((part) => part.moduleId === moduleId)?.completion;
    },
    offerOf,
    personOf: async (registration) => (await entitlements.find(registration))?.personId,
    async courseOf(about) {
      if (about.kind === 'registration') return (await entitlements.find(about.registration))?.courseId;
      return (await offerOf(about)).courseId;
    },
  };
}

/** Enrols at the provider anew, and remembers how the learner is called there from then on. */
function enrolmentRepairs(
  given: { readonly parts: Parts; readonly env: Env },
  of: PlaceDeps & Pick<RepairDeps, 'adapters'>,
): EnrolmentRepairs {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  const deps = {
    providerEnrolments: createProviderEnrolmentStore(stores),
    connections: createConnectionStore(stores),
    learners: learnerEnrolmentsOf(createEnrolmentStore(stores)),
    disclosure: learnerDisclosureOf(createSharedAttributes(given)),
    adapters: of.adapters,
    clock: systemClock,
  };
  return {
    async enrolAgain(registration) {
      const again = await enrolAgain(deps, { registration });
      if (again.outcome !== 'enrolled') return again.outcome;
      const found = await deps.providerEnrolments.find(registration);
      if (!found) return 'not-possible';
      const { providerId, connectionId, externalCourseId } = found;
      await learnerKnown(of, { providerId, connectionId, externalCourseId, registration, ...again.names });
      return 'queued';
    },
  };
}
