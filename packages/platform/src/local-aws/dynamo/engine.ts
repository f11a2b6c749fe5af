import type { Clock } from '@sinau/kernel';
import { query, scan } from './range-requests.ts';
import { batchGet, getItem } from './read-requests.ts';
import type { Body } from './requests.ts';
import { readServiceError, ServiceError } from './service-error.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';
import { updateTimeToLive } from './time-to-live.ts';
import { transactGet, transactWrite } from './transact-requests.ts';
import { batchWrite, writeItem } from './write-requests.ts';

/** What every request works on. */
export interface Engine {
  readonly storage: Storage;
  readonly tables: Tables;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

type Handler = (engine: Engine, body: Body) => object | Promise<object>;

const handlers: Readonly<Record<string, Handler>> = {
  BatchGetItem: batchGet,
  BatchWriteItem: batchWrite,
  CreateTable: ({ tables }, body) => tables.create(body),
  DeleteItem: (engine, body) => writeItem(engine, 'DeleteItem', body),
  DeleteTable: ({ tables }, body) => tables.delete(body),
  DescribeTable: ({ tables }, body) => tables.describe(body),
  DescribeTimeToLive: ({ tables }, body) => tables.describeTimeToLive(body),
  GetItem: getItem,
  ListTables: ({ tables }) => tables.list(),
  PutItem: (engine, body) => writeItem(engine, 'PutItem', body),
  Query: query,
  Scan: scan,
  TransactGetItems: transactGet,
  TransactWriteItems: transactWrite,
  UpdateItem: (engine, body) => writeItem(engine, 'UpdateItem', body),
  UpdateTimeToLive: updateTimeToLive,
};

export interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

/** Answers one request; `target` is the header `x-amz-target`. Never rejects. */
export async function answerRequest(engine: Engine, target: string, body: string): Promise<Answer> {
  try {
    const handler = handlers[target.slice(target.indexOf('.') + 1)];
    if (!handler) throw new ServiceError('UnknownOperationException', `${target} is not supported here`);
    return { statusCode: 200, body: JSON.stringify(await handler(engine, readBody(body))) };
  } catch (error) {
    const refusal = readServiceError(error) ?? new ServiceError('InternalServerError', String(error));
    return { statusCode: refusal.statusCode, body: JSON.stringify(refusal.body) };
  }
}

function readBody(text: string): Body {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  } catch {
    // Told below: not JSON is no better than JSON of another kind.
  }
  throw new ServiceError('SerializationException', 'The request body is not a JSON object');
}
