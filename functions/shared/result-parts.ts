import { createSubjectStore } from '@sinau/agreements/dynamo';
import type { CourseId, CourseStore } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { type ConnectionId, type ConnectionStore, connectionIdSchema } from '@sinau/connectors';
import {
  createConnectionStore,
  createLearnerNames,
  createProviderEnrolmentStore,
  createResultStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import type { ProviderEnrolmentStore } from '@sinau/connectors/enrolments';
import type { OutcomePort, PlaceDeps, PlaceFinder } from '@sinau/connectors/results';
import type { SyncStore } from '@sinau/connectors/sync';
import { type CourseContentPort, type EntitlementPort, recordOutcome } from '@sinau/delivery';
import { createGuestStore } from '@sinau/delivery/dynamo';
import { type EnrolmentStore, isTaken, type ProviderWords } from '@sinau/enrolment';
import { createEnrolmentStore } from '@sinau/enrolment/dynamo';
import { isUuid, type PersonId, type ProviderId } from '@sinau/kernel';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import { actorsOf } from './delivery-addresses.ts';
import { createSessionParts } from './delivery-parts.ts';
import { createEntitlements } from './entitlements.ts';
import type { Lrs } from './open-lrs.ts';
import type { Parts } from './parts.ts';
import { createProviderWords } from './provider-words.ts';
import { writersLater } from './writers-later.ts';

export interface ResultEnv {
  readonly LMS_TABLE: string;
  readonly CONTENT_BUCKET: string;
  readonly PORTAL_ORIGIN: string;
  readonly CONTENT_ORIGIN_TEMPLATE: string;
  readonly ISSUER_URL: string;
}

/** Results of providers, from the inbox to the record. */
export interface ResultParts extends PlaceDeps {
  readonly outcomes: OutcomePort;
  readonly providerWords: ProviderWords;
  readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'find'>;
}

export function createResultParts(given: {
  readonly parts: Parts;
  readonly lrs: () => Promise<Lrs>;
  readonly env: ResultEnv;
}): ResultParts {
  const { parts, lrs, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const session = createSessionParts({ parts, env });
  const enrolments = createEnrolmentStore(stores);
  const entitlements = createEntitlements({ enrolments, guests: createGuestStore(stores) });
  const delivery = {
    ...session,
    entitlements,
    actors: actorsOf(env.ISSUER_URL),
    records: writersLater(lrs, env.ISSUER_URL).records,
  };
  const subjects = createSubjectStore(stores);
  const courses = createCourseStore(stores);
  const results = createResultStore({ ...stores, digest: nodeDigest });
  return {
    results,
    providerWords: createProviderWords({ ...session, results }),
    names: createLearnerNames(stores),
    finder: createPlaceFinder({
      ...{ subjects, courses, enrolments, entitlements, content: session.content },
      sync: createSyncStore(stores),
      connections: createConnectionStore(stores),
    }),
    outcomes: { record: (outcome) => recordOutcome(delivery, outcome) },
    providerEnrolments: createProviderEnrolmentStore(stores),
    clock: systemClock,
  };
}

/** Where results may count: in courses of the provider alone, for people who take them. */
export function createPlaceFinder(deps: {
  readonly subjects: {
    personOf(providerId: ProviderId, subject: string): Promise<PersonId | undefined>;
  };
  readonly courses: Pick<CourseStore, 'find'>;
  readonly sync: Pick<SyncStore, 'findItem'>;
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly enrolments: Pick<EnrolmentStore, 'findCurrent'>;
  readonly entitlements: EntitlementPort;
  readonly content: CourseContentPort;
}): PlaceFinder {
  const isOwn = async (courseId: string, providerId: ProviderId) =>
    (await deps.courses.find(courseId as CourseId))?.providerId === providerId;
  const courseFor = async (connectionId: ConnectionId, externalCourseId: string) => {
    const item = await deps.sync.findItem(connectionId, externalCourseId);
    if (item?.courseId !== undefined) return item.courseId;
    const mapped = (await deps.connections.find(connectionId))?.xapi?.courses;
    const course = mapped?.find((one) => one.externalCourseId === externalCourseId);
    // A provider without a catalogue of its own names courses as we do.
    return course?.courseId ?? externalCourseId.toLowerCase();
  };
  return {
    async registrationOf({ providerId, connectionId, externalCourseId, subject }) {
      const connection = connectionIdSchema.safeParse(connectionId);
      const courseId = connection.success
        ? await courseFor(connection.data, externalCourseId)
        : externalCourseId.toLowerCase();
      if (!isUuid(courseId) || !(await isOwn(courseId, providerId))) return { reason: 'course-unknown' };
      const personId = await deps.subjects.personOf(providerId, subject);
      if (personId === undefined) return { reason: 'learner-unknown' };
      const enrolment = await deps.enrolments.findCurrent(personId, courseId);
      if (!enrolment || !isTaken(enrolment)) return { reason: 'not-enrolled' };
      return { registration: enrolment.registration };
    },
    async partsOf(providerId, registration) {
      const entitlement = await deps.entitlements.find(registration);
      if (!entitlement || !(await isOwn(entitlement.courseId, providerId))) return undefined;
      const content = await deps.content.find(entitlement.courseId, entitlement.version);
      const parts = content?.parts.filter(({ completion }) => completion !== undefined) ?? [];
      return [...new Set(parts.map(({ moduleId }) => moduleId))];
    },
  };
}
