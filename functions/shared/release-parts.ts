import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createBegunSigns } from './begun-signs.ts';
import { createCourseContent } from './course-content.ts';
import type { Parts } from './parts.ts';
import { createReleaseTeller } from './release-teller.ts';

/** How it is seen whether somebody has begun, and how people are told that their seat goes back. */
export function createReleaseParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue' | 'objects'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly CONTENT_BUCKET: string;
    readonly MAIL_QUEUE_URL: string;
  };
  readonly log: Log;
  readonly clock?: Clock;
}) {
  const { parts, env, log, clock = systemClock } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const courses = createCourseStore(stores);
  const content = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
  return {
    signs: createBegunSigns({
      content: createCourseContent({ courses, content }),
      registrations: createRegistrationStore(stores),
    }),
    teller: createReleaseTeller({
      ...{ courses, clock },
      people: createPeopleStore(stores),
      notices: createNoticeStore(stores),
      mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
      onMailFailure: (error) => log.error('mail not queued', error),
    }),
  };
}
