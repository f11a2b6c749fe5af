import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { createRecordsApp } from './app.ts';
import { composeRecords } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'records', level: env.LOG_LEVEL });

export const handler = handle(
  createRecordsApp(composeRecords({ parts: awsParts(env.AWS_REGION), env, log })).hono,
);
