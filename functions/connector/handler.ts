import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import { awsParts } from '../shared/parts.ts';
import { lrsLater } from '../shared/writers-later.ts';
import { composeConnector } from './compose.ts';
import { envSchema } from './env.ts';
import { createConnector } from './worker.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const log = createLog({ service: 'connector', level: env.LOG_LEVEL });

const parts = awsParts(env.AWS_REGION);
const lrs = lrsLater(parts, env);

export const handler = createConnector(composeConnector({ parts, lrs, env, log }));
