import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import type { Log } from '@sinau/platform/log';
import type { Parts } from './parts.ts';

export interface OverdueOptions {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly MAIL_QUEUE_URL: string };
  readonly log: Log;
  /** @default the system's */
  readonly clock?: Clock;
}

/** How people are told of what is overdue, and the door to what is. */
export function overdueTeller({ parts, env, log }: OverdueOptions) {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const teller = {
    people: createPeopleStore(stores),
    notices: createNoticeStore(stores),
    mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    onMailFailure: (error: unknown) => log.error('mail not queued', error),
  };
  return { stores, teller };
}
