import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { awsParts } from '../shared/parts.ts';
import { composeConnector } from './compose.ts';
import { envSchema } from './env.ts';
import { createConnector } from './worker.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'connector', level: env.LOG_LEVEL });

export const handler = createConnector(composeConnector({ parts: awsParts(env.AWS_REGION), env, log }));
