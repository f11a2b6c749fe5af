import { setTimeout as sleep } from 'node:timers/promises';
import { importMessageSchema } from '@sinau/catalogue';
import { createUploadRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createIdempotencyStore } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createClientCredentials } from '../shared/client-credentials.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import type { Parts } from '../shared/parts.ts';
import type { ApiDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The door on its stores, in AWS and on one machine alike. */
export function composeApi(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): ApiDeps {
  const { parts, env, log } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    credentials: createClientCredentials({ ...stores, signer: hmacSigner(env.SIGNING_SECRET) }),
    rateLimiter: createDoorLimiter({
      ...stores,
      door: 'api',
      log,
      clientPerSecond: env.API_CLIENT_REQUESTS_PER_SECOND,
    }),
    courses: createCourseStore(stores),
    jobs: createImportJobStore(stores),
    uploads: createUploadRoom({ uploads: parts.objects(env.UPLOAD_BUCKET) }),
    queue: parts.queue(env.IMPORT_QUEUE_URL, importMessageSchema),
    idempotency: createIdempotencyStore(stores),
    digest: nodeDigest,
    clock: systemClock,
    ids: systemIds,
    log,
    maxPackageBytes: env.MAX_PACKAGE_BYTES,
    importWaitSeconds: env.IMPORT_WAIT_SECONDS,
    sleep,
  };
}
