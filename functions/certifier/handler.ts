import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { awsParts } from '../shared/parts.ts';
import { composeCertifier } from './compose.ts';
import { envSchema } from './env.ts';
import { createCertifier } from './worker.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'certifier', level: env.LOG_LEVEL });

export const handler = createCertifier(await composeCertifier({ parts: awsParts(env.AWS_REGION), env, log }));
