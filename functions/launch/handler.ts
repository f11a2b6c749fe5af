import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { createLog } from '@sinau/platform/log';
import { handle } from 'hono/aws-lambda';
import { createLaunchApp } from './app.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(process.env);
const dynamo = createDynamo({ region: env.AWS_REGION });

export const handler = handle(
  createLaunchApp({
    registrations: createRegistrationStore({ dynamo, table: env.LMS_TABLE }),
    digest: nodeDigest,
    clock: systemClock,
    ids: systemIds,
    log: createLog({ service: 'launch', level: env.LOG_LEVEL }),
  }).hono,
);
