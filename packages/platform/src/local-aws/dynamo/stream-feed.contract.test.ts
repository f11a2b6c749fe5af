import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '@sinau/kernel/testing';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamo, createTables, readStreamRecord } from '../../dynamo/index.ts';
import { type LocalDynamo, type Subscription, startLocalDynamo } from './index.ts';

const region = 'ap-southeast-3';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const opened: LocalDynamo[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const local of opened.splice(0)) await local.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function open(options: Parameters<typeof startLocalDynamo>[0] = {}) {
  const local = await startLocalDynamo({ random: () => 0, ...options });
  opened.push(local);
  const connection = { region, credentials, requestHandler: local.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const dynamo = createDynamo(connection);
  return {
    local,
    dynamo,
    put: (sk: string, n = 0) => dynamo.put({ table: 'lms', item: { pk: 'p', sk, n } }),
  };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-dynamo-'));
  folders.push(folder);
  return folder;
}

function collector() {
  const seen: string[] = [];
  const handler = async (records: DynamoDBRecord[]): Promise<void> => {
    seen.push(...records.map((record) => readStreamRecord(record).key.sk));
  };
  return { seen, handler };
}

const base = { table: 'lms', consumer: 'projector', startFrom: 'TRIM_HORIZON' } as const;

describe('stream feed of the embedded DynamoDB', () => {
  it('lets what comes in its window come together, and does not wait for it when asked to catch up', async () => {
    const { local, put } = await open();
    const batches: (readonly string[])[] = [];
    await put('a');
    const consumer = await local.stream.subscribe({
      ...base,
      batchWindowMs: 24 * 3_600_000,
      handler: async (records) => {
        batches.push(records.map((record) => readStreamRecord(record).key.sk));
      },
    });
    await consumer.caughtUp();
    await put('b');
    await put('c');
    await consumer.caughtUp();
    await put('d');
    await consumer.caughtUp();
    expect(batches).toEqual([['a'], ['b', 'c'], ['d']]);
    await put('e');
    await consumer.stop();
    expect(batches).toHaveLength(3);
  });

  it('gives a batch all that was asked for, however large its rows are', async () => {
    const { local, dynamo } = await open();
    const sizes: number[] = [];
    const large = 'x'.repeat(100_000);
    for (let n = 0; n < 8; n += 1) await dynamo.put({ table: 'lms', item: { pk: 'p', sk: `${n}`, large } });
    const consumer = await local.stream.subscribe({
      ...base,
      batchSize: 8,
      handler: async (records) => {
        sizes.push(records.length);
      },
    });
    await consumer.caughtUp();
    expect(sizes).toEqual([8]);
  });

  it('tells inserts, changes and removals in order, in the shape Lambda gives', async () => {
    const { local, dynamo, put } = await open({ clock: fixedClock('2026-03-02T01:00:00.000Z') });
    const records: DynamoDBRecord[] = [];
    await put('a', 1);
    await put('a', 2);
    await put('a', 2);
    await dynamo.delete({ table: 'lms', key: { pk: 'p', sk: 'a' } });
    await dynamo.delete({ table: 'lms', key: { pk: 'p', sk: 'a' } });
    const consumer = await local.stream.subscribe({
      ...base,
      handler: async (batch) => {
        records.push(...batch);
      },
    });
    await consumer.caughtUp();
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(records[1]).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'ap-southeast-3',
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:ap-southeast-3:\d{12}:table\/lms\/stream\//),
      dynamodb: {
        ApproximateCreationDateTime: Date.parse('2026-03-02T01:00:00.000Z') / 1000,
        Keys: { pk: { S: 'p' }, sk: { S: 'a' } },
        OldImage: { pk: { S: 'p' }, sk: { S: 'a' }, n: { N: '1' } },
        NewImage: { pk: { S: 'p' }, sk: { S: 'a' }, n: { N: '2' } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: 24,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
    const numbers = records.map((record) => record.dynamodb?.SequenceNumber ?? '');
    expect([...numbers].sort()).toEqual(numbers);
    expect(readStreamRecord(records[2] as DynamoDBRecord)).toMatchObject({
      kind: 'remove',
      expired: false,
      before: { n: 2 },
    });
  });

  it('tells a transaction whole and a cancelled one not at all', async () => {
    const { local, dynamo } = await open();
    const { seen, handler } = collector();
    const item = (sk: string) => ({ kind: 'put', table: 'lms', item: { pk: 'p', sk } }) as const;
    const absent = { expression: 'attribute_exists(pk)' };
    await dynamo.transactWrite([item('a'), { ...item('b'), condition: absent }]);
    await dynamo.transactWrite([item('c'), item('d')]);
    const consumer = await local.stream.subscribe({ ...base, handler });
    await consumer.caughtUp();
    expect(seen).toEqual(['c', 'd']);
  });

  it('goes on where it stopped after a restart, missing nothing and repeating nothing', async () => {
    const dir = await newFolder();
    const first = await open({ dir });
    const before = collector();
    await first.put('a');
    const consumer = await first.local.stream.subscribe({ ...base, handler: before.handler });
    await consumer.caughtUp();
    await consumer.stop();
    await first.put('b');
    await first.local.close();
    opened.length = 0;
    const second = await open({ dir });
    const after = collector();
    const again = await second.local.stream.subscribe({ ...base, handler: after.handler });
    await second.put('c');
    await again.caughtUp();
    expect(before.seen).toEqual(['a']);
    expect(after.seen).toEqual(['b', 'c']);
  });

  it('begins with the next record when asked to, and each consumer has its own place', async () => {
    const { local, put } = await open();
    const [all, late] = [collector(), collector()];
    await put('a');
    const consumers = [
      await local.stream.subscribe({ ...base, handler: all.handler }),
      await local.stream.subscribe({ ...base, consumer: 'late', startFrom: 'LATEST', handler: late.handler }),
    ];
    await put('b');
    await Promise.all(consumers.map((consumer) => consumer.caughtUp()));
    expect(all.seen).toEqual(['a', 'b']);
    expect(late.seen).toEqual(['b']);
  });

  it('gives no more than the batch size at a time', async () => {
    const { local, put } = await open();
    const sizes: number[] = [];
    for (const sk of ['a', 'b', 'c', 'd', 'e']) await put(sk);
    const handler = async (records: DynamoDBRecord[]): Promise<void> => {
      sizes.push(records.length);
    };
    const consumer = await local.stream.subscribe({ ...base, batchSize: 2, handler });
    await consumer.caughtUp();
    expect(sizes).toEqual([2, 2, 1]);
  });

  async function consume(over: Partial<Subscription>, rows = ['a', 'b', 'c', 'd']) {
    const { local, put } = await open();
    for (const sk of rows) await put(sk);
    const batches: string[] = [];
    const dead: string[] = [];
    const names = (records: DynamoDBRecord[]) =>
      records.map((record) => readStreamRecord(record).key.sk).join('');
    const consumer = await local.stream.subscribe({
      ...base,
      attempts: 3,
      onDeadLetter: async (records) => {
        dead.push(names(records));
      },
      handler: async () => {},
      ...over,
      ...(over.handler
        ? {
            handler: async (records: DynamoDBRecord[]) => {
              batches.push(names(records));
              return (await over.handler?.(records)) ?? { batchItemFailures: [] };
            },
          }
        : {}),
    });
    await consumer.caughtUp();
    return { batches, dead };
  }

  const skOf = (record: DynamoDBRecord) => readStreamRecord(record).key.sk;

  it('comes again from the first reported failure, and gives up that record alone', async () => {
    const handler = async (records: DynamoDBRecord[]) => {
      const failed = records.find((record) => skOf(record) === 'c');
      const itemIdentifier = failed?.dynamodb?.SequenceNumber ?? '';
      return { batchItemFailures: failed ? [{ itemIdentifier }] : [] };
    };
    const { batches, dead } = await consume({ handler });
    expect(batches).toEqual(['abcd', 'c', 'c', 'c', 'd']);
    expect(dead).toEqual(['c']);
  });

  it('halves a batch whose handler throws until the record that fails stands alone', async () => {
    const handler = async (records: DynamoDBRecord[]): Promise<void> => {
      if (records.some((record) => skOf(record) === 'b')) throw new Error('cannot read b');
    };
    const { batches, dead } = await consume({ handler });
    expect(batches).toEqual(['abcd', 'ab', 'a', 'bcd', 'bc', 'b', 'b', 'b', 'cd']);
    expect(dead).toEqual(['b']);
  });

  it('goes on as if nothing had been when a retry succeeds', async () => {
    let failures = 2;
    const handler = async (): Promise<void> => {
      failures -= 1;
      if (failures >= 0) throw new Error('database is busy');
    };
    const { batches, dead } = await consume({ handler }, ['a']);
    expect(batches).toEqual(['a', 'a', 'a']);
    expect(dead).toEqual([]);
  });

  it('drops nothing while dead letters cannot be kept', async () => {
    let refusals = 1;
    const kept: string[] = [];
    await consume(
      {
        handler: async (): Promise<void> => {
          throw new Error('always');
        },
        onDeadLetter: async (records) => {
          refusals -= 1;
          if (refusals >= 0) throw new Error('queue is away');
          kept.push(...records.map(skOf));
        },
      },
      ['a', 'b'],
    );
    expect(kept).toEqual(['a', 'b']);
  });

  it('stops while a record fails without giving it up, and has it again afterwards', async () => {
    const { local, put } = await open();
    await put('a');
    let tries = 0;
    const tried = Promise.withResolvers<void>();
    const consumer = await local.stream.subscribe({
      ...base,
      handler: async (): Promise<void> => {
        tries += 1;
        tried.resolve();
        throw new Error('not now');
      },
    });
    await tried.promise;
    await consumer.stop();
    const after = collector();
    const again = await local.stream.subscribe({ ...base, handler: after.handler });
    await again.caughtUp();
    expect(tries).toBeGreaterThan(0);
    expect(after.seen).toEqual(['a']);
  });

  it('refuses a second consumer of the same name while the first runs', async () => {
    const { local } = await open();
    const { handler } = collector();
    await local.stream.subscribe({ ...base, handler });
    await expect(local.stream.subscribe({ ...base, handler })).rejects.toThrow('running already');
  });

  it('forgets records after a day, but never one that a consumer still needs', async () => {
    const clock = fixedClock();
    const { local, put } = await open({ clock });
    const [quick, slow, late] = [collector(), collector(), collector()];
    const gone = await local.stream.subscribe({ ...base, consumer: 'slow', handler: slow.handler });
    await gone.stop();
    await put('a');
    const consumer = await local.stream.subscribe({ ...base, handler: quick.handler });
    await consumer.caughtUp();
    clock.advance(25 * 60 * 60 * 1000);
    await local.sweepExpired();
    const back = await local.stream.subscribe({ ...base, consumer: 'slow', handler: slow.handler });
    await back.caughtUp();
    expect(slow.seen).toEqual(['a']);
    await local.sweepExpired();
    const fresh = await local.stream.subscribe({ ...base, consumer: 'late', handler: late.handler });
    await fresh.caughtUp();
    expect(late.seen).toEqual([]);
  });

  it('removes expired rows with a record that names the service, and leaves the others', async () => {
    const clock = fixedClock('2026-03-02T01:00:00.000Z');
    const { local, dynamo } = await open({ clock });
    const now = Date.parse('2026-03-02T01:00:00.000Z') / 1000;
    const row = (sk: string, expiresAt?: unknown) =>
      dynamo.put({ table: 'lms', item: { pk: 'p', sk, ...(expiresAt === undefined ? {} : { expiresAt }) } });
    await row('over', now - 1);
    await row('renewed', now - 1);
    await row('renewed', now + 60);
    await row('later', now + 60);
    await row('never');
    await row('text', String(now - 1));
    await row('milliseconds', now * 1000);
    await row('ancient', now - 6 * 365 * 24 * 60 * 60);
    expect(await local.sweepExpired()).toBe(1);
    const left = await dynamo.query({ table: 'lms', partition: 'p' });
    const names = left.items.map(({ sk }) => sk);
    expect(names).toEqual(['ancient', 'later', 'milliseconds', 'never', 'renewed', 'text']);
    const expired: string[] = [];
    const consumer = await local.stream.subscribe({
      ...base,
      handler: async (records) => {
        const changes = records.map(readStreamRecord).filter((change) => change.expired);
        expired.push(...changes.map(({ key }) => key.sk));
      },
    });
    await consumer.caughtUp();
    expect(expired).toEqual(['over']);
  });
});
