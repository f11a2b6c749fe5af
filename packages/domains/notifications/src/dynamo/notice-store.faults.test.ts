import {
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type PersonId, Unavailable } from '@sinau/kernel';
import { createDynamo } from '@sinau/platform/dynamo';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Notice, NoticeId } from '../notice.ts';
import { createNoticeStore } from './notice-store.ts';

const aws = mockClient(DynamoDBClient);
const store = createNoticeStore({
  dynamo: createDynamo({ region: 'ap-southeast-3', sleep: async () => undefined, random: () => 0 }),
  table: 'lms',
});
const notice: Notice = {
  kind: 'person-invited',
  params: { organisation: 'Kota Bandung' },
  noticeId: 'n' as NoticeId,
  personId: 'p' as PersonId,
  createdAt: '2026-03-02T01:00:00.000Z',
};
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const throttled = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });

beforeEach(() => aws.reset());
afterAll(() => aws.restore());

describe('notice store under faults', () => {
  it('R5: outlasts throttles and transaction conflicts with one token for all tries', async () => {
    aws
      .on(TransactWriteItemsCommand)
      .rejectsOnce(throttled)
      .rejectsOnce(cancelled('None', 'None', 'TransactionConflict'))
      .resolves({});
    expect(await store.add(notice)).toBe('added');
    const tokens = aws
      .commandCalls(TransactWriteItemsCommand)
      .map((call) => call.args[0].input.ClientRequestToken);
    expect(tokens).toHaveLength(3);
    expect(new Set(tokens).size).toBe(1);
  });

  it('R5: gives up as Unavailable', async () => {
    aws.on(TransactWriteItemsCommand).rejects(throttled);
    await expect(store.add(notice)).rejects.toThrow(Unavailable);
    aws.on(GetItemCommand).rejects(Object.assign(new Error('no answer'), { name: 'TimeoutError' }));
    await expect(store.countUnread(notice.personId)).rejects.toThrow(Unavailable);
  });

  it('takes a failed condition for an answer, not for a fault', async () => {
    aws.on(TransactWriteItemsCommand).rejects(cancelled('ConditionalCheckFailed', 'None', 'None'));
    expect(await store.add(notice)).toBe('exists');
    expect(aws.commandCalls(TransactWriteItemsCommand)).toHaveLength(1);
  });
});
