import { certificateMessageSchema } from '@sinau/credentials';
import { queuedMailSchema } from '@sinau/notifications';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { competencyLater } from '../shared/competency-later.ts';
import { complianceLater } from '../shared/compliance-later.ts';
import { creditLater } from '../shared/credit-later.ts';
import { dutiesLater } from '../shared/duties-later.ts';
import { awsParts } from '../shared/parts.ts';
import { resultsLater } from '../shared/results-later.ts';
import { sealsLater } from '../shared/seals-later.ts';
import { siasnLater } from '../shared/siasn-later.ts';
import { lrsLater } from '../shared/writers-later.ts';
import { announcerDeps } from './deps.ts';
import { envSchema } from './env.ts';
import { createAnnouncer } from './worker.ts';

const env = envSchema.parse(process.env);
const parts = awsParts(env.AWS_REGION);
const { dynamo, objects, queue } = parts;
const lrs = lrsLater(parts, env);

export const handler = createAnnouncer(
  announcerDeps({
    dynamo,
    table: env.LMS_TABLE,
    recordsTable: env.LRS_TABLE,
    content: objects(env.CONTENT_BUCKET),
    mail: queue(env.MAIL_QUEUE_URL, queuedMailSchema),
    certificateQueue: queue(env.CERTIFICATE_QUEUE_URL, certificateMessageSchema),
    results: resultsLater({ parts, lrs, env }),
    credit: creditLater({ parts, statements: lrs, env }),
    duties: dutiesLater({ dynamo, table: env.LMS_TABLE }),
    competency: competencyLater({ dynamo, table: env.LMS_TABLE, clock: systemClock, ids: systemIds }),
    compliance: complianceLater({ dynamo, table: env.LMS_TABLE, clock: systemClock }),
    siasn: siasnLater({ dynamo, table: env.LMS_TABLE }),
    seals: sealsLater({ dynamo, table: env.LMS_TABLE }),
    clock: systemClock,
    log: createLog({ service: 'announcer', level: env.LOG_LEVEL }),
  }),
);
