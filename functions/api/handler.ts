import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { handle } from 'hono/aws-lambda';
import type { Lrs } from '../shared/open-lrs.ts';
import { awsParts } from '../shared/parts.ts';
import { createApiApp } from './app.ts';
import { composeApi } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'api', level: env.LOG_LEVEL });
const parts = awsParts(env.AWS_REGION);

const readStubs = async () =>
  (await import('@sinau/web/dispatch-stubs.json', { with: { type: 'json' } })).default;

// One per process, since its horizon must know of every write.
let opened: Promise<Lrs> | undefined;
const lrs = () => {
  opened ??= import('../shared/open-lrs.ts').then(({ openLrs }) => openLrs(parts, env));
  return opened;
};

export const handler = handle(createApiApp(composeApi({ parts, lrs, env, log, readStubs })).hono);
