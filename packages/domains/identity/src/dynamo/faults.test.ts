import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type PersonId, Unavailable } from '@sinau/kernel';
import { createDynamo } from '@sinau/platform/dynamo';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readSession } from '../index.ts';
import { emailClaim } from '../people/claims.ts';
import type { Person } from '../people/person.ts';
import { identityWorld } from '../testing/identity-world.ts';
import {
  createClientStore,
  createOrganisationStore,
  createPeopleStore,
  createSessionStore,
  createSignInStore,
} from './index.ts';

const person: Person = {
  personId: 'p1' as PersonId,
  name: 'Sri Rahayu',
  email: 'sri@contoh.example',
  status: 'invited',
  roles: ['learner'],
  home: { kind: 'platform' },
  employeeNumbers: [],
  sessionGeneration: 1,
  invitedAt: '2026-03-02T01:00:00.000Z',
  rev: 1,
};
const moved = { ...person, email: 'baru@contoh.example' };

const aws = mockClient(DynamoDBClient);
afterEach(() => {
  aws.reset();
});
afterAll(() => {
  aws.restore();
});

const deps = {
  dynamo: createDynamo({ region: 'ap-southeast-3', random: () => 0, sleep: async () => {} }),
  table: 'lms',
};
const people = createPeopleStore(deps);

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const throttle = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });

describe('the people store on a DynamoDB in trouble', () => {
  it('R5: tries a transaction conflict again and then stores the whole person', async () => {
    aws.on(TransactWriteItemsCommand).rejectsOnce(cancelled('TransactionConflict', 'None')).resolves({});
    expect(await people.add(person)).toEqual({ outcome: 'stored' });
  });

  it('tells an outdated version from a taken claim', async () => {
    aws
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('ConditionalCheckFailed', 'None', 'None'))
      .rejectsOnce(cancelled('None', 'ConditionalCheckFailed', 'None'))
      .rejectsOnce(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'));
    expect(await people.replace(person, moved)).toEqual({ outcome: 'stale' });
    const claim = emailClaim(moved.email);
    expect(await people.replace(person, moved)).toEqual({ outcome: 'taken', claim });
    expect(await people.replace(person, moved)).toEqual({ outcome: 'stale' });
  });
});

describe('identity without DynamoDB', () => {
  it('R5: refuses with Unavailable everywhere and takes nobody for somebody', async () => {
    aws.onAnyCommand().rejects(throttle);
    const world = await identityWorld();
    const sessions = createSessionStore(deps);
    const attempts = [
      people.find(person.personId),
      people.findByClaim(emailClaim(person.email)),
      people.listByHome(person.home, { limit: 1 }),
      createOrganisationStore(deps).listAgencies(),
      createClientStore(deps).listByTenant(person.home),
      createSignInStore(deps).take('state'),
      readSession({ ...world, people, sessions }, 'token'),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toBeInstanceOf(Unavailable);
  });
});
