import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { createS3ObjectStore } from '../objects/s3-object-store.ts';
import { startLocalQueues } from './queue/index.ts';
import { startLocalS3 } from './s3/index.ts';

const root = mkdtempSync(join(tmpdir(), 'sinau-crash-'));
const here = new URL('.', import.meta.url);
const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of the test' };

const children: ChildProcess[] = [];

afterAll(() => {
  // Also after a failure: a child that lives on would keep the test run from ending.
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

function run(program: string): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

function linesOf(child: ChildProcess) {
  if (!child.stdout) throw new Error('no output');
  return createInterface({ input: child.stdout });
}

it('queues: kill -9 loses no acknowledged message, and one in flight comes back with its count', {
  timeout: 90_000,
}, async () => {
  const dir = join(root, 'queues');
  const settings = { name: 'work', visibilityTimeoutSeconds: 600, maxReceiveCount: 3 };
  const acknowledged = new Set<string>();
  const counts: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const child = run(`
      import { SQSClient, SendMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
      import { startLocalQueues } from '${new URL('queue/index.ts', here)}';
      const queues = startLocalQueues({ dir: ${JSON.stringify(dir)}, queues: [${JSON.stringify(settings)}] });
      const client = new SQSClient(queues.clientConfig);
      const QueueUrl = queues.url('work');
      await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }));
      for (let n = 0; ; n += 1) {
        await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '${round}-' + n }));
        process.stdout.write('${round}-' + n + '\\n');
      }`);
    for await (const line of linesOf(child)) {
      acknowledged.add(line);
      if (acknowledged.size >= round * 100 && !child.killed) child.kill('SIGKILL');
    }
  }
  const queues = startLocalQueues({ dir, queues: [settings] });
  const found = new Set<string>();
  const drain = () =>
    queues.deliverOnce('work', async ({ Records }) => {
      for (const { body, attributes } of Records) {
        found.add(body);
        if (body === '1-0') counts.push(attributes.ApproximateReceiveCount);
      }
    });
  while ((await drain()) > 0);
  await queues.close();
  expect([...acknowledged].filter((message) => !found.has(message))).toEqual([]);
  // Received in rounds 2 and 3, and now.
  expect(counts).toEqual(['3']);
});

it('S3: kill -9 leaves every acknowledged object whole and no object half', { timeout: 90_000 }, async () => {
  const dir = join(root, 's3');
  const options = { dir, buckets: ['b'], ...credentials };
  const stored = new Map<string, Buffer>();
  const tried = new Map<string, Buffer>();
  for (let round = 1; round <= 3; round += 1) {
    const child = run(`
      import { startLocalS3 } from '${new URL('s3/index.ts', here)}';
      const s3 = await startLocalS3(${JSON.stringify(options)});
      process.stdout.write(s3.endpoint + '\\n');`);
    const [endpoint] = (await once(linesOf(child), 'line')) as [string];
    const store = createS3ObjectStore({
      client: { region: 'ap-southeast-3', endpoint, forcePathStyle: true, credentials },
      bucket: 'b',
      retry: { attempts: 1 },
    });
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const [key, body] = [`${round}/${writer}/${n}`, randomBytes(200_000)];
        tried.set(key, body);
        await store.put({ key, body });
        stored.set(key, body);
        if (stored.size === round * 60) child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(writers);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  const s3 = await startLocalS3(options);
  const store = createS3ObjectStore({
    client: { region: 'ap-southeast-3', endpoint: s3.endpoint, forcePathStyle: true, credentials },
    bucket: 'b',
  });
  const found = new Set<string>();
  for await (const { key } of store.list('')) {
    found.add(key);
    const bytes = await store.get(key);
    expect(bytes && tried.get(key)?.equals(bytes), key).toBe(true);
  }
  await s3.close();
  expect([...stored.keys()].filter((key) => !found.has(key))).toEqual([]);
  expect(readdirSync(join(dir, 'blobs'))).toHaveLength(found.size);
});
