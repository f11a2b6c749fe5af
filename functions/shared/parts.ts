import type { Dynamo } from '@sinau/platform/dynamo';
import { createDynamo } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import type { Queue, QueueDepth } from '@sinau/platform/queue';
import type { Sealer } from '@sinau/platform/sealing';
import type { SigningKey } from '@sinau/platform/signing';
import type * as z from 'zod';
import { lazyObjectStore, lazyQueue, lazySealer, lazySigningKey } from './lazy-services.ts';

/** The services that every function is joined to: AWS in a Lambda, the embedded ones on one machine. */
export interface Parts {
  readonly dynamo: Dynamo;
  objects(bucket: string): ObjectStore;
  queue<Message>(queueUrl: string, schema: z.ZodType<Message>): Queue<Message>;
  queueDepth(queueUrl: string): Promise<QueueDepth>;
  /** Keeps secrets that must be read again; `keyId` of KMS, which one machine has no need of. */
  sealer(keyId: string): Sealer;
  /** Signs credentials; `keyId` of KMS, which one machine has no need of. */
  signingKey(keyId: string): SigningKey;
}

/** AWS itself; what is not DynamoDB is loaded when first called, so that a function starts with the least. */
export function awsParts(region: string): Parts {
  return {
    dynamo: createDynamo({ region }),
    objects: (bucket) =>
      lazyObjectStore(async () => {
        const { createS3Client, createS3ObjectStore } = await import('@sinau/platform/objects');
        return createS3ObjectStore({ client: createS3Client({ region }), bucket });
      }),
    queue: (queueUrl, schema) =>
      lazyQueue(async () => {
        const { createSqsClient, createSqsQueue } = await import('@sinau/platform/queue');
        return createSqsQueue({ client: createSqsClient({ region }), queueUrl, schema });
      }),
    queueDepth: async (queueUrl) => {
      const { createSqsClient, readQueueDepth } = await import('@sinau/platform/queue');
      return readQueueDepth(createSqsClient({ region }), queueUrl);
    },
    sealer: (keyId) =>
      lazySealer(async () => {
        const { createKmsClient, createKmsSealer } = await import('@sinau/platform/sealing');
        return createKmsSealer({ client: createKmsClient({ region }), keyId });
      }),
    signingKey: (keyId) =>
      lazySigningKey(async () => {
        const [{ createKmsClient }, { createKmsSigningKey }] = await Promise.all([
          import('@sinau/platform/sealing'),
          import('@sinau/platform/signing'),
        ]);
        return createKmsSigningKey({ client: createKmsClient({ region }), keyId });
      }),
  };
}
