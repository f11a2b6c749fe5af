import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createEventStore, createSeatStore } from '@sinau/programmes/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createLearnerDirectory } from './learner-directory.ts';
import type { Parts } from './parts.ts';

/** What waits for supervisors, and how people are told. */
export function createWaitingParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly MAIL_QUEUE_URL: string };
  readonly log: Log;
  readonly clock?: Clock;
}) {
  const { parts, env, log, clock = systemClock } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const people = createPeopleStore(stores);
  return {
    ...{ people, clock },
    organisations: createOrganisationStore(stores),
    enrolments: createEnrolmentStore(stores),
    learnings: createLearningStore({ ...stores, digest: nodeDigest }),
    // Nothing is moved here, so no money either.
    ...{ events: createEventStore(stores), eventSeats: createSeatStore(stores) },
    learners: createLearnerDirectory({ people }),
    courses: createCourseStore(stores),
    notices: createNoticeStore(stores),
    mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    onMailFailure: (error: unknown) => log.error('mail not queued', error),
  };
}
