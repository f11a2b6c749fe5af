import { randomUUID } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { batchMethods } from './batch-methods.ts';
import { type CapacityReport, toCapacityReports } from './capacity.ts';
import type { Dynamo } from './dynamo.ts';
import { createDynamoClient, type DynamoClientOptions } from './dynamo-client.ts';
import { type Call, callPatiently, type Patience } from './patience.ts';
import { readMethods } from './read-methods.ts';
import { transactMethods } from './transact-methods.ts';
import { writeMethods } from './write-methods.ts';

export interface DynamoOptions extends DynamoClientOptions {
  /** Uniform in [0, 1), for the jitter of pauses. @default Math.random */
  readonly random?: Patience['random'];
  /** @default a timer */
  readonly sleep?: Patience['sleep'];
  /** Asks DynamoDB what every request costs and tells it here. @default costs are not asked for */
  readonly onCapacity?: (report: CapacityReport) => void;
  /** A fresh token of at most 36 characters for a transaction without one. @default a random UUID */
  readonly newToken?: () => string;
}

/** What the methods share: the client, patience, and the bookkeeping of costs. */
export interface Connection {
  readonly client: DynamoDBClient;
  /** Parameters that ask for costs; empty when nobody wants to know. */
  readonly costs: { readonly ReturnConsumedCapacity?: 'INDEXES' };
  readonly newToken: () => string;
  call<Result>(call: Call<Result>): Promise<Result>;
  note(operation: string, consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined): void;
}

/** The `Dynamo` of adapters on the AWS SDK. */
export function createDynamo(options: DynamoOptions): Dynamo {
  const { onCapacity, random = Math.random, sleep = sleepFor, newToken = randomUUID } = options;
  const patience = { attempts: 10, unansweredAttempts: 3, baseDelayMs: 25, maxDelayMs: 1_000, sleep, random };
  const connection: Connection = {
    client: createDynamoClient(options),
    costs: onCapacity ? { ReturnConsumedCapacity: 'INDEXES' } : {},
    newToken,
    call: (call) => callPatiently(patience, call),
    note(operation, consumed) {
      if (!onCapacity) return;
      for (const report of toCapacityReports(operation, consumed)) onCapacity(report);
    },
  };
  return {
    ...readMethods(connection),
    ...writeMethods(connection),
    ...batchMethods(connection),
    ...transactMethods(connection),
  };
}
