import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { lrsLater } from '../shared/writers-later.ts';
import { createApiApp } from './app.ts';
import { composeApi } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'api', level: env.LOG_LEVEL });
const parts = awsParts(env.AWS_REGION);

const readStubs = async () =>
  (await import('@sinau/web/dispatch-stubs.json', { with: { type: 'json' } })).default;

const lrs = lrsLater(parts, env);

export const handler = handle(createApiApp(composeApi({ parts, lrs, env, log, readStubs })).hono);
