import { createCourseStore } from '@sinau/catalogue/dynamo';
import { readYear } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import type { Clock } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createMailStore, createNoticeStore } from '@sinau/notifications/dynamo';
import type { Log } from '@sinau/platform/log';
import { createDutyTeller } from './duty-teller.ts';
import { createLearnerDirectory } from './learner-directory.ts';
import { createObligationParts } from './obligation-parts.ts';
import type { Parts } from './parts.ts';
import { personStandingsOf } from './person-standings.ts';

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
