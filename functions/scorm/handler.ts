import { createLog } from '@sinau/platform/log';
import { handle } from 'hono/aws-lambda';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { createScormApp } from './app.ts';
import { composeScorm } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(process.env);
const parts = awsParts(env.AWS_REGION);
const records = openRecordStore(parts, env);

export const handler = handle(
  createScormApp(
    composeScorm({ parts, records, env, log: createLog({ service: 'scorm', level: env.LOG_LEVEL }) }),
  ).hono,
);
