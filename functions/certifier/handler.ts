import { join } from 'node:path';
import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { awsParts } from '../shared/parts.ts';
import { composeCertifier } from './compose.ts';
import { envSchema } from './env.ts';
import { createCertifier } from './worker.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'certifier', level: env.LOG_LEVEL });

const parts = awsParts(env.AWS_REGION);

// Beside the bundle, whose making puts them there.
const fonts = join(import.meta.dirname, 'fonts');

export const handler = createCertifier(await composeCertifier({ parts, env, log, fonts }));
