import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { createDispatchApp } from './app.ts';
import { composeDispatch } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'dispatch', level: env.LOG_LEVEL });

export const handler = handle(
  createDispatchApp(composeDispatch({ parts: awsParts(env.AWS_REGION), env, log })).hono,
);
