import { setTimeout as sleep } from 'node:timers/promises';
import { importMessageSchema } from '@sinau/catalogue';
import { createUploadRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { authenticateClient, cachedClients, verifyAccessToken } from '@sinau/identity';
import { readBasicCredentials } from '@sinau/identity/adapters';
import { createClientStore } from '@sinau/identity/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { createIdempotencyStore, NotSignedIn } from '@sinau/platform/http';
import { createLog } from '@sinau/platform/log';
import { createS3Client, createS3ObjectStore } from '@sinau/platform/objects';
import { createSqsQueue } from '@sinau/platform/queue';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { createApiApp } from './app.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const region = env.AWS_REGION;
const stores = { dynamo: createDynamo({ region }), table: env.LMS_TABLE };
const clients = createClientStore(stores);
const client = createS3Client({ region });
const identity = {
  clients,
  directory: cachedClients({ clients, clock: systemClock }),
  signer: hmacSigner(env.SIGNING_SECRET),
  clock: systemClock,
  digest: nodeDigest,
};

export const handler = handle(
  createApiApp({
    credentials: {
      basic: async (header) => {
        const credentials = readBasicCredentials(header);
        if (!credentials) throw new NotSignedIn('Basic credentials are "id:secret" in base64.');
        return authenticateClient(identity, credentials);
      },
      bearer: (token) => verifyAccessToken(identity, token),
    },
    courses: createCourseStore(stores),
    jobs: createImportJobStore(stores),
    uploads: createUploadRoom({ uploads: createS3ObjectStore({ client, bucket: env.UPLOAD_BUCKET }) }),
    queue: createSqsQueue({
      client: { region },
      queueUrl: env.IMPORT_QUEUE_URL,
      schema: importMessageSchema,
    }),
    idempotency: createIdempotencyStore(stores),
    digest: nodeDigest,
    clock: systemClock,
    ids: systemIds,
    log: createLog({ service: 'api', level: env.LOG_LEVEL }),
    maxPackageBytes: env.MAX_PACKAGE_BYTES,
    importWaitSeconds: env.IMPORT_WAIT_SECONDS,
    sleep,
  }).hono,
);
