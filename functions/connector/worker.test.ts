import {
  AdapterFailure,
  type AdapterFailureReason,
  type ConnectionId,
  type JobMessage,
} from '@sinau/connectors';
import { memoryConnectionStore, memoryLetterStore, sampleConnection } from '@sinau/connectors/testing';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { Context, ScheduledEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { connectorJob } from './job.ts';
import { createConnector } from './worker.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-0000000000${n}0` as ConnectionId;
const past = '2026-03-02T00:59:00.000Z';

function world() {
  const clock = fixedClock();
  const connections = memoryConnectionStore();
  const sent: { readonly message: JobMessage; readonly delaySeconds?: number }[] = [];
  const faults: string[] = [];
  const ran: JobMessage[] = [];
  const fails = new Map<string, Error>();
  const job = (due?: () => Promise<readonly JobMessage[]>) =>
    connectorJob({
      schema: z.looseObject({
        kind: z.enum(['sync', 'enrol', 'poll-results']),
        connectionId: z.custom<ConnectionId>(),
      }),
      run: async (message) => {
        ran.push(message);
        const error = fails.get(message.connectionId);
        if (error) throw error;
      },
      ...(due && { due: due as never }),
    });
  const deps = {
    connections,
    clock,
    letters: memoryLetterStore(),
    ids: countedIds(),
    random: () => 1,
    queue: {
      send: async (message: JobMessage, options?: { readonly delaySeconds?: number }) =>
        void sent.push({ message, ...options }),
    },
    jobs: { sync: job(), enrol: job(async () => [{ kind: 'enrol' as const, connectionId: idOf(7) }]) },
    log: { info: () => undefined, warn: () => undefined, error: (text: string) => void faults.push(text) },
  };
  const handler = createConnector(deps);
  return {
    ...{ clock, connections, sent, faults, ran, fails, deps },
    tick: () => handler({} as ScheduledEvent, context),
    take: (...bodies: readonly unknown[]) => handler(messagesOf(bodies), context),
  };
}

const messagesOf = (bodies: readonly unknown[]) =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      body: JSON.stringify(body),
      eventSource: 'aws:sqs',
      attributes: { ApproximateReceiveCount: '1' },
    })),
  }) as unknown as SQSEvent;
const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 60_000 } as Context;
const failure = (reason: AdapterFailureReason, passing: boolean) => new AdapterFailure(reason, { passing });

describe('connector', () => {
  it('queues what is due, once, and notes when it ended and comes again', async () => {
    const { clock, connections, sent, tick, take } = world();
    await connections.create(sampleConnection({ connectionId: idOf(1), runs: { sync: { nextAt: past } } }));
    await tick();
    await tick();
    const syncs = sent.filter(({ message }) => message.kind === 'sync');
    expect(syncs.map(({ message }) => message)).toEqual([{ kind: 'sync', connectionId: idOf(1) }]);
    expect(await take(syncs[0]?.message)).toEqual({ batchItemFailures: [] });
    expect((await connections.find(idOf(1)))?.runs.sync).toEqual({
      lastAt: clock.now().toISOString(),
      lastOutcome: 'done',
      // Two o'clock in Jakarta, at the minute of this connection.
      nextAt: '2026-03-02T19:16:00.000Z',
    });
  });

  it('takes work up again that was lost with its message', async () => {
    const { clock, connections, sent, tick } = world();
    await connections.create(sampleConnection({ connectionId: idOf(1), runs: { sync: { nextAt: past } } }));
    await tick();
    clock.advance(29 * 60_000);
    await tick();
    expect(sent.filter(({ message }) => message.kind === 'sync')).toHaveLength(1);
    clock.advance(60_000);
    await tick();
    expect(sent.filter(({ message }) => message.kind === 'sync')).toHaveLength(2);
  });

  it('R10: a provider that fails waits for its next run, and others go on', async () => {
    const { connections, fails, ran, take } = world();
    for (const n of [1, 2]) {
      await connections.create(sampleConnection({ connectionId: idOf(n), runs: { sync: { nextAt: past } } }));
    }
    fails.set(idOf(1), failure('timeout', true));
    const answer = await take(
      { kind: 'sync', connectionId: idOf(1) },
      { kind: 'sync', connectionId: idOf(2) },
    );
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ran).toHaveLength(2);
    expect((await connections.find(idOf(1)))?.runs.sync).toMatchObject({
      lastOutcome: 'failed',
      lastReason: 'timeout',
      nextAt: '2026-03-02T01:30:00.000Z',
    });
    expect((await connections.find(idOf(2)))?.runs.sync).toMatchObject({ lastOutcome: 'done' });
  });

  it('tries single work again with growing waits while its failure may pass, then puts it aside', async () => {
    const { clock, deps, fails, sent, take } = world();
    fails.set(idOf(1), failure('unreachable', true));
    const message = { kind: 'enrol', connectionId: idOf(1) } as const;
    const since = clock.now().toISOString();
    await take(message);
    await take({ ...message, tries: 1, since });
    await take({ ...message, tries: 8, since });
    expect(sent).toEqual([
      { message: { ...message, tries: 1, since }, delaySeconds: 15 },
      { message: { ...message, tries: 2, since }, delaySeconds: 30 },
      { message: { ...message, tries: 9, since }, delaySeconds: 900 },
    ]);
    await take({ ...message, tries: 9, since });
    expect(sent).toHaveLength(3);
    expect(await deps.letters.list(idOf(1), { limit: 9 })).toMatchObject([
      { message, reason: 'unreachable', tries: 10, replays: 0 },
    ]);
  });

  it('R10: waits for a provider that is left alone without counting tries, three days at most', async () => {
    const { clock, deps, fails, sent, take } = world();
    fails.set(idOf(1), failure('circuit-open', true));
    const message = { kind: 'enrol', connectionId: idOf(1) } as const;
    const since = clock.now().toISOString();
    await take({ ...message, tries: 9, since });
    expect(sent).toEqual([{ message: { ...message, tries: 9, since }, delaySeconds: 900 }]);
    clock.advance(3 * 24 * 3_600_000);
    await take({ ...message, tries: 9, since });
    expect(await deps.letters.list(idOf(1), { limit: 9 })).toHaveLength(1);
  });

  it('puts aside at once what no further try can mend', async () => {
    const { deps, fails, sent, take } = world();
    fails.set(idOf(1), failure('course-unknown', false));
    await take({ kind: 'enrol', connectionId: idOf(1), registration: 'r1' });
    expect(sent).toEqual([]);
    const [letter] = await deps.letters.list(idOf(1), { limit: 9 });
    expect(letter).toMatchObject({ reason: 'course-unknown', message: { registration: 'r1' } });
  });

  it('R2: hands back what is no message of its queue, what nobody does, and our own faults, one by one', async () => {
    const { connections, fails, faults, take } = world();
    await connections.create(sampleConnection({ connectionId: idOf(3) }));
    fails.set(idOf(2), new Error('a fault of ours'));
    const answer = await take(
      { kind: 'other' },
      { kind: 'sync', connectionId: '../x' },
      { kind: 'unenrol', connectionId: idOf(1) },
      { kind: 'sync', connectionId: idOf(2) },
      { kind: 'sync', connectionId: idOf(3) },
    );
    expect(answer).toEqual({ batchItemFailures: [0, 1, 2, 3].map((n) => ({ itemIdentifier: `m${n}` })) });
    expect(faults).toHaveLength(4);
  });

  it('queues what a kind of work says is due, and one that cannot say holds up no other', async () => {
    const { deps, faults, sent, tick } = world();
    const broken = {
      prepare: () => ({ run: async () => undefined }),
      due: () => Promise.reject(new Error('no')),
    };
    Object.assign(deps.jobs, { sync: broken });
    await tick();
    expect(sent).toEqual([{ message: { kind: 'enrol', connectionId: idOf(7) } }]);
    expect(faults).toEqual(['due work not queued']);
  });
});
