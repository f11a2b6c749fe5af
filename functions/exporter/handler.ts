import { createLog } from '@sinau/platform/log';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { composeExporter } from './compose.ts';
import { envSchema } from './env.ts';
import { createExporter } from './worker.ts';

const env = envSchema.parse(process.env);
const parts = awsParts(env.AWS_REGION);
const records = openRecordStore(parts, env);

export const handler = createExporter(
  composeExporter({ parts, records, env, log: createLog({ service: 'exporter', level: env.LOG_LEVEL }) }),
);
