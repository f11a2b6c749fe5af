import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Unavailable } from '@sinau/kernel';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { toStoredItem } from './attribute-value.ts';
import { createDynamo } from './create-dynamo.ts';
import type { Item, TransactItem } from './dynamo.ts';

const sdk = mockClient(DynamoDBClient);
const table = 'lms';
const key = { pk: 'p', sk: 's' };

beforeEach(() => sdk.reset());
afterAll(() => sdk.restore());

function setUp(random = () => 0.5) {
  const pauses: number[] = [];
  let tokens = 0;
  const dynamo = createDynamo({
    region: 'ap-southeast-3',
    random,
    sleep: async (ms) => {
      pauses.push(ms);
    },
    newToken: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
  });
  return { dynamo, pauses };
}

function failure(name: string, status = 400): DynamoDBServiceException {
  const $fault = status < 500 ? 'client' : 'server';
  return new DynamoDBServiceException({ name, $fault, $metadata: { httpStatusCode: status }, message: name });
}

const throttle = () => failure('ProvisionedThroughputExceededException');
const internal = () => failure('InternalServerError', 500);
const timeOut = () => Object.assign(new Error('socket timed out'), { name: 'TimeoutError' });
const reset = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const refusedConnection = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

function conditionFailed(row?: Record<string, { S: string }>): ConditionalCheckFailedException {
  return new ConditionalCheckFailedException({
    $metadata: { httpStatusCode: 400 },
    message: 'The conditional request failed',
    ...(row ? { Item: row } : {}),
  });
}

function cancelled(...codes: readonly string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    $metadata: { httpStatusCode: 400 },
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}

const calls: Readonly<Record<string, (dynamo: ReturnType<typeof createDynamo>) => Promise<unknown>>> = {
  get: (dynamo) => dynamo.get({ table, key }),
  put: (dynamo) => dynamo.put({ table, item: key }),
  update: (dynamo) => dynamo.update({ table, key, update: 'SET a = :a', values: { ':a': 1 } }),
  delete: (dynamo) => dynamo.delete({ table, key }),
  query: (dynamo) => dynamo.query({ table, partition: 'p' }),
  batchGet: (dynamo) => dynamo.batchGet({ table, keys: [key] }),
  batchWrite: (dynamo) => dynamo.batchWrite({ table, puts: [key] }),
  transactWrite: (dynamo) => dynamo.transactWrite([{ kind: 'put', table, item: key }]),
  transactGet: (dynamo) => dynamo.transactGet([{ table, key }]),
};

describe.each(Object.entries(calls))('R5: %s', (_name, call) => {
  it.each([
    ['a throttle', throttle],
    ['an internal error', internal],
    ['a time-out', timeOut],
    ['a broken connection', reset],
  ])('tries again after %s', async (_failure, make) => {
    const { dynamo, pauses } = setUp();
    sdk.onAnyCommand().rejectsOnce(make()).rejectsOnce(make()).resolves({});
    await call(dynamo);
    expect(sdk.calls()).toHaveLength(3);
    expect(pauses).toEqual([12, 25]);
  });

  it.each([
    ['throttles', throttle, 10],
    ['refused connections', refusedConnection, 10],
    ['internal errors', internal, 3],
    ['time-outs', timeOut, 3],
  ])('gives up after enough %s, and says when to come back', async (_failure, make, tries) => {
    const { dynamo, pauses } = setUp();
    sdk.onAnyCommand().rejects(make());
    const error: unknown = await call(dynamo).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect(error).toMatchObject({ code: 'platform.unavailable', retryAfterSeconds: 1 });
    // F7: callers are shown the message; the log sees the cause.
    const { message, cause } = error as Unavailable & { readonly cause: Error };
    expect(message).not.toMatch(new RegExp(`Exception|socket|connect|${table}`));
    expect(cause.message).toContain(table);
    expect(cause.cause).toEqual(make());
    expect(sdk.calls()).toHaveLength(tries);
    expect(pauses).toHaveLength(tries - 1);
  });

  it('passes a refusal of the request on at once', async () => {
    const { dynamo, pauses } = setUp();
    sdk.onAnyCommand().rejects(failure('ValidationException'));
    await expect(call(dynamo)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(sdk.calls()).toHaveLength(1);
    expect(pauses).toEqual([]);
  });
});

describe('a write that is worth something until a moment', () => {
  const timelyCalls: Readonly<
    Record<string, (dynamo: ReturnType<typeof createDynamo>, stillTimely: () => boolean) => Promise<unknown>>
  > = {
    put: (dynamo, stillTimely) => dynamo.put({ table, item: key, stillTimely }),
    update: (dynamo, stillTimely) =>
      dynamo.update({ table, key, update: 'SET a = :a', values: { ':a': 1 }, stillTimely }),
    transactWrite: (dynamo, stillTimely) =>
      dynamo.transactWrite([{ kind: 'put', table, item: key }], { stillTimely }),
  };

  it.each(Object.entries(timelyCalls))(
    'R5: %s is tried again until then and no more',
    async (_name, call) => {
      const { dynamo, pauses } = setUp();
      sdk.onAnyCommand().rejects(throttle());
      let asked = 0;
      const stillTimely = () => {
        asked += 1;
        // After the pause, not before it.
        expect(pauses).toHaveLength(asked);
        return asked < 3;
      };
      await expect(call(dynamo, stillTimely)).rejects.toBeInstanceOf(Unavailable);
      expect(sdk.calls()).toHaveLength(3);
      for (const { args } of sdk.calls()) expect(JSON.stringify(args[0].input)).not.toContain('stillTimely');
    },
  );
});

describe('pauses', () => {
  it('are random below a bound that doubles up to a second', async () => {
    const { dynamo, pauses } = setUp(() => 0.999_999);
    sdk.onAnyCommand().rejects(throttle());
    await expect(dynamo.get({ table, key })).rejects.toBeInstanceOf(Unavailable);
    expect(pauses).toEqual([24, 49, 99, 199, 399, 799, 999, 999, 999]);
  });

  it('may be nothing at all', async () => {
    const { dynamo, pauses } = setUp(() => 0);
    sdk.onAnyCommand().rejectsOnce(throttle()).resolves({});
    await dynamo.get({ table, key });
    expect(pauses).toEqual([0]);
  });
});

describe('a conditional write', () => {
  const condition = { expression: 'attribute_not_exists(pk)' };
  const item: Item = { ...key, owner: 'me', more: { gone: undefined, kept: 'x' } };
  const stored = { pk: { S: 'p' }, sk: { S: 's' }, owner: { S: 'me' }, more: { M: { kept: { S: 'x' } } } };

  it('asks for the row it meets', async () => {
    const { dynamo } = setUp();
    sdk
      .on(PutItemCommand)
      .rejects(conditionFailed({ pk: { S: 'p' }, sk: { S: 's' }, owner: { S: 'other' } }));
    expect(await dynamo.put({ table, item, condition })).toEqual({
      outcome: 'condition-failed',
      item: { ...key, owner: 'other' },
    });
    expect(sdk.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  });

  it('that got no answer and then meets its own row was carried out', async () => {
    const { dynamo } = setUp();
    const own = conditionFailed(stored as unknown as Record<string, { S: string }>);
    sdk.on(PutItemCommand).rejectsOnce(timeOut()).rejectsOnce(own);
    expect(await dynamo.put({ table, item, condition })).toEqual({ outcome: 'done' });
  });

  it('that got no answer and then meets the row of another was not', async () => {
    const { dynamo } = setUp();
    const foreign = conditionFailed({ pk: { S: 'p' }, sk: { S: 's' }, owner: { S: 'other' } });
    sdk.on(PutItemCommand).rejectsOnce(timeOut()).rejectsOnce(foreign);
    expect(await dynamo.put({ table, item, condition })).toMatchObject({ outcome: 'condition-failed' });
  });

  it('that was throttled and then meets an equal row was not', async () => {
    const { dynamo } = setUp();
    const equal = conditionFailed(stored as unknown as Record<string, { S: string }>);
    sdk.on(PutItemCommand).rejectsOnce(throttle()).rejectsOnce(equal);
    expect(await dynamo.put({ table, item, condition })).toMatchObject({ outcome: 'condition-failed' });
  });
});

describe('an update', () => {
  it.each(['ADD n :v', 'SET n = n + :v', 'SET n = if_not_exists(n, :v) - :v', 'SET l = list_append(l, :v)'])(
    '%s is not repeated after a time-out, as it would count twice',
    async (update) => {
      const { dynamo } = setUp();
      sdk.on(UpdateItemCommand).rejects(timeOut());
      const call = dynamo.update({ table, key, update, values: { ':v': 1 } });
      await expect(call).rejects.toBeInstanceOf(Unavailable);
      expect(sdk.calls()).toHaveLength(1);
    },
  );

  it('that counts is repeated after a throttle', async () => {
    const { dynamo } = setUp();
    sdk.on(UpdateItemCommand).rejectsOnce(throttle()).resolves({});
    expect(await dynamo.update({ table, key, update: 'ADD n :v', values: { ':v': 1 } })).toEqual({
      outcome: 'done',
    });
  });

  it('is repeated when a transaction holds the row', async () => {
    const { dynamo } = setUp();
    sdk.on(DeleteItemCommand).rejectsOnce(failure('TransactionConflictException')).resolves({});
    expect(await dynamo.delete({ table, key })).toEqual({ outcome: 'done' });
  });
});

describe('a batch', () => {
  const rows = ['a', 'b', 'c'].map((sk) => ({ pk: 'p', sk }));
  const stored = rows.map(toStoredItem);
  const request = (sk: string) => ({ PutRequest: { Item: toStoredItem({ pk: 'p', sk }) } });

  function written(): (readonly string[])[] {
    return sdk.commandCalls(BatchWriteItemCommand).map(({ args }) => {
      const requests = args[0].input.RequestItems?.[table] ?? [];
      return requests.map(({ PutRequest }) => PutRequest?.Item?.sk?.S ?? '');
    });
  }

  it('sends again only what was left unprocessed', async () => {
    const { dynamo, pauses } = setUp();
    sdk
      .on(BatchWriteItemCommand)
      .resolvesOnce({ UnprocessedItems: { [table]: [request('b'), request('c')] } })
      .resolvesOnce({ UnprocessedItems: { [table]: [request('c')] } })
      .resolves({ UnprocessedItems: {} });
    await dynamo.batchWrite({ table, puts: rows });
    expect(written()).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']]);
    expect(pauses).toHaveLength(2);
  });

  it('gives up when the rest stays unprocessed', async () => {
    const { dynamo } = setUp();
    sdk.on(BatchWriteItemCommand).resolves({ UnprocessedItems: { [table]: [request('c')] } });
    await expect(dynamo.batchWrite({ table, puts: rows })).rejects.toBeInstanceOf(Unavailable);
    expect(written()).toHaveLength(10);
  });

  it('stops before the next 25 when the first do not go through', async () => {
    const { dynamo } = setUp();
    sdk.on(BatchWriteItemCommand).rejects(throttle());
    const puts = Array.from({ length: 30 }, (_, n) => ({ pk: 'p', sk: `r${n}` }));
    await expect(dynamo.batchWrite({ table, puts })).rejects.toBeInstanceOf(Unavailable);
    expect(written().flat()).not.toContain('r25');
  });

  it('reads on without pause while keys come back, and collects everything once', async () => {
    const { dynamo, pauses } = setUp();
    sdk
      .on(BatchGetItemCommand)
      .resolvesOnce({
        Responses: { [table]: stored.slice(0, 1) },
        UnprocessedKeys: { [table]: { Keys: stored.slice(1) } },
      })
      .resolvesOnce({ Responses: { [table]: [] }, UnprocessedKeys: { [table]: { Keys: stored.slice(1) } } })
      .resolves({ Responses: { [table]: stored.slice(1) } });
    expect(await dynamo.batchGet({ table, keys: rows })).toEqual(rows);
    expect(pauses).toHaveLength(1);
  });

  it('gives up when no key is processed', async () => {
    const { dynamo } = setUp();
    sdk.on(BatchGetItemCommand).resolves({ UnprocessedKeys: { [table]: { Keys: stored } } });
    await expect(dynamo.batchGet({ table, keys: rows })).rejects.toBeInstanceOf(Unavailable);
    expect(sdk.calls()).toHaveLength(10);
  });
});

describe('a transaction', () => {
  const items: readonly TransactItem[] = [
    { kind: 'put', table, item: key },
    { kind: 'check', table, key: { pk: 'p', sk: 't' }, condition: { expression: 'attribute_exists(pk)' } },
  ];

  const tokensSent = () =>
    sdk.commandCalls(TransactWriteItemsCommand).map(({ args }) => args[0].input.ClientRequestToken);

  it.each([
    ['a conflict', cancelled('None', 'TransactionConflict')],
    ['a throttled row', cancelled('ThrottlingError', 'None')],
    ['a try of its own that still runs', failure('TransactionInProgressException')],
    ['a time-out', timeOut()],
  ])('is sent again under the same token after %s', async (_why, error) => {
    const { dynamo } = setUp();
    sdk.on(TransactWriteItemsCommand).rejectsOnce(error).resolves({});
    expect(await dynamo.transactWrite(items)).toEqual({ outcome: 'done' });
    expect(tokensSent()).toEqual(['token-1', 'token-1']);
  });

  it('takes the token of the caller, cut to what DynamoDB takes', async () => {
    const { dynamo } = setUp();
    sdk.on(TransactWriteItemsCommand).resolves({});
    await dynamo.transactWrite(items, { token: 'short' });
    await dynamo.transactWrite(items, { token: `${'x'.repeat(80)}1` });
    await dynamo.transactWrite(items, { token: `${'x'.repeat(80)}2` });
    await dynamo.transactWrite(items);
    const [first, second, third, fourth] = tokensSent();
    expect(first).toBe('short');
    expect(second).toHaveLength(36);
    expect(third).not.toBe(second);
    expect(fourth).toBe('token-1');
  });

  it('gives up when others are always in the way', async () => {
    const { dynamo } = setUp();
    sdk.on(TransactWriteItemsCommand).rejects(cancelled('TransactionConflict', 'None'));
    await expect(dynamo.transactWrite(items)).rejects.toBeInstanceOf(Unavailable);
    expect(sdk.calls()).toHaveLength(10);
  });

  it('whose condition failed is an outcome, also when another row was in conflict', async () => {
    const { dynamo } = setUp();
    sdk.on(TransactWriteItemsCommand).rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await dynamo.transactWrite(items)).toEqual({
      outcome: 'cancelled',
      reasons: [{ code: 'None' }, { code: 'ConditionalCheckFailed' }],
    });
    expect(sdk.calls()).toHaveLength(1);
  });

  it('that asks the impossible passes on the error', async () => {
    const { dynamo } = setUp();
    sdk.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ValidationError'));
    await expect(dynamo.transactWrite(items)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(sdk.calls()).toHaveLength(1);
  });

  it('that reads is tried again after a conflict', async () => {
    const { dynamo } = setUp();
    sdk
      .on(TransactGetItemsCommand)
      .rejectsOnce(cancelled('TransactionConflict'))
      .resolves({ Responses: [{ Item: toStoredItem(key) }] });
    expect(await dynamo.transactGet([{ table, key }])).toEqual([key]);
  });
});

describe('costs', () => {
  it('are not asked for when nobody wants to know', async () => {
    const { dynamo } = setUp();
    sdk.onAnyCommand().resolves({});
    for (const call of Object.values(calls)) await call(dynamo);
    for (const { args } of sdk.calls()) expect(args[0].input).not.toHaveProperty('ReturnConsumedCapacity');
    expect(sdk.commandCalls(GetItemCommand)).toHaveLength(1);
    expect(sdk.commandCalls(QueryCommand)).toHaveLength(1);
  });
});
