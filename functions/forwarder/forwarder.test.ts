import type { AgencyId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { LogFields } from '@sinau/platform/log';
import { createSecretSealer } from '@sinau/platform/sealing';
import { agencyOwner, type Courier, createSubscription, listSubscriptions } from '@sinau/push';
import { memoryPushStore } from '@sinau/push/testing';
import { appendRecords, type RecordedCommit } from '@sinau/records';
import { memoryFeedStore } from '@sinau/records/testing';
import type { Context, ScheduledEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createPushFeed, createStatementRecords } from '../shared/push-feed.ts';
import { createForwarder } from './worker.ts';

const agencyId = 'agency-a' as AgencyId;
const principal = {
  kind: 'person',
  personId: 'admin' as never,
  name: 'Siti',
  roles: ['agency-admin'],
  agencyId,
} as const;
const request = {
  name: 'Gudang data',
  receiver: {
    kind: 'webhook' as const,
    url: 'https://receiver.example/',
    payload: 'full' as const,
    events: ['records.statement' as const],
  },
  filter: { verbs: [], activities: [] },
  from: 'beginning' as const,
};

const commitOf = (n: number, agencies: readonly AgencyId[]): RecordedCommit => ({
  position: `p${n}`,
  stored: `2026-03-02T01:00:0${n}.000Z`,
  statements: [
    {
      id: `statement-${n}`,
      position: `p${n}.0`,
      json: JSON.stringify({ id: `statement-${n}`, n }),
      agencies,
    },
  ],
  voids: [],
});

function world() {
  const clock = fixedClock();
  const logged: (LogFields | undefined)[] = [];
  const taken: string[] = [];
  const courier: Courier = {
    send: async ({ lines }) => {
      taken.push(...lines.map(({ id }) => id));
      return lines.map(() => ({ outcome: 'delivered' }));
    },
    test: async () => ({ ok: true, milliseconds: 0 }),
    check: async () => undefined,
    newSecret: () => 'whsec_eA==',
  };
  const feedStore = memoryFeedStore(clock);
  const messages: unknown[] = [];
  const deps = {
    store: memoryPushStore(),
    feed: createPushFeed({ feed: feedStore, bodies: { find: async () => undefined } }),
    courier,
    box: createSecretSealer('a secret for tests, long enough to seal'),
    clock,
    ids: countedIds(),
    random: () => 0.5,
    runMs: 45_000,
    queue: { send: async (message: unknown) => void messages.push(message) },
    log: {
      info: (_: string, fields?: LogFields) => void logged.push(fields),
      warn: () => undefined,
      error: (_: string, __: unknown, fields?: LogFields) => void logged.push(fields),
    },
  };
  const append = (...commits: readonly RecordedCommit[]) =>
    appendRecords({ feed: feedStore, digest: nodeDigest, laneCount: 2 }, commits);
  return { deps, append, messages, taken, logged };
}

const messageOf = (body: unknown): SQSEvent =>
  ({
    Records: [
      {
        messageId: 'm1',
        body: JSON.stringify(body),
        eventSource: 'aws:sqs',
        attributes: { ApproximateReceiveCount: '1' },
      },
    ],
  }) as unknown as SQSEvent;
const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 60_000 } as Context;
const tick = {} as ScheduledEvent;

describe('forwarder', () => {
  it('C3: sends a subscription the lines of its own agency, woken by the clock', async () => {
    const { deps, append, messages, taken } = world();
    const handler = createForwarder(deps);
    await createSubscription(deps, { principal, request });
    await handler(tick, context);
    expect(messages).toEqual([]);
    for (const n of [1, 2, 3]) await append(commitOf(n, [n === 2 ? ('agency-b' as AgencyId) : agencyId]));
    expect(await listSubscriptions(deps, { principal })).toMatchObject([
      { lag: { lines: 2, oldestStored: '2026-03-02T01:00:01.000Z' } },
    ]);
    await handler(tick, context);
    expect(messages).toHaveLength(1);
    expect(await handler(messageOf(messages[0]), context)).toEqual({ batchItemFailures: [] });
    expect(taken.toSorted()).toEqual(['statement-1', 'statement-3']);
    expect(await listSubscriptions(deps, { principal })).toMatchObject([{ lag: { lines: 0 } }]);
    deps.clock.advance(1_000);
    await handler(tick, context);
    expect(messages).toHaveLength(1);
  });

  it('R2: a message that is none fails by itself and comes again', async () => {
    const { deps, logged } = world();
    const handler = createForwarder(deps);
    expect(await handler(messageOf({ ownerId: agencyId, subscriptionId: 'no uuid' }), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect(logged).toContainEqual({ worker: 'forwarder', messageId: 'm1', tries: 1 });
  });

  it('begins behind what is there when it is asked to begin now', async () => {
    const { deps, append, messages, taken } = world();
    const handler = createForwarder(deps);
    await append(commitOf(1, [agencyId]), commitOf(2, [agencyId]));
    await createSubscription(deps, { principal, request: { ...request, from: 'now' } });
    await append(commitOf(3, [agencyId]));
    await handler(tick, context);
    await handler(messageOf(messages[0]), context);
    expect(taken).toEqual(['statement-3']);
  });
});

describe('createStatementRecords', () => {
  const records = createStatementRecords({
    find: async (id) => ({
      json: JSON.stringify({ id, actor: 'somebody' }),
      agencies: id === 'own' ? [agencyId] : [],
    }),
    attachment: async () => undefined,
    platform: { name: 'Sinau' },
  });

  it('C3: finds the statements of the agency, and says of others’ voids only that they are', async () => {
    expect(await records.find(agencyOwner(agencyId), 'own')).toContain('somebody');
    expect(await records.find(agencyOwner(agencyId), 'other')).toBeUndefined();
    expect(await records.voiding(agencyOwner(agencyId), { id: 'own', target: 't' })).toContain('somebody');
    expect(
      JSON.parse((await records.voiding(agencyOwner(agencyId), { id: 'other', target: 't' })) ?? ''),
    ).toEqual({
      id: 'other',
      actor: { name: 'Sinau' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided', display: { 'en-US': 'voided' } },
      object: { objectType: 'StatementRef', id: 't' },
    });
  });
});
