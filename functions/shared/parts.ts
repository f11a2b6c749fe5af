import type { Dynamo } from '@sinau/platform/dynamo';
import { createDynamo } from '@sinau/platform/dynamo';
import { createS3Client, createS3ObjectStore, type ObjectStore } from '@sinau/platform/objects';
import { createSqsClient, createSqsQueue, type Queue } from '@sinau/platform/queue';
import type * as z from 'zod';

/** The services that every function is joined to: AWS in a Lambda, the embedded ones on one machine. */
export interface Parts {
  readonly dynamo: Dynamo;
  objects(bucket: string): ObjectStore;
  queue<Message>(queueUrl: string, schema: z.ZodType<Message>): Queue<Message>;
}

/** AWS itself; clients are made when first asked for, so that a function loads only what it uses. */
export function awsParts(region: string): Parts {
  const dynamo = createDynamo({ region });
  let s3: ReturnType<typeof createS3Client> | undefined;
  let sqs: ReturnType<typeof createSqsClient> | undefined;
  return {
    dynamo,
    objects: (bucket) => {
      s3 ??= createS3Client({ region });
      return createS3ObjectStore({ client: s3, bucket });
    },
    queue: (queueUrl, schema) => {
      sqs ??= createSqsClient({ region });
      return createSqsQueue({ client: sqs, queueUrl, schema });
    },
  };
}
