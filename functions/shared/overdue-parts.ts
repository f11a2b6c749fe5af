import { createForumStore, createServiceStore } from '@sinau/feedback/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type { Parts } from './parts.ts';

/** Promises to citizens, and how administrators are told of them. */
export function createOverdueParts({
  parts,
  env,
  log,
  clock = systemClock,
}: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly MAIL_QUEUE_URL: string };
  readonly log: Log;
  readonly clock?: Clock;
}) {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    services: createServiceStore(stores),
    forums: createForumStore(stores),
    people: createPeopleStore(stores),
    notices: createNoticeStore(stores),
    mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    clock,
    onMailFailure: (error: unknown) => log.error('mail not queued', error),
  };
}
