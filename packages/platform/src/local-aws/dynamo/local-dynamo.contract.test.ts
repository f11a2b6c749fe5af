import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { fixedClock } from '@sinau/kernel/testing';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type CapacityReport,
  createDynamo,
  createTables,
  type Dynamo,
  type Item,
  readStreamRecord,
} from '../../dynamo/index.ts';
import { type LocalDynamo, startLocalDynamo } from './index.ts';

const region = 'ap-southeast-3';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const opened: LocalDynamo[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const local of opened.splice(0)) await local.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function open(options: Parameters<typeof startLocalDynamo>[0] = {}) {
  const local = await startLocalDynamo(options);
  opened.push(local);
  const connection = { region, credentials, requestHandler: local.requestHandler };
  await createTables(connection, { lms: 'lms', lrs: 'lrs' });
  return { local, connection, dynamo: createDynamo(connection) };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-dynamo-'));
  folders.push(folder);
  return folder;
}

async function everything(dynamo: Dynamo, partition: string, index?: 'gsi1'): Promise<readonly Item[]> {
  const items: Item[] = [];
  let startAfter: Readonly<Record<string, unknown>> | undefined;
  do {
    const place = { ...(startAfter && { startAfter }), ...(index && { index }) };
    const page = await dynamo.query({ table: 'lms', partition, ...place });
    items.push(...page.items);
    startAfter = page.last;
  } while (startAfter);
  return items;
}

/** Writes pairs of rows in transactions, thirty at a time, and prints the number of each that was acknowledged. */
const writer = (folder: string, run: number) => `
  import { appendFileSync } from 'node:fs';
  const { startLocalDynamo } = await import('${new URL('./index.ts', import.meta.url)}');
  const { createDynamo, createTables, readStreamRecord } = await import('${new URL('../../dynamo/index.ts', import.meta.url)}');
  const local = await startLocalDynamo({ dir: '${folder}/db' });
  const connection = { region: '${region}', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler: local.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const dynamo = createDynamo(connection);
  await local.stream.subscribe({ table: 'lms', consumer: 'c', startFrom: 'TRIM_HORIZON', batchSize: 7, handler: async (records) => {
    appendFileSync('${folder}/handled', records.map((record) => readStreamRecord(record).key.pk + '/' + readStreamRecord(record).key.sk + '\\n').join(''));
  } });
  let next = 0;
  async function lane() {
    for (;;) {
      const sk = '${run}-' + next++;
      const put = (pk) => ({ kind: 'put', table: 'lms', item: { pk, sk, gsi1pk: 'both', gsi1sk: sk + pk, body: 'x'.repeat(700) } });
      await dynamo.transactWrite([put('left'), put('right')]);
      process.stdout.write(sk + '\\n');
    }
  }
  await Promise.all(Array.from({ length: 30 }, lane));
`;

async function writeUntilKilled(folder: string, run: number): Promise<readonly string[]> {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', writer(folder, run)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (data) => {
    complaints += data;
  });
  const ended = once(child, 'exit');
  const acknowledged: string[] = [];
  if (!child.stdout) throw new Error('no output of the writer');
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 150 + run * 37) child.kill('SIGKILL');
  }
  expect(complaints.replaceAll(/^.*Warning.*$/gm, '').trim()).toBe('');
  expect(await ended).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

describe('the embedded DynamoDB', () => {
  it('killed under load keeps what it acknowledged, tears no transaction and loses no stream record', async () => {
    const folder = await newFolder();
    const acknowledged: string[] = [];
    for (let run = 0; run < 3; run += 1) acknowledged.push(...(await writeUntilKilled(folder, run)));
    const { local, dynamo } = await open({ dir: join(folder, 'db') });
    const left = await everything(dynamo, 'left');
    const right = await everything(dynamo, 'right');
    const both = await everything(dynamo, 'both', 'gsi1');
    const names = left.map(({ sk }) => sk);
    expect(right.map(({ sk }) => sk)).toEqual(names);
    expect(both).toHaveLength(left.length + right.length);
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([]);
    const consumer = await local.stream.subscribe({
      table: 'lms',
      consumer: 'c',
      startFrom: 'TRIM_HORIZON',
      handler: async (records) => {
        const lines = records
          .map((record) => readStreamRecord(record).key)
          .map(({ pk, sk }) => `${pk}/${sk}\n`);
        await appendFile(join(folder, 'handled'), lines.join(''));
      },
    });
    await consumer.caughtUp();
    const handled = new Set((await readFile(join(folder, 'handled'), 'utf8')).trim().split('\n'));
    expect(handled.size).toBe(left.length + right.length);
  }, 60_000);

  it('answers other processes on 127.0.0.1 as it answers its own', async () => {
    const { local, dynamo } = await open();
    const endpoint = await local.listen();
    expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const remote = createDynamo({ region, credentials, endpoint });
    await remote.put({ table: 'lms', item: { pk: 'p', sk: 's', body: new Uint8Array([0, 255]) } as Item });
    const key = { pk: 'p', sk: 's' };
    expect(await dynamo.get({ table: 'lms', key })).toEqual({ ...key, body: new Uint8Array([0, 255]) });
    expect(await remote.get({ table: 'lms', key })).toEqual({ ...key, body: new Uint8Array([0, 255]) });
    const twice = { table: 'lms', item: key, condition: { expression: 'attribute_not_exists(pk)' } };
    expect(await remote.put(twice)).toMatchObject({ outcome: 'condition-failed', item: key });
    for (const [init, status] of [
      [{ method: 'GET' }, 404],
      [{ method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' }, body: '{' }, 400],
      [{ method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.ExportTable' }, body: '{}' }, 400],
    ] as const) {
      expect((await fetch(endpoint, init)).status).toBe(status);
    }
  });

  it('says in one line that another engine has the folder', async () => {
    const dir = await newFolder();
    await open({ dir });
    await expect(startLocalDynamo({ dir })).rejects.toThrow(`${dir} is in use by another running process`);
  });

  it('has tables and rows again after a restart, and a table made anew begins empty', async () => {
    const dir = await newFolder();
    const first = await open({ dir });
    await first.dynamo.put({ table: 'lms', item: { pk: 'p', sk: 's' } });
    await first.local.close();
    opened.length = 0;
    const second = await open({ dir });
    expect(await second.dynamo.get({ table: 'lms', key: { pk: 'p', sk: 's' } })).toEqual({
      pk: 'p',
      sk: 's',
    });
    const client = new DynamoDBClient(second.connection);
    await client.send(new DeleteTableCommand({ TableName: 'lms' }));
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual(['lrs']);
    await createTables(second.connection, { lms: 'lms' });
    expect(await second.dynamo.query({ table: 'lms', partition: 'p' })).toEqual({ items: [] });
  });

  it('remembers the token of a transaction for ten minutes, also over a restart', async () => {
    const clock = fixedClock();
    const dir = await newFolder();
    const count = { kind: 'update', table: 'lms', key: { pk: 'p', sk: 's' }, update: 'ADD n :v' } as const;
    const counted = [{ ...count, values: { ':v': 1 } }];
    const n = async (dynamo: Dynamo) => (await dynamo.get({ table: 'lms', key: count.key }))?.n;
    const first = await open({ dir, clock });
    await first.dynamo.transactWrite(counted, { token: 'once' });
    await first.local.close();
    opened.length = 0;
    const { local, dynamo } = await open({ dir, clock });
    clock.advance(9 * 60_000);
    await local.sweepExpired();
    await dynamo.transactWrite(counted, { token: 'once' });
    expect(await n(dynamo)).toBe(1);
    clock.advance(2 * 60_000);
    await local.sweepExpired();
    await dynamo.transactWrite(counted, { token: 'once' });
    expect(await n(dynamo)).toBe(2);
  });

  it('counts a transaction as AWS does: twice the units of each row, checks included', async () => {
    const { connection, dynamo } = await open();
    await dynamo.put({ table: 'lms', item: { pk: 'p', sk: 'checked' } });
    const reports: CapacityReport[] = [];
    const measuring = createDynamo({ ...connection, onCapacity: (report) => reports.push(report) });
    await measuring.transactWrite([
      { kind: 'put', table: 'lms', item: { pk: 'p', sk: 'a', gsi1pk: 'g', gsi1sk: 'a' } as Item },
      { kind: 'put', table: 'lms', item: { pk: 'p', sk: 'b', body: 'x'.repeat(1500) } as Item },
      {
        kind: 'check',
        table: 'lms',
        key: { pk: 'p', sk: 'checked' },
        condition: { expression: 'attribute_exists(pk)' },
      },
      { kind: 'put', table: 'lrs', item: { pk: 'p', sk: 'c' } },
    ]);
    expect(reports).toEqual([
      { operation: 'transactWrite', table: 'lms', readUnits: 0, writeUnits: 10, indexes: { gsi1: 2 } },
      { operation: 'transactWrite', table: 'lrs', readUnits: 0, writeUnits: 2, indexes: {} },
    ]);
  });

  it('names the row and the reason of an impossible write in a transaction', async () => {
    const { connection, dynamo } = await open();
    await dynamo.put({ table: 'lms', item: { pk: 'p', sk: 'text', n: 'x' } as Item });
    const client = new DynamoDBClient(connection);
    const TransactItems = [
      { Put: { TableName: 'lms', Item: { pk: { S: 'p' }, sk: { S: 'new' } } } },
      {
        Update: {
          TableName: 'lms',
          Key: { pk: { S: 'p' }, sk: { S: 'text' } },
          UpdateExpression: 'ADD n :v',
          ExpressionAttributeValues: { ':v': { N: '1' } },
        },
      },
    ];
    await expect(client.send(new TransactWriteItemsCommand({ TransactItems }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ValidationError',
          Message: 'An operand in the update expression has an incorrect data type',
        },
      ],
    });
    expect(await dynamo.get({ table: 'lms', key: { pk: 'p', sk: 'new' } })).toBeUndefined();
  });

  it('finishes what was handed in before it closes', async () => {
    const dir = await newFolder();
    const { local, dynamo } = await open({ dir });
    const writes = Array.from({ length: 100 }, (_, n) =>
      dynamo.put({ table: 'lms', item: { pk: 'p', sk: `s${n}` } }),
    );
    await writes[0];
    await local.close();
    opened.length = 0;
    const kept = (await Promise.allSettled(writes)).filter(({ status }) => status === 'fulfilled').length;
    const again = await open({ dir });
    const rows = await everything(again.dynamo, 'p');
    expect(rows.length).toBeGreaterThanOrEqual(kept);
    expect(kept).toBeGreaterThan(0);
  });
});
