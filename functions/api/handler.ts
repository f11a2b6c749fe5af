import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { createApiApp } from './app.ts';
import { composeApi } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'api', level: env.LOG_LEVEL });
const parts = awsParts(env.AWS_REGION);
const records = openRecordStore(parts, env);

const readStubs = async () =>
  (await import('@sinau/web/dispatch-stubs.json', { with: { type: 'json' } })).default;

export const handler = handle(createApiApp(composeApi({ parts, records, env, log, readStubs })).hono);
