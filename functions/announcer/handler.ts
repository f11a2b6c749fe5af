import { queuedMailSchema } from '@sinau/notifications';
import { systemClock } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { awsParts } from '../shared/parts.ts';
import { announcerDeps } from './deps.ts';
import { envSchema } from './env.ts';
import { createAnnouncer } from './worker.ts';

const env = envSchema.parse(process.env);
const { dynamo, objects, queue } = awsParts(env.AWS_REGION);

export const handler = createAnnouncer(
  announcerDeps({
    dynamo,
    table: env.LMS_TABLE,
    recordsTable: env.LRS_TABLE,
    content: objects(env.CONTENT_BUCKET),
    mail: queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    clock: systemClock,
    log: createLog({ service: 'announcer', level: env.LOG_LEVEL }),
  }),
);
