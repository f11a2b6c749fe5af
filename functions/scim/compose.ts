import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { hmacSigner, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createClientCredentials } from '../shared/client-credentials.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import type { Parts } from '../shared/parts.ts';
import { createReadingNotes } from '../shared/readings.ts';
import type { ScimDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The door on its stores, in AWS and on one machine alike. */
export function composeScim(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): ScimDeps {
  const { parts, env, log } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const signer = hmacSigner(env.SIGNING_SECRET);
  return {
    credentials: createClientCredentials({ ...stores, signer }),
    readings: createReadingNotes({ parts, env }),
    rateLimiter: createDoorLimiter({
      ...{ ...stores, door: 'scim', log },
      clientPerSecond: env.SCIM_CLIENT_REQUESTS_PER_SECOND,
    }),
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
    portalOrigin: env.PORTAL_ORIGIN,
    ...{ clock: systemClock, ids: systemIds, signer, log },
  };
}
