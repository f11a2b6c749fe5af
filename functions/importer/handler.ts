import { systemClock } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { createS3Client, createS3ObjectStore } from '@sinau/platform/objects';
import { createObligationParts } from '../shared/obligation-parts.ts';
import { awsParts } from '../shared/parts.ts';
import { createStaffingParts } from '../shared/staffing-parts.ts';
import { importDeps } from './deps.ts';
import { envSchema } from './env.ts';
import { createImportWorker } from './worker.ts';

const env = envSchema.parse(process.env);
const client = createS3Client({ region: env.AWS_REGION });

const parts = awsParts(env.AWS_REGION);

export const handler = createImportWorker({
  packages: importDeps({
    dynamo: parts.dynamo,
    table: env.LMS_TABLE,
    uploads: createS3ObjectStore({ client, bucket: env.UPLOAD_BUCKET }),
    content: createS3ObjectStore({ client, bucket: env.CONTENT_BUCKET }),
    temporaryFolder: env.TEMPORARY_FOLDER,
    maxPackageBytes: env.MAX_PACKAGE_BYTES,
    auOrigins: env.AU_ORIGINS,
    issuer: env.ISSUER_URL,
  }),
  people: createStaffingParts({ parts, env }),
  history: async () => (await import('../shared/history-parts.ts')).createHistoryParts({ parts, env }),
  obligations: createObligationParts({ parts, env }),
  clock: systemClock,
  log: createLog({ service: 'importer', level: env.LOG_LEVEL }),
});
