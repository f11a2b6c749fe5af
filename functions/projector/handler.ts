import { setTimeout as sleep } from 'node:timers/promises';
import { createRecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { awsParts } from '../shared/parts.ts';
import { composeProjector } from './compose.ts';
import { envSchema } from './env.ts';
import { createProjector } from './worker.ts';

const env = envSchema.parse(process.env);
const parts = awsParts(env.AWS_REGION);
const records = createRecordStore({
  dynamo: parts.dynamo,
  table: env.LRS_TABLE,
  objects: parts.objects(env.LRS_BUCKET),
  clock: systemClock,
  ids: systemIds,
  digest: nodeDigest,
  sleep,
});

export const handler = createProjector(
  composeProjector({ parts, records, env, log: createLog({ service: 'projector', level: env.LOG_LEVEL }) }),
);
