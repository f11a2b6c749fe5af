import { createLog } from '@sinau/platform/log';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { composeForwarder } from './compose.ts';
import { envSchema } from './env.ts';
import { createForwarder } from './worker.ts';

const env = envSchema.parse(process.env);
const parts = awsParts(env.AWS_REGION);
const records = openRecordStore(parts, env);

export const handler = createForwarder(
  composeForwarder({ parts, records, env, log: createLog({ service: 'forwarder', level: env.LOG_LEVEL }) }),
);
