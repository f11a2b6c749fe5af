import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createPersonStore } from '@sinau/competency/dynamo';
import { readYear } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createEvaluationStore } from '@sinau/evaluation/dynamo';
import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createMailStore, createNoticeStore } from '@sinau/notifications/dynamo';
import type { Log } from '@sinau/platform/log';
import { createRecognitionStore } from '@sinau/recognition/dynamo';
import { createDutyTeller } from './duty-teller.ts';
import { once } from './later.ts';
import { createLearnerDirectory } from './learner-directory.ts';
import { createObligationParts } from './obligation-parts.ts';
import type { Parts } from './parts.ts';
import { personStandingsOf } from './person-standings.ts';
import { readTeamWaits } from './team-waits.ts';
import { teamForLetter } from './team-week.ts';

/** What obligations need to remind people, and what becomes of mails in quiet hours. */
export function createReminderParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly IMPORT_QUEUE_URL: string;
    readonly MAIL_QUEUE_URL: string;
  };
  readonly log: Log;
  readonly clock?: Clock;
}) {
  const { parts, env, log } = given;
  const obligations = createObligationParts(given);
  const { people, enrolments, clock } = obligations;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const mails = createMailStore(stores);
  const mail = parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema);
  const learners = createLearnerDirectory({ people });
  const credit = { credit: createCreditStore(stores), standings: personStandingsOf({ people }) };
  // Few people lead a team.
  const waiting = once(async () => (await import('./team-waits-parts.ts')).createTeamWaitsDeps(stores));
  const teamDeps = {
    ...{ people, enrolments, clock, duties: obligations.duties, wishes: mails },
    courses: createCourseStore(stores),
    paths: async () => ({ paths: obligations.paths }),
    persons: createPersonStore(stores),
    evaluations: createEvaluationStore(stores),
    recognitions: createRecognitionStore(stores),
    waits: async (supervisor: PersonPrincipal) => readTeamWaits(await waiting(), supervisor),
  };
  return {
    ...obligations,
    ...{ held: mails, mail },
    teller: createDutyTeller({
      ...{ people, clock, mail, letters: mails, notices: createNoticeStore(stores) },
      courses: createCourseStore(stores),
      paths: async () => obligations,
      onMailFailure: (error) => log.error('mail not queued', error),
    }),
    supervisors: {
      supervisorOf: async (personId: Parameters<typeof learners.placeOf>[0]) =>
        (await learners.placeOf(personId))?.supervisorId,
    },
    teams: { newsOf: (personId: PersonId) => teamForLetter(teamDeps, personId) },
    learning: {
      openLearningOf: async (personId: Parameters<typeof learners.placeOf>[0]) => {
        const [current, { year, recognised, minimum }] = await Promise.all([
          enrolments.listCurrent(personId),
          readYear(credit, { personId, now: clock.now() }),
        ]);
        return {
          courseIds: current.filter(({ state }) => state === 'active').map(({ courseId }) => courseId),
          jp: { year, recognised, ...(minimum !== undefined && { minimum }) },
        };
      },
    },
  };
}
