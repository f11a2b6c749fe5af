import { join } from 'node:path';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import {
  type LocalDynamo,
  type LocalQueues,
  type LocalS3,
  startLocalDynamo,
  startLocalQueues,
  startLocalS3,
} from '@sinau/platform/local-aws';
import { createS3Client, createS3ObjectStore } from '@sinau/platform/objects';
import { createSqsClient, createSqsQueue, readQueueDepth } from '@sinau/platform/queue';
import { createSecretSealer } from '@sinau/platform/sealing';
import { createSecretSigningKey } from '@sinau/platform/signing';
import type { Parts } from '../shared/parts.ts';
import type { LocalSecrets } from './data-folder.ts';
import { StartRefused } from './options.ts';

export const names = {
  lmsTable: 'sinau-lms',
  lrsTable: 'sinau-lrs',
  uploads: 'sinau-uploads',
  content: 'sinau-content',
  records: 'sinau-records',
  recordFiles: 'sinau-record-files',
  documents: 'sinau-documents',
  imports: 'imports',
  exports: 'exports',
  mails: 'mails',
  pushes: 'pushes',
  connectors: 'connectors',
  seals: 'seals',
  certificates: 'certificates',
} as const;

/** The embedded services of this machine, and the same parts that a Lambda gets from AWS. */
export interface Services {
  readonly parts: Parts;
  readonly dynamo: LocalDynamo;
  readonly queues: LocalQueues;
  readonly objects: LocalS3;
  close(): Promise<void>;
}

const region = 'ap-southeast-3';
const accessKeyId = 'local';
const secretAccessKey = 'local';

/** Opens everything the data folder keeps; refuses when another process has it. */
export async function startServices(options: {
  readonly dataDir: string;
  readonly secrets: LocalSecrets;
  readonly portalOrigin: string;
  readonly onFault: (error: unknown) => void;
}): Promise<Services> {
  const { dataDir, secrets, portalOrigin, onFault } = options;
  const dynamo = await openOnce(dataDir, () => startLocalDynamo({ dir: join(dataDir, 'dynamo') }));
  const objects = await openOnce(dataDir, () =>
    startLocalS3({
      dir: join(dataDir, 'objects'),
      buckets: [names.uploads, names.content, names.records, names.recordFiles, names.documents],
      accessKeyId: secrets.storageAccessKeyId,
      secretAccessKey: secrets.storageSecretAccessKey,
      corsOrigins: [portalOrigin],
      onFault,
    }),
  );
  const queues = await openOnce(dataDir, async () =>
    startLocalQueues({
      dir: join(dataDir, 'queues'),
      queues: [
        { name: names.imports, visibilityTimeoutSeconds: 600, maxReceiveCount: 3 },
        { name: names.exports, visibilityTimeoutSeconds: 1_200, maxReceiveCount: 3 },
        { name: names.mails, visibilityTimeoutSeconds: 30, maxReceiveCount: 5 },
        { name: names.pushes, visibilityTimeoutSeconds: 50, maxReceiveCount: 5 },
        { name: names.connectors, visibilityTimeoutSeconds: 330, maxReceiveCount: 5 },
        { name: names.seals, visibilityTimeoutSeconds: 330, maxReceiveCount: 5 },
        { name: names.certificates, visibilityTimeoutSeconds: 60, maxReceiveCount: 5 },
      ],
    }),
  );
  const dynamoOptions = {
    region,
    endpoint: 'http://dynamodb.local',
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: dynamo.requestHandler,
  };
  await createTables(dynamoOptions, { lms: names.lmsTable, lrs: names.lrsTable });
  return {
    parts: joinParts({ secrets, objects, queues, dynamo: createDynamo(dynamoOptions) }),
    dynamo,
    queues,
    objects,
    close: async () => {
      await queues.close();
      await objects.close();
      await dynamo.close();
    },
  };
}

function joinParts(local: {
  readonly secrets: LocalSecrets;
  readonly objects: LocalS3;
  readonly queues: LocalQueues;
  readonly dynamo: Parts['dynamo'];
}): Parts {
  const { secrets, objects, queues, dynamo } = local;
  const s3 = createS3Client({
    region,
    endpoint: objects.endpoint,
    forcePathStyle: true,
    credentials: {
      accessKeyId: secrets.storageAccessKeyId,
      secretAccessKey: secrets.storageSecretAccessKey,
    },
  });
  const sqs = createSqsClient(queues.clientConfig);
  return {
    dynamo,
    objects: (bucket) => createS3ObjectStore({ client: s3, bucket }),
    queue: (queueUrl, schema) => createSqsQueue({ client: sqs, queueUrl, schema }),
    queueDepth: (queueUrl) => readQueueDepth(sqs, queueUrl),
    sealer: () => createSecretSealer(secrets.signingSecret),
    signingKey: () => createSecretSigningKey(secrets.signingSecret, 'credentials'),
  };
}

async function openOnce<Service>(dataDir: string, open: () => Promise<Service>): Promise<Service> {
  try {
    return await open();
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : '';
    if (!/in use|lock/i.test(text)) throw cause;
    throw new StartRefused(
      `Another Sinau uses the data folder ${dataDir}. Stop it, or give another one in DATA_DIR.`,
      {
        cause,
      },
    );
  }
}
