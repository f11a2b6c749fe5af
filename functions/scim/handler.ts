import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { createScimApp } from './app.ts';
import { composeScim } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'scim', level: env.LOG_LEVEL });

export const handler = handle(createScimApp(composeScim({ parts: awsParts(env.AWS_REGION), env, log })).hono);
