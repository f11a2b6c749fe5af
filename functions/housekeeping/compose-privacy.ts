import { setTimeout as sleep } from 'node:timers/promises';
import {
  createBoardStore,
  createChampionStore,
  createHabitStore,
  createNudgeStore,
} from '@sinau/adoption/dynamo';
import { createDisclosureStore } from '@sinau/agreements/dynamo';
import { createReadingLog } from '@sinau/audit/dynamo';
import { createRatingStore, createSavedCourseStore } from '@sinau/catalogue/dynamo';
import {
  createCommunityBoardStore,
  createCommunityStore,
  createPairStore,
} from '@sinau/collaboration/dynamo';
import { createCountStore, createPersonStore } from '@sinau/competency/dynamo';
import { createProviderEnrolmentStore, createResultStore } from '@sinau/connectors/dynamo';
import { certificateMessageSchema } from '@sinau/credentials';
import {
  createCertificateStore,
  createSignedFormStore,
  createTranscriptStore,
} from '@sinau/credentials/dynamo';
import { createSignedFormFiles, createTranscriptFiles } from '@sinau/credentials/files';
import { createCreditStore } from '@sinau/credit/dynamo';
import {
  createGradeStore,
  createLaunchLog,
  createQuizStore,
  createRegistrationStore,
  createScormStore,
  createToolHealthStore,
} from '@sinau/delivery/dynamo';
import { createPoolLists } from '@sinau/enrolment/dynamo';
import { createEvaluationStore } from '@sinau/evaluation/dynamo';
import { createEvidenceRoom } from '@sinau/external-learning/adapters';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import type { PeopleStore } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { createInsightStore } from '@sinau/insight/dynamo';
import type { PersonId } from '@sinau/kernel';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { createAccountLinkStore, createAttemptStore } from '@sinau/lti-tool/dynamo';
import { createMailStore, createNoticeStore } from '@sinau/notifications/dynamo';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import { createPlanningStore } from '@sinau/planning/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createExportFiles } from '@sinau/privacy/adapters';
import {
  createDataRequestStore,
  createHoldStore,
  createIncidentStore,
  createPrivacyJobStore,
  createRuleApprovalStore,
} from '@sinau/privacy/dynamo';
import { createFactsStore, createOfficialStore } from '@sinau/professionalism/dynamo';
import {
  createCalendarStore,
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createPathMemberStore,
  createPathStore,
} from '@sinau/programmes/dynamo';
import { createPriorityStore, createRecognitionStore } from '@sinau/recognition/dynamo';
import { createFeedStore, createLaneEraser } from '@sinau/records/dynamo';
import { createReadingStore, createSyncStore } from '@sinau/siasn-sync/dynamo';
import { createTalentStore } from '@sinau/talent/dynamo';
import type { Agent } from '@sinau/xapi';
import type * as z from 'zod';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createPaidSeats } from '../shared/event-seats.ts';
import { createMeetingMaterials } from '../shared/meeting-material-parts.ts';
import type { Parts } from '../shared/parts.ts';
import type { envSchema } from './env.ts';
import type { PrivacyWork } from './job.ts';
import { feedsPlace, noticesPlace } from './places/agency-feeds.ts';
import { collaborationPlaces } from './places/collaboration.ts';
import { competencePlace } from './places/competence.ts';
import { quizPlace, scormPlace, toolScorePlace } from './places/content-data.ts';
import { disclosuresPlace } from './places/disclosures.ts';
import { evaluationsPlace } from './places/evaluations.ts';
import { eventsPlace } from './places/events.ts';
import { habitsPlace } from './places/habits.ts';
import { insightPlace } from './places/insight-data.ts';
import { keptPlaces } from './places/kept-records.ts';
import { learningElsewherePlace } from './places/learning-elsewhere.ts';
import { pathsPlace } from './places/learning-paths.ts';
import { linkedAccountsPlace } from './places/linked-accounts.ts';
import { lmsPlaces } from './places/lms-places.ts';
import { nudgesPlace } from './places/nudges.ts';
import { indexPlaces } from './places/official-index.ts';
import { documentsPlace, statementsPlace } from './places/person-records.ts';
import { ratingsPlace } from './places/ratings.ts';
import { readingsPlace } from './places/readings.ts';
import { recognitionsPlace } from './places/recognitions.ts';
import { retentionPeople } from './places/retention-people.ts';
import { seatListsPlace } from './places/seat-lists.ts';
import { toolWaitsPlace } from './places/tool-waits.ts';
import { transcriptsPlace } from './places/transcripts.ts';
import { weeklyPlanPlace } from './places/weekly-plan.ts';

export interface SettleTimes {
  /** Longer than any function runs: whoever read before a place was done has written by then. */
  readonly functionMs: number;
  /** Longer than an eventual read is behind. */
  readonly readMs: number;
}

/** Lambda ends after a quarter of an hour at most. */
const awsTimes: SettleTimes = { functionMs: 16 * 60_000, readMs: 60_000 };

/** Jobs of privacy on all stores that hold data of people, in AWS and on one machine alike. */
export function composePrivacy(given: {
  readonly parts: Parts;
  readonly records: Pick<RecordStore, 'eraser' | 'documents' | 'attachments' | 'statements'>;
  readonly env: z.output<typeof envSchema>;
  readonly times?: SettleTimes;
}): PrivacyWork {
  const { parts, records, env, times = awsTimes } = given;
  const { dynamo } = parts;
  const lms = { dynamo, table: env.LMS_TABLE };
  const lrs = { dynamo, table: env.LRS_TABLE };
  const people = createPeopleStore(lms);
  const deps = {
    ...records,
    digest: nodeDigest,
    issuer: env.ISSUER_URL,
    otherAgentsOf: async (personId: string): Promise<readonly Agent[]> => {
      const person = await people.find(personId as PersonId);
      if (!person) return [];
      const mbox = `mailto:${person.email}`;
      return [{ mbox }, { mbox_sha1sum: nodeDigest.sha1(mbox) }];
    },
    feed: createFeedStore({ ...lrs, clock: systemClock, sleep }),
    feedEraser: createLaneEraser(lrs),
    laneCount: env.FEED_LANES,
  };
  const stores = storesOf(parts, env, people);
  const certificateQueue = parts.queue(env.CERTIFICATE_QUEUE_URL, certificateMessageSchema);
  return {
    jobs: createPrivacyJobStore({ ...lms, digest: nodeDigest }),
    approvals: createRuleApprovalStore({ ...lms, digest: nodeDigest }),
    holds: createHoldStore({ ...lms, digest: nodeDigest }),
    requests: createDataRequestStore({ ...lms, digest: nodeDigest }),
    incidents: createIncidentStore({ ...lms, digest: nodeDigest }),
    files: createExportFiles({ objects: parts.objects(env.LRS_BUCKET) }),
    places: [
      ...lmsPlaces(stores),
      ...keptPlaces(stores),
      transcriptsPlace(stores),
      readingsPlace(stores),
      learningElsewherePlace(stores, times.functionMs),
      scormPlace(stores),
      ratingsPlace(stores),
      disclosuresPlace(stores),
      linkedAccountsPlace(stores),
      weeklyPlanPlace(stores, times.functionMs),
      ...indexPlaces(stores, times.functionMs),
      competencePlace(stores, times.functionMs),
      eventsPlace(stores, times.functionMs),
      evaluationsPlace(stores, times.functionMs),
      recognitionsPlace({ ...stores, certificateQueue }, times),
      nudgesPlace(stores, times.functionMs),
      habitsPlace(stores, times.functionMs),
      ...collaborationPlaces(stores, times.functionMs),
      pathsPlace(stores, times.functionMs),
      quizPlace(stores),
      toolScorePlace(stores),
      toolWaitsPlace(stores),
      seatListsPlace(stores),
      statementsPlace(deps, times.functionMs),
      documentsPlace(deps),
      feedsPlace(deps, times.functionMs),
      // Behind the feeds, when whoever still followed the statements is through.
      insightPlace(stores),
      noticesPlace(deps, times.readMs),
    ],
    retention: retentionPeople({ ...deps, people, organisations: createOrganisationStore(lms) }),
    clock: systemClock,
    digest: nodeDigest,
    ids: systemIds,
  };
}

/** Of everything but records, in the shape that places ask for. */
function storesOf(parts: Parts, env: z.output<typeof envSchema>, people: PeopleStore) {
  const { dynamo } = parts;
  const lms = { dynamo, table: env.LMS_TABLE };
  const lrs = { dynamo, table: env.LRS_TABLE };
  return {
    people,
    enrolments: createEnrolmentStore(lms),
    registrations: createRegistrationStore(lms),
    notices: createNoticeStore(lms),
    saved: createSavedCourseStore(lms),
    ratings: createRatingStore(lms),
    disclosures: createDisclosureStore(lms),
    links: createAccountLinkStore(lms),
    attempts: createAttemptStore(lms),
    plans: createPlanningStore(lms),
    indexFacts: createFactsStore(lms),
    ...{ officialIndexes: createOfficialStore(lms), indexReadings: createReadingStore(lms) },
    organisations: createOrganisationStore(lms),
    competence: createPersonStore(lms),
    competencyCounts: createCountStore(lms),
    evaluations: createEvaluationStore(lms),
    recognitions: createRecognitionStore(lms),
    ...{ pairs: createPairStore(lms), board: createCommunityBoardStore(lms) },
    nudges: createNudgeStore(lms),
    habits: createHabitStore(lms),
    ...{ boards: createBoardStore(lms), champions: createChampionStore(lms) },
    ...{ communities: createCommunityStore(lms), meetingMaterials: createMeetingMaterials({ parts, env }) },
    priority: createPriorityStore(lms),
    events: createEventStore(lms),
    ...{ seats: createPaidSeats(lms), clock: systemClock },
    calendars: createCalendarStore(lms),
    paths: createPathStore(lms),
    cohorts: createCohortStore(lms),
    cohortSeats: createCohortSeatStore(lms),
    members: createPathMemberStore(lms),
    providerEnrolments: createProviderEnrolmentStore(lms),
    results: createResultStore({ ...lms, digest: nodeDigest }),
    certificates: createCertificateStore(lms),
    forms: createSignedFormStore(lms),
    formFiles: createSignedFormFiles({ objects: parts.objects(env.DOCUMENTS_BUCKET) }),
    transcripts: createTranscriptStore(lms),
    transcriptFiles: createTranscriptFiles({ objects: parts.objects(env.DOCUMENTS_BUCKET) }),
    signer: hmacSigner(env.SIGNING_SECRET),
    digest: nodeDigest,
    log: createReadingLog({ ...lms, digest: nodeDigest, sleep, random: Math.random }),
    mails: createMailStore(lms),
    credit: createCreditStore(lms),
    learnings: createLearningStore({ ...lms, digest: nodeDigest }),
    evidence: createEvidenceRoom({ objects: parts.objects(env.DOCUMENTS_BUCKET), digest: nodeDigest }),
    requests: createDataRequestStore({ ...lms, digest: nodeDigest }),
    duties: createObligationsStore(lms),
    siasn: createSyncStore(lms).rows,
    talent: createTalentStore(lms),
    ...{ grades: createGradeStore(lms), toolHealth: createToolHealthStore(lms) },
    poolLists: createPoolLists(lms),
    scorm: createScormStore({
      ...{ ...lms, digest: nodeDigest, ids: systemIds },
      bodies: parts.objects(env.LRS_BUCKET),
    }),
    launchLog: createLaunchLog(lms),
    insight: createInsightStore({ ...lrs, digest: nodeDigest }),
    quizzes: createQuizStore({ ...lms, ids: systemIds, bodies: parts.objects(env.LRS_BUCKET) }),
  };
}
