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
  const client = new DynamoDBClient({
    region,
    maxAttempts: 1,
    // The chain of a kind of command is put together once, not for every request: nobody changes it afterwards.
    cacheMiddleware: true,
    requestHandler: requestHandler ?? {
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  if (requestHandler) for (const name of ofTheNetwork) client.middlewareStack.remove(name);
  return client;
}

/** What never leaves the process is not signed, has no host and names no agent: that costs more than answering. */
const ofTheNetwork = [
  'contentLengthMiddleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'httpAuthSchemeMiddleware',
  'httpSigningMiddleware',
  'loggerMiddleware',
  'recursionDetectionMiddleware',
  'retryMiddleware',
];
