import { createLog } from '@sinau/platform/log';
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { createCredentialsApp } from './app.ts';
import { composeCredentials } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(process.env);
const log = createLog({ service: 'credentials', level: env.LOG_LEVEL });

export const handler = handle(
  createCredentialsApp(composeCredentials({ parts: awsParts(env.AWS_REGION), env, log })).hono,
);
