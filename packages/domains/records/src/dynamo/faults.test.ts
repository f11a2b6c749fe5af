import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type AgencyId, Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createDynamo } from '@sinau/platform/dynamo';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFeedStore } from './feed-store.ts';
import { packChunks } from './pack.ts';

const aws = mockClient(DynamoDBClient);
afterEach(() => {
  aws.reset();
});
afterAll(() => {
  aws.restore();
});

const agencyId = 'agency-a' as AgencyId;
const quiet = { random: () => 0, sleep: async () => {} };
const open = () =>
  createFeedStore({
    dynamo: createDynamo({ region: 'ap-southeast-3', ...quiet }),
    table: 'lrs',
    clock: fixedClock(),
    ...quiet,
  });
const units = ['1', '2'].map((key) => ({ key, lines: [{ kind: 'text' as const, text: `{"n":${key}}` }] }));
const named = (name: string) => Object.assign(new Error(name), { name });
const cancelled = (...reasons: { Code: string; Item?: Record<string, { N: string }> }[]) =>
  new TransactionCanceledException({ $metadata: {}, message: 'cancelled', CancellationReasons: reasons });
const failed = { Code: 'ConditionalCheckFailed' };
const none = { Code: 'None' };

describe('the feed store on a DynamoDB in trouble', () => {
  it('R5: tries a conflict and a throttle again, as one and the same request', async () => {
    aws.on(GetItemCommand).resolves({});
    aws
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled({ Code: 'TransactionConflict' }, none, none))
      .rejectsOnce(named('ThrottlingException'))
      .rejectsOnce(named('TimeoutError'))
      .resolves({});
    await open().append({ agencyId, lane: 0, units });
    const tokens = aws
      .commandCalls(TransactWriteItemsCommand)
      .map(({ args }) => args[0].input.ClientRequestToken);
    expect(tokens).toHaveLength(4);
    expect(new Set(tokens).size).toBe(1);
  });

  it('R5: gives up after bounded tries', async () => {
    aws.onAnyCommand().rejects(named('ThrottlingException'));
    await expect(open().append({ agencyId, lane: 0, units })).rejects.toBeInstanceOf(Unavailable);
    await expect(open().read({ agencyId, lane: 0, after: 0, limit: 1 })).rejects.toBeInstanceOf(Unavailable);
    expect(aws.calls().length).toBeLessThanOrEqual(20);
  });

  it('R5: gives up a lane whose head never stands still', async () => {
    aws
      .on(GetItemCommand)
      .resolves({ Item: { pk: { S: 'p' }, sk: { S: 'HEAD' }, n: { N: '1' }, l: { N: '3' } } });
    aws
      .on(TransactWriteItemsCommand)
      .rejects(cancelled(none, none, { ...failed, Item: { n: { N: '7' }, l: { N: '40' } } }));
    await expect(open().append({ agencyId, lane: 0, units })).rejects.toBeInstanceOf(Unavailable);
  });

  it('goes on behind the head that it met, without the unit that is there already', async () => {
    aws.on(GetItemCommand).resolves({});
    aws
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled(failed, none, { ...failed, Item: { n: { N: '7' }, l: { N: '40' } } }))
      .resolves({});
    await open().append({ agencyId, lane: 0, units });
    const [, second] = aws.commandCalls(TransactWriteItemsCommand);
    const puts = second?.args[0].input.TransactItems?.map(({ Put }) => Put);
    expect(puts?.map((put) => put?.Item?.sk?.S)).toEqual(['-', 'HEAD', 'CHUNK#000000000008']);
    expect(puts?.[0]?.Item?.pk?.S).toContain('SEEN#2');
    expect(puts?.[1]).toMatchObject({
      Item: { n: { N: '8' }, l: { N: '41' } },
      ExpressionAttributeValues: { ':last': { N: '7' } },
    });
  });

  it('gives nothing from behind a gap that a lagging read shows', async () => {
    const [chunk] = packChunks([{ kind: 'text', text: '{}' }]);
    const row = (n: number) => ({
      pk: { S: 'p' },
      sk: { S: `CHUNK#00000000000${n}` },
      b: { B: chunk?.packed ?? new Uint8Array() },
    });
    aws
      .on(QueryCommand)
      .resolves({ Items: [row(3), row(5)], LastEvaluatedKey: { pk: { S: 'p' }, sk: { S: 's' } } });
    const page = await open().read({ agencyId, lane: 0, after: 2, limit: 10 });
    expect(page).toMatchObject({ chunks: [{ number: 3 }], more: false });
  });
});
