import { createLog } from '@sinau/platform/log';
import { handle } from 'hono/aws-lambda';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { createQuizApp } from './app.ts';
import { composeQuiz } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(process.env);
const parts = awsParts(env.AWS_REGION);
const records = openRecordStore(parts, env);

export const handler = handle(
  createQuizApp(
    composeQuiz({ parts, records, env, log: createLog({ service: 'quiz', level: env.LOG_LEVEL }) }),
  ).hono,
);
