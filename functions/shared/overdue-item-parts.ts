import { createPersonStore } from '@sinau/competency/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { queuedMailSchema } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { staffOf } from './competency-parts.ts';
import type { Parts } from './parts.ts';

/** Development plans, and how people are told of what is overdue in them. */
export function createOverdueItemParts({
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
  const people = createPeopleStore(stores);
  return {
    ...{ people, clock, staff: staffOf({ people, clock }) },
    organisations: createOrganisationStore(stores),
    persons: createPersonStore(stores),
    notices: createNoticeStore(stores),
    mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    onMailFailure: (error: unknown) => log.error('mail not queued', error),
  };
}
