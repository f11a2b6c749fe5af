import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { createXapiApp } from './app.ts';
import { composeXapi } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const parts = awsParts(env.AWS_REGION);
const records = openRecordStore(parts, env);
const app = createXapiApp(
  composeXapi({ parts, records, env, log: createLog({ service: 'xapi', level: env.LOG_LEVEL }) }),
);

// Documents and attachments are any bytes under any content type: all bodies travel as base64.
export const handler = handle(app.hono, { isContentTypeBinary: () => true });
