import { setTimeout as sleep } from 'node:timers/promises';
import { createDynamo, type Dynamo, type DynamoOptions } from '@sinau/platform/dynamo';

type Handler = NonNullable<DynamoOptions['requestHandler']>;

interface SdkHandler {
  handle(request: SdkRequest, options?: unknown): Promise<unknown>;
}

interface SdkRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const account = 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/sinau-lms';

/** What goes wrong; the messages name what no caller may learn. */
const troubles = {
  throttled: { type: 'ThrottlingException', message: `Rate exceeded for ${account}` },
  broken: { type: 'ResourceNotFoundException', message: `Requested resource not found: ${account}` },
} as const;

/** DynamoDB that can be told to refuse: by operation, for as long as wished. */
export interface Throttle {
  readonly dynamo: Dynamo;
  /** Operations (`PutItem`, …) that are refused from now on; each refusal is counted. */
  refuse(trouble: keyof typeof troubles, operations: readonly string[]): void;
  /** Tries that were refused since `refuse`. */
  readonly refused: () => number;
  /** Answers again. */
  relent(): void;
}

/** The real client with its real patience, whose pauses take no time, in front of the embedded engine. */
export function throttled(requestHandler: Handler): Throttle {
  let operations: readonly string[] = [];
  let refused = 0;
  let trouble: keyof typeof troubles = 'throttled';
  const engine = requestHandler as unknown as SdkHandler;
  const gate = {
    ...engine,
    handle: async (request: SdkRequest, options?: unknown) => {
      const operation = request.headers['x-amz-target']?.split('.').at(-1) ?? '';
      if (!operations.includes(operation)) return engine.handle(request, options);
      refused += 1;
      return { response: answerOf(troubles[trouble]) };
    },
  };
  return {
    dynamo: createDynamo({
      region: 'ap-southeast-3',
      endpoint: 'http://dynamodb.local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: gate as unknown as Handler,
      sleep: () => sleep(0),
    }),
    refuse: (kind, names) => {
      trouble = kind;
      operations = names;
      refused = 0;
    },
    refused: () => refused,
    relent: () => {
      operations = [];
    },
  };
}

const answerOf = ({ type, message }: (typeof troubles)[keyof typeof troubles]) => ({
  statusCode: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message })),
});

export const writes = [
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
] as const;
export const reads = ['GetItem', 'BatchGetItem', 'Query', 'TransactGetItems'] as const;
