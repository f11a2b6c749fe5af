import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** Where DynamoDB is. */
export interface DynamoClientOptions {
  /** @default the region's own endpoint */
  readonly endpoint?: string;
  readonly region: string;
  /** @default the credentials of the environment */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Handler of the embedded engine. @default HTTPS with short time-outs */
  readonly requestHandler?: NonNullable<DynamoDBClientConfig['requestHandler']>;
}

/** A client that tries once: `createDynamo` decides what is tried again. */
export function createDynamoClient(options: DynamoClientOptions): DynamoDBClient {
  const { endpoint, region, credentials, requestHandler } = options;
  return new DynamoDBClient({
    region,
    maxAttempts: 1,
    requestHandler: requestHandler ?? {
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    },
    // What never leaves the process needs no signature, and signing costs more than answering.
    ...(requestHandler ? { signer: unsigned } : {}),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
}

const unsigned = { sign: async <Request>(request: Request) => request };
