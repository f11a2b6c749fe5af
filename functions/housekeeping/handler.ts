import { setTimeout as sleep } from 'node:timers/promises';
import { importMessageSchema } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createImportJobStore } from '@sinau/catalogue/dynamo';
import { createRecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { awsParts } from '../shared/parts.ts';
import { envSchema } from './env.ts';
import { createHousekeeping } from './job.ts';

const env = envSchema.parse(process.env);
const { dynamo, objects, queue } = awsParts(env.AWS_REGION);
const { healer } = createRecordStore({
  dynamo,
  table: env.LRS_TABLE,
  objects: objects(env.LRS_BUCKET),
  clock: systemClock,
  ids: systemIds,
  digest: nodeDigest,
  sleep,
});

export const handler = createHousekeeping({
  jobs: createImportJobStore({ dynamo, table: env.LMS_TABLE }),
  content: createContentRoom({ content: objects(env.CONTENT_BUCKET) }),
  queue: queue(env.IMPORT_QUEUE_URL, importMessageSchema),
  healer,
  clock: systemClock,
  log: createLog({ service: 'housekeeping', level: env.LOG_LEVEL }),
});
