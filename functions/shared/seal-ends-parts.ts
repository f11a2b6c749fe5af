import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { queuedMailSchema } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createSealStore } from '@sinau/sealing/dynamo';
import type { Parts } from './parts.ts';

/** Seals of agencies, and how administrators are told of their end. */
export function createSealEndsParts({
  parts,
  env,
  log,
}: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly MAIL_QUEUE_URL: string };
  readonly log: Log;
}) {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    seals: createSealStore(stores),
    organisations: createOrganisationStore(stores),
    people: createPeopleStore(stores),
    notices: createNoticeStore(stores),
    mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    clock: systemClock,
    onMailFailure: (error: unknown) => log.error('mail not queued', error),
  };
}
