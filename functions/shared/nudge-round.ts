import type { NudgeDeps } from '@sinau/adoption';
import { createNudgeStore } from '@sinau/adoption/dynamo';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createMailStore } from '@sinau/notifications/dynamo';
import { createPlanningStore } from '@sinau/planning/dynamo';
import { hmacSigner } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createBegunSigns } from './begun-signs.ts';
import { createCourseContent } from './course-content.ts';
import { nudgeLearningOf } from './nudge-learning.ts';
import type { Parts } from './parts.ts';
import { type TellDeps, tell } from './tell.ts';
import { createWaitingParts } from './waiting-parts.ts';

/** Whose turn to be nudged has come, and how they are told. */
export function createNudgeRound(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue' | 'objects'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly CONTENT_BUCKET: string;
    readonly MAIL_QUEUE_URL: string;
  };
  readonly log: Log;
}): NudgeDeps {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const waiting = createWaitingParts(given);
  const { people, enrolments, courses, clock } = waiting;
  const registrations = createRegistrationStore(stores);
  const content = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
  return {
    nudges: createNudgeStore(stores),
    learning: nudgeLearningOf({
      ...{ people, enrolments, courses, clock, registrations },
      signs: createBegunSigns({ content: createCourseContent({ courses, content }), registrations }),
      plans: createPlanningStore(stores),
      wishes: createMailStore(stores),
    }),
    teller: nudgeTellerOf(waiting),
    signerOf: hmacSigner,
    clock,
  };
}

/** By notice and mail, in the reader's language; mail rests in quiet hours. */
export const nudgeTellerOf = (deps: TellDeps): NudgeDeps['teller'] => ({
  tell: ({ noticeId, personId, kind, course }) =>
    tell(
      deps,
      { eventId: noticeId, personId },
      {
        kind: 'nudge',
        params: { nudge: kind, ...(course && { courseTitle: course.title }) },
        link: course ? `/courses/${encodeURIComponent(course.courseId)}/continue` : '/plan',
      },
    ),
});
