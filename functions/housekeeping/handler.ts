import { importMessageSchema } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { createEndedStore } from '@sinau/delivery/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { listNames } from '@sinau/staffing';
import { createAuditParts } from '../shared/audit-parts.ts';
import { createListParts } from '../shared/list-parts.ts';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { createQuizParts } from '../shared/quiz-parts.ts';
import { createQuotaSeats } from '../shared/quota-seats.ts';
import { searchRebuildDeps } from '../shared/search-parts.ts';
import { composePrivacy } from './compose-privacy.ts';
import { envSchema } from './env.ts';
import { createHousekeeping } from './job.ts';
import { peopleWalk } from './walk-people.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const parts = awsParts(env.AWS_REGION);
const { dynamo, objects, queue } = parts;
const records = openRecordStore(parts, env);
const log = createLog({ service: 'housekeeping', level: env.LOG_LEVEL });

export const handler = createHousekeeping({
  courses: createCourseStore({ dynamo, table: env.LMS_TABLE }),
  jobs: createImportJobStore({ dynamo, table: env.LMS_TABLE }),
  content: createContentRoom({ content: objects(env.CONTENT_BUCKET) }),
  queue: queue(env.IMPORT_QUEUE_URL, importMessageSchema),
  search: searchRebuildDeps({ dynamo, table: env.LMS_TABLE, content: objects(env.CONTENT_BUCKET) }),
  healer: records.healer,
  privacy: composePrivacy({ parts, records, env }),
  audit: createAuditParts({ parts, env }),
  quizzes: createQuizParts({ parts, records, env }),
  refresh: async () =>
    (await import('../shared/refresh-parts.ts')).createRefreshParts({ dynamo, table: env.LMS_TABLE }),
  ended: createEndedStore({ dynamo, table: env.LMS_TABLE }),
  lists: listNames.map((list) => createListParts({ parts, env }, list)),
  walkPeople: peopleWalk({ dynamo, table: env.LMS_TABLE, clock: systemClock }),
  seats: createQuotaSeats({ dynamo, table: env.LMS_TABLE }),
  releases: async () => (await import('../shared/release-parts.ts')).createReleaseParts({ parts, env, log }),
  events: async () =>
    (await import('../shared/event-seats.ts')).createSeatsToPass({ dynamo, table: env.LMS_TABLE }),
  cohortSteps: async () =>
    (await import('../shared/step-teller.ts')).createStepReminders({ parts, env, log }),
  evaluations: async () =>
    (await import('../shared/evaluation-round.ts')).createEvaluationRound({ parts, env, log }),
  collaboration: async () =>
    (await import('../shared/collaboration-round.ts')).createCollaborationRound({ parts, env, log }),
  nudges: async () => (await import('../shared/nudge-round.ts')).createNudgeRound({ parts, env, log }),
  obligations: async () =>
    (await import('../shared/reminder-parts.ts')).createReminderParts({ parts, env, log }),
  promised: async () => (await import('../shared/overdue-parts.ts')).createOverdueParts({ parts, env, log }),
  planned: async () =>
    (await import('../shared/overdue-item-parts.ts')).createOverdueItemParts({ parts, env, log }),
  seals: async () => (await import('../shared/seal-ends-parts.ts')).createSealEndsParts({ parts, env, log }),
  waiting: async () => (await import('../shared/waiting-parts.ts')).createWaitingParts({ parts, env, log }),
  people: createPeopleStore({ dynamo, table: env.LMS_TABLE }),
  clock: systemClock,
  log,
});
