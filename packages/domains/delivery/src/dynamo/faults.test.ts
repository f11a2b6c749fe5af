import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  InternalServerError,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { nothingSatisfied } from '@sinau/cmi5';
import { type PersonId, Unavailable } from '@sinau/kernel';
import { createDynamo } from '@sinau/platform/dynamo';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { DeliveryRegistration } from '../registration.ts';
import { createRegistrationStore } from './registration-store.ts';

const state: DeliveryRegistration = {
  registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b',
  personId: 'sri' as PersonId,
  courseId: 'c1',
  version: 1,
  actor: { homePage: 'https://sinau.example', name: 'sri' },
  createdAt: '2026-03-02T01:00:00.000Z',
  aus: {},
  satisfaction: nothingSatisfied,
  rev: 4,
};

const aws = mockClient(DynamoDBClient);
afterEach(() => {
  aws.reset();
});
afterAll(() => {
  aws.restore();
});

const store = createRegistrationStore({
  dynamo: createDynamo({ region: 'ap-southeast-3', random: () => 0, sleep: async () => {} }),
  table: 'lms',
});

const named = (name: string) => Object.assign(new Error(name), { name });
const internal = new InternalServerError({ $metadata: { httpStatusCode: 500 }, message: 'fault' });
const outrun = new ConditionalCheckFailedException({ $metadata: {}, message: 'failed' });

describe('the registration store on a DynamoDB in trouble', () => {
  it('R5: tries a throttle again under the same condition', async () => {
    aws.on(PutItemCommand).rejectsOnce(named('ThrottlingException')).resolves({});
    expect(await store.save(state)).toBe('saved');
    const inputs = aws.commandCalls(PutItemCommand).map(({ args }) => args[0].input);
    expect(inputs).toHaveLength(2);
    for (const input of inputs) {
      expect(input).toMatchObject({
        ExpressionAttributeValues: { ':read': { N: '4' } },
        Item: { rev: { N: '5' } },
      });
    }
  });

  it('R5: tells that another writer was faster from trouble, and does not try again', async () => {
    aws.on(PutItemCommand).rejects(outrun);
    expect(await store.save(state)).toBe('conflict');
    expect(aws.commandCalls(PutItemCommand)).toHaveLength(1);
  });

  it.each([named('ThrottlingException'), named('TimeoutError'), internal])(
    'R5: gives up on $name after bounded tries',
    async (error) => {
      aws.onAnyCommand().rejects(error);
      await expect(store.save(state)).rejects.toBeInstanceOf(Unavailable);
      await expect(store.read(state.registration)).rejects.toBeInstanceOf(Unavailable);
      expect(aws.calls().length).toBeLessThanOrEqual(20);
    },
  );

  it('never answers saved for a write that it cannot know to be its own', async () => {
    aws.on(PutItemCommand).rejectsOnce(named('TimeoutError')).rejects(outrun);
    expect(await store.save(state)).toBe('conflict');
  });
});
