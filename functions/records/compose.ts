import { setTimeout as sleep } from 'node:timers/promises';
import { createClientStore } from '@sinau/identity/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createPullLog } from '@sinau/records/dynamo';
import type * as z from 'zod';
import { createClientCredentials } from '../shared/client-credentials.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { createExportParts } from '../shared/export-parts.ts';
import { openRecordStore } from '../shared/open-record-store.ts';
import type { Parts } from '../shared/parts.ts';
import { createReadingNotes } from '../shared/readings.ts';
import type { RecordsDeps } from './deps.ts';
import type { envSchema } from './env.ts';

const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };

/** The door on its stores, in AWS and on one machine alike. */
export function composeRecords(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): RecordsDeps {
  const { parts, env, log } = given;
  const { dynamo } = parts;
  const identity = { dynamo, table: env.LMS_TABLE, signer: hmacSigner(env.SIGNING_SECRET) };
  const clients = createClientStore(identity);
  // Only looks statements up by id, so it needs no part in the horizon of the process.
  const { statements } = openRecordStore(parts, env);
  return {
    credentials: createClientCredentials(identity),
    readings: createReadingNotes({ parts, env }),
    rateLimiter: createDoorLimiter({
      ...identity,
      door: 'records',
      log,
      clientPerSecond: env.RECORDS_CLIENT_REQUESTS_PER_SECOND,
    }),
    tokenLimiter: createDoorLimiter({
      ...identity,
      door: 'token',
      log,
      clientPerSecond: env.TOKEN_CLIENT_REQUESTS_PER_SECOND,
    }),
    // Not cached: a client that was disabled gets no new token from that moment.
    tokens: { clients, directory: clients, signer: identity.signer, ...system },
    ...createExportParts({ parts, records: { statements }, env }),
    pulls: createPullLog({ ...system, dynamo, table: env.LRS_TABLE }),
    signer: identity.signer,
    ...system,
    log,
    pageBytes: env.RECORDS_PAGE_BYTES,
  };
}
