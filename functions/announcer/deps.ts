import { setTimeout as sleep } from 'node:timers/promises';
import { createChampionStore, createNudgeStore } from '@sinau/adoption/dynamo';
import { createRealisedStore } from '@sinau/annual-plan/dynamo';
import { createReadingLog, createSeenLately } from '@sinau/audit/dynamo';
import type { CourseStore } from '@sinau/catalogue';
import { createSearchShards } from '@sinau/catalogue/adapters';
import { createCourseStore, createRatingStore } from '@sinau/catalogue/dynamo';
import {
  createCommunityBoardStore,
  createCommunityStore,
  createPairStore,
} from '@sinau/collaboration/dynamo';
import { createConnectionStore, createProviderEnrolmentStore } from '@sinau/connectors/dynamo';
import type { CertificateMessage } from '@sinau/credentials';
import {
  createEndedStore,
  createLtiToolStore,
  createRegistrationStore,
  createToolHealthStore,
} from '@sinau/delivery/dynamo';
import type { EnrolmentStore } from '@sinau/enrolment';
import { createEvaluationStore } from '@sinau/evaluation/dynamo';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { createAttemptStore, createScoreStore } from '@sinau/lti-tool/dynamo';
import type { MailQueue } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { createPlanningStore } from '@sinau/planning/dynamo';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import type { ObjectStore } from '@sinau/platform/objects';
import type { Queue } from '@sinau/platform/queue';
import { createDataRequestStore } from '@sinau/privacy/dynamo';
import {
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createPathMemberStore,
  createPathStore,
} from '@sinau/programmes/dynamo';
import { createFeedStore } from '@sinau/records/dynamo';
import type { FollowDeps as SiasnDeps } from '@sinau/siasn-sync';
import type { CompetencyParts } from '../shared/competency-parts.ts';
import type { ComplianceParts } from '../shared/compliance-parts.ts';
import type { CreditParts } from '../shared/credit-parts.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createPaidSeats } from '../shared/event-seats.ts';
import { createTraceDeps } from '../shared/insight-traces.ts';
import { once } from '../shared/later.ts';
import type { DutyParts } from '../shared/obligation-parts.ts';
import { courseSourcesOf, learnerEnrolmentsOf } from '../shared/provider-enrolments.ts';
import type { ResultParts } from '../shared/result-parts.ts';
import { createStepDirectory } from '../shared/step-directory.ts';
import { toldAlready } from './follow-accounts.ts';
import type { FollowSealsDeps } from './follow-seals.ts';

/** The announcer on the LMS table, in AWS and on one machine alike. */
export function announcerDeps(parts: {
  readonly dynamo: Dynamo;
  readonly table: string;
  /** Name of the LRS table: statistics lie there. */
  readonly recordsTable: string;
  /** Where the search of the catalogue lies. */
  readonly content: ObjectStore;
  readonly mail: MailQueue;
  readonly certificateQueue: Queue<CertificateMessage>;
  /** Loaded when a result comes: few changes are any. */
  readonly results: () => Promise<ResultParts>;
  /** Loaded with the first fact that changes JP. */
  readonly credit: () => Promise<CreditParts>;
  /** Loaded with the first fact that may change what somebody owes. */
  readonly duties: () => Promise<DutyParts>;
  /** Loaded with the first change that somebody counts by. */
  readonly compliance: () => Promise<ComplianceParts>;
  readonly competency: () => Promise<CompetencyParts>;
  /** Loaded with the first fact that may change what is owed to SIASN. */
  readonly siasn: () => Promise<SiasnDeps>;
  readonly seals: FollowSealsDeps['seals'];
  readonly clock: Clock;
  readonly log: Log;
}) {
  const {
    mail,
    certificateQueue,
    results,
    credit,
    duties,
    compliance,
    competency,
    siasn,
    seals,
    clock,
    log,
  } = parts;
  const courses = createCourseStore(parts);
  const enrolments = createEnrolmentStore(parts);
  return {
    enrolments,
    ...providersOf(parts, { courses, enrolments }),
    courses,
    insight: createTraceDeps({ ...parts, courses }),
    search: { courses, ratings: createRatingStore(parts), shards: createSearchShards(parts), sleep },
    people: createPeopleStore(parts),
    organisations: createOrganisationStore(parts),
    notices: createNoticeStore(parts),
    toldOfAccounts: toldAlready(),
    audit: {
      log: createReadingLog({ ...parts, digest: nodeDigest, sleep, random: Math.random }),
      seen: createSeenLately(parts),
    },
    plans: createPlanningStore(parts),
    registrations: createRegistrationStore(parts),
    attempts: createAttemptStore(parts),
    scores: createScoreStore(parts),
    ended: createEndedStore(parts),
    tools: createLtiToolStore(parts),
    toolHealth: createToolHealthStore(parts),
    feed: createFeedStore({ dynamo: parts.dynamo, table: parts.recordsTable, clock, sleep }),
    events: createEventStore(parts),
    seats: createPaidSeats(parts),
    evaluations: createEvaluationStore(parts),
    ...{ nudges: createNudgeStore(parts), champions: createChampionStore(parts) },
    ...recognitionOf(parts),
    ...programmesOf(parts),
    pairs: createPairStore(parts),
    ...{ communities: createCommunityStore(parts), board: createCommunityBoardStore(parts) },
    steps: createStepDirectory({ ...parts, courses, enrolments }),
    learnings: createLearningStore({ ...parts, digest: nodeDigest }),
    requests: createDataRequestStore({ ...parts, digest: nodeDigest }),
    ...{ digest: nodeDigest, ids: systemIds },
    mail,
    certificateQueue,
    results,
    credit,
    duties,
    compliance,
    competency,
    realised: createRealisedStore(parts),
    siasn,
    seals,
    clock,
    log,
    onMailFailure: (error: unknown) => log.error('mail not queued', error),
  };
}

/** Loaded with the first fact that somebody may be recognised for. */
const recognitionOf = (parts: Stores & { readonly clock: Clock }) => ({
  recognition: once(async () =>
    (await import('../shared/recognition-parts.ts')).createRecognitionFollower(parts),
  ),
  priority: once(async () => (await import('../shared/priority-parts.ts')).createPriorityDesk(parts)),
});

const programmesOf = (parts: Stores) => ({
  cohorts: createCohortStore(parts),
  cohortSeats: createCohortSeatStore(parts),
  paths: createPathStore(parts),
  members: createPathMemberStore(parts),
});

interface Stores {
  readonly dynamo: Dynamo;
  readonly table: string;
}

/** What the way to providers is made of. */
function providersOf(
  parts: { readonly dynamo: Dynamo; readonly table: string },
  { courses, enrolments }: { readonly courses: CourseStore; readonly enrolments: EnrolmentStore },
) {
  return {
    providerEnrolments: createProviderEnrolmentStore(parts),
    connections: createConnectionStore(parts),
    sources: courseSourcesOf(courses),
    learners: learnerEnrolmentsOf(enrolments),
  };
}
