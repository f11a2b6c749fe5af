import { authenticateAuToken, isAuToken, type RegistrationStore } from '@sinau/delivery';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createAgencyDirectory, visibilityBy } from '../shared/agency-directory.ts';
import { type ClientCredentials, createClientCredentials } from '../shared/client-credentials.ts';
import { createSessionParts } from '../shared/delivery-parts.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { openAccounts } from '../shared/open-accounts.ts';
import type { Parts } from '../shared/parts.ts';
import { lmsAuthority } from '../shared/record-writer.ts';
import { createAuGate } from './au-gate.ts';
import type { CredentialPorts } from './authenticate.ts';
import type { XapiDeps } from './deps.ts';
import type { envSchema } from './env.ts';

export interface XapiParts {
  readonly parts: Parts;
  /** One per process, since its horizon must know of every write. */
  readonly records: RecordStore;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}

import { createReadingNotes } from '../shared/readings.ts';

const system = { digest: nodeDigest, clock: systemClock, ids: systemIds };

/** Joins the door to the domains behind it. */
export function composeXapi({ parts, records, env, log }: XapiParts): XapiDeps {
  const issuer = env.ISSUER_URL;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const people = createPeopleStore(stores);
  const directory = createAgencyDirectory({ people, issuer });
  const lrs = { ...records, ...system, visibility: visibilityBy(directory) };
  const delivery = createSessionParts({ parts, env });
  const { registrations } = delivery;
  const signer = hmacSigner(env.SIGNING_SECRET);
  return {
    credentials: credentialsOf({
      clients: createClientCredentials({ ...stores, signer }),
      registrations,
      isAccountOpen: openAccounts({ people, clock: system.clock }),
    }),
    readings: createReadingNotes({ parts, env }),
    rateLimiter: createDoorLimiter({
      ...stores,
      door: 'xapi',
      log,
      clientPerSecond: env.XAPI_CLIENT_REQUESTS_PER_SECOND,
      sessionPerSecond: env.XAPI_SESSION_REQUESTS_PER_SECOND,
    }),
    lrs,
    aus: createAuGate({ delivery, lrs, authority: lmsAuthority(issuer) }),
    directory,
    signer,
    ...system,
    log,
    issuer,
    limits: {
      statementsBodyBytes: env.STATEMENTS_MAX_BODY_BYTES,
      statementsPerRequest: env.STATEMENTS_MAX_PER_REQUEST,
      documentBytes: env.DOCUMENT_MAX_BYTES,
      // Lambda answers 6 MB at most, and base64 makes a third more of what there is.
      pageBytes: 3 * 1024 * 1024,
    },
  };
}

function credentialsOf(deps: {
  readonly clients: ClientCredentials;
  readonly registrations: RegistrationStore;
  readonly isAccountOpen: ReturnType<typeof openAccounts>;
}): CredentialPorts {
  const { clients, ...sessions } = deps;
  return {
    isAuToken,
    au: (token) => authenticateAuToken({ ...system, ...sessions }, token),
    basic: clients.basic,
    bearer: clients.bearer,
  };
}
