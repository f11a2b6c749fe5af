import { setTimeout as sleep } from 'node:timers/promises';
import { createRecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { createXapiApp } from './app.ts';
import { composeXapi } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const parts = awsParts(env.AWS_REGION);
const records = createRecordStore({
  dynamo: parts.dynamo,
  table: env.LRS_TABLE,
  objects: parts.objects(env.LRS_BUCKET),
  clock: systemClock,
  ids: systemIds,
  digest: nodeDigest,
  sleep,
});
const app = createXapiApp(
  composeXapi({ parts, records, env, log: createLog({ service: 'xapi', level: env.LOG_LEVEL }) }),
);

// Documents and attachments are any bytes under any content type: all bodies travel as base64.
export const handler = handle(app.hono, { isContentTypeBinary: () => true });
