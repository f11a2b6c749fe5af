import { hash } from 'node:crypto';
import type dynalite from 'dynalite/db/index.js';
import { applyChange, type Change } from './apply-change.ts';
import { readUnits, times, toldCapacities, writeUnits } from './consumed.ts';
import type { Engine } from './engine.ts';
import { itemBytes } from './item-size.ts';
import { meetsCondition, type PlannedWrite, planWrite, type WriteOperation } from './plan-write.ts';
import { type Body, prepare } from './requests.ts';
import { rowKey } from './row-keys.ts';
import { readServiceError, ServiceError, validationError } from './service-error.ts';
import type { Scope } from './storage.ts';

const operations: Readonly<Record<string, WriteOperation>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
};

const mostItems = 100;
const mostBytes = 4 * 1024 * 1024;
const tokenLifeMs = 10 * 60 * 1000;
export const tokenPrefix = 'x~';

interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: dynalite.Row;
}

interface TransactedWrite extends PlannedWrite {
  readonly checksOnly: boolean;
}

/** A remembered token: what was asked, and until when (epoch ms) it is remembered. */
export interface TokenEntry {
  readonly digest: string;
  readonly until: number;
}

/** TransactWriteItems: all conditions on the rows as they were, then all changes in one commit. */
export async function transactWrite(engine: Engine, body: Body): Promise<object> {
  const items = itemsOf(body);
  const token = body.ClientRequestToken;
  const digest = hash('sha256', JSON.stringify(items), 'base64');
  const writes = planTransaction(engine, items);
  const changes = await engine.storage.run((scope) => {
    const now = engine.clock.now();
    if (typeof token === 'string' && isRepeated(scope, { token, digest, now })) return undefined;
    const all = decide(scope, writes);
    for (const change of all) if (change) applyChange(scope, change, { now });
    if (typeof token === 'string') {
      scope.put(tokenPrefix + token, { digest, until: now.getTime() + tokenLifeMs } satisfies TokenEntry);
    }
    return all;
  });
  const parts = writes.map(({ table, request, key }, n) => {
    const change = changes?.[n] ?? { table, key };
    const units = () => times(writeUnits(table, change.before, change.after), 2);
    return { tableName: request.TableName, units };
  });
  const capacity = toldCapacities(wantedCapacity(body), parts);
  return capacity ? { ConsumedCapacity: capacity } : {};
}

function itemsOf(body: Body): readonly Body[] {
  const items = body.TransactItems;
  if (!Array.isArray(items) || items.length === 0 || items.length > mostItems) {
    throw validationError(
      "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: " +
        `Member must have length between 1 and ${mostItems}`,
    );
  }
  return items;
}

function planTransaction(engine: Engine, items: readonly Body[]): readonly TransactedWrite[] {
  const writes = items.map((item) => {
    const [[kind, body] = ['', {}], ...others] = Object.entries(item);
    const operation = operations[kind];
    if (!operation || others.length > 0) {
      throw validationError('TransactItems can only contain one of Check, Put, Update or Delete');
    }
    const planned = planWrite(engine.tables, operation, body as Body);
    return { ...planned, next: planned.next, checksOnly: kind === 'ConditionCheck' };
  });
  if (new Set(writes.map(({ key }) => key)).size < writes.length) {
    throw validationError('Transaction request cannot include multiple operations on one item');
  }
  return writes;
}

function isRepeated(
  scope: Scope,
  { token, digest, now }: { readonly token: string; readonly digest: string; readonly now: Date },
): boolean {
  const known = scope.get(tokenPrefix + token) as TokenEntry | undefined;
  if (!known || known.until <= now.getTime()) return false;
  if (known.digest === digest) return true;
  throw new ServiceError(
    'IdempotentParameterMismatchException',
    'The request uses the same client token as a previous, but non-identical request.',
  );
}

/** The change of each write, undefined for a mere check; throws TransactionCanceledException. */
function decide(scope: Scope, writes: readonly TransactedWrite[]): readonly (Change | undefined)[] {
  const reasons: Reason[] = [];
  const changes = writes.map((write) => {
    const before = scope.get(write.key) as dynalite.Row | undefined;
    const { change, reason } = decideOne(write, before);
    reasons.push(reason);
    return change;
  });
  if (reasons.every(({ Code }) => Code === 'None')) {
    checkBytes(changes);
    return changes;
  }
  throw new ServiceError(
    'TransactionCanceledException',
    'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
      `[${reasons.map(({ Code }) => Code).join(', ')}]`,
    { CancellationReasons: reasons },
  );
}

function decideOne(
  write: TransactedWrite,
  before: dynalite.Row | undefined,
): { readonly change?: Change; readonly reason: Reason } {
  const { table, key, showsRow, checksOnly } = write;
  if (!meetsCondition(write, before)) {
    const shown = showsRow && before ? { Item: before } : {};
    const reason = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...shown };
    return { reason };
  }
  if (checksOnly) return { reason: { Code: 'None' } };
  try {
    return { change: { table, key, before, after: write.next(before) }, reason: { Code: 'None' } };
  } catch (error) {
    if (!readServiceError(error) || !(error instanceof Error)) throw error;
    return { reason: { Code: 'ValidationError', Message: error.message } };
  }
}

function checkBytes(changes: readonly (Change | undefined)[]): void {
  const bytes = changes.reduce((sum, change) => sum + (change?.after ? itemBytes(change.after) : 0), 0);
  if (bytes > mostBytes) throw validationError('Transaction size exceeds limit of 4 MB');
}

/** TransactGetItems: read inside the one writer, so between no two commits of a transaction. */
export async function transactGet(engine: Engine, body: Body): Promise<object> {
  const wanted = itemsOf(body).map((item) => {
    const request = prepare('GetItem', (item.Get ?? {}) as Body);
    const table = engine.tables.require(request.TableName);
    return { request, key: rowKey(table, request.Key) };
  });
  const rows = await engine.storage.run((scope) =>
    wanted.map(({ key }) => scope.get(key) as dynalite.Row | undefined),
  );
  const parts = wanted.map(({ request }, n) => ({
    tableName: request.TableName,
    units: () => ({ table: readUnits(itemBytes(rows[n] ?? {}), true) * 2, indexes: {} }),
  }));
  const capacity = toldCapacities(wantedCapacity(body), parts);
  return {
    Responses: rows.map((row) => (row ? { Item: row } : {})),
    ...(capacity ? { ConsumedCapacity: capacity } : {}),
  };
}

function wantedCapacity(body: Body): dynalite.Request['ReturnConsumedCapacity'] {
  const wanted = body.ReturnConsumedCapacity;
  return wanted === 'INDEXES' || wanted === 'TOTAL' ? wanted : 'NONE';
}
