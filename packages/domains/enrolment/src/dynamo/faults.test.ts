import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  InternalServerError,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type PersonId, Unavailable } from '@sinau/kernel';
import { createDynamo, type Item } from '@sinau/platform/dynamo';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import { noBudget, noGroups } from '../testing/index.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { toEnrolmentRow, toSeatRow } from './rows.ts';

const enrolment: Enrolment = {
  enrolmentId: '00000000-0000-4000-8000-000000000001' as EnrolmentId,
  personId: 'sri' as PersonId,
  courseId: 'c1',
  version: 1,
  registration: '00000000-0000-4000-8000-000000000002' as Registration,
  state: 'active',
  enrolledAt: '2026-03-02T01:00:00.000Z',
};

const aws = mockClient(DynamoDBClient);
afterEach(() => {
  aws.reset();
});
afterAll(() => {
  aws.restore();
});

const store = createEnrolmentStore({
  dynamo: createDynamo({ region: 'ap-southeast-3', random: () => 0, sleep: async () => {} }),
  table: 'lms',
  budget: noBudget,
  groups: noGroups,
});

const named = (name: string) => Object.assign(new Error(name), { name });
const internal = new InternalServerError({ $metadata: { httpStatusCode: 500 }, message: 'fault' });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** A row as DynamoDB itself writes it. */
const stored = (row: Item) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: String(value) },
    ]),
  );

describe('the enrolment store on a DynamoDB in trouble', () => {
  it('R5: tries a transaction conflict and a throttle again, as one and the same request', async () => {
    aws
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .rejectsOnce(named('ThrottlingException'))
      .resolves({});
    expect(await store.move({ after: enrolment })).toBe('done');
    const tokens = aws
      .commandCalls(TransactWriteItemsCommand)
      .map(({ args }) => args[0].input.ClientRequestToken);
    expect(tokens).toEqual(Array(3).fill(tokens[0]));
    expect(tokens[0]).toMatch(/./);
  });

  it('R5: tells a taken seat from trouble', async () => {
    aws.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ConditionalCheckFailed'));
    expect(await store.move({ after: enrolment })).toBe('changed');
    expect(aws.commandCalls(TransactWriteItemsCommand)).toHaveLength(1);
  });

  it.each([named('ThrottlingException'), named('TimeoutError'), internal])(
    'R5: gives up on $name after bounded tries',
    async (error) => {
      aws.onAnyCommand().rejects(error);
      await expect(store.move({ after: enrolment })).rejects.toBeInstanceOf(Unavailable);
      await expect(store.complete(enrolment, { at: enrolment.enrolledAt })).rejects.toBeInstanceOf(
        Unavailable,
      );
      await expect(store.listCurrent(enrolment.personId)).rejects.toBeInstanceOf(Unavailable);
      expect(aws.calls().length).toBeLessThanOrEqual(30);
    },
  );

  it('lists every enrolment although DynamoDB answers in pieces', async () => {
    const second = { ...enrolment, courseId: 'c2', registration: 'r2' as Registration };
    const [first, last] = [enrolment, second].map((each) => ({
      row: stored(toEnrolmentRow(each)),
      seat: stored(toSeatRow(each)),
    }));
    aws
      .on(QueryCommand)
      .resolvesOnce({ Items: [first?.seat ?? {}], LastEvaluatedKey: stored({ pk: 'p', sk: 's' }) })
      .resolves({ Items: [last?.seat ?? {}] });
    aws
      .on(BatchGetItemCommand)
      .resolvesOnce({
        Responses: { lms: [first?.row ?? {}] },
        UnprocessedKeys: { lms: { Keys: [stored({ pk: 'p', sk: 'rest' })] } },
      })
      .resolves({ Responses: { lms: [last?.row ?? {}] } });
    expect(await store.listCurrent(enrolment.personId)).toEqual([enrolment, second]);
  });

  it('takes a completion whose first answer was lost for what it is', async () => {
    const row = toEnrolmentRow({ ...enrolment, state: 'completed', completedAt: enrolment.enrolledAt });
    aws.on(GetItemCommand).resolves({});
    aws
      .on(UpdateItemCommand)
      .rejectsOnce(named('TimeoutError'))
      .rejects(new ConditionalCheckFailedException({ $metadata: {}, message: 'failed', Item: stored(row) }));
    expect(await store.complete(enrolment, { at: enrolment.enrolledAt })).toBe('was-completed');
  });
});
