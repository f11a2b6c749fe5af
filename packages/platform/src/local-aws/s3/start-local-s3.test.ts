import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { fixedClock } from '@sinau/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Client, createS3ObjectStore } from '../../objects/s3-object-store.ts';
import { crc32c } from './checksum.ts';
import { type LocalS3, startLocalS3 } from './start-local-s3.ts';

const dir = mkdtempSync(join(tmpdir(), 'sinau-s3-'));
const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of the test' };
const clock = fixedClock(new Date().toISOString());
const faults: unknown[] = [];
const options = {
  dir,
  buckets: ['b', 'other'],
  ...credentials,
  clock,
  onFault: (error: unknown) => faults.push(error),
};
let s3: LocalS3;

function clientWith(change: { accessKeyId?: string; secretAccessKey?: string } = {}) {
  return createS3Client({
    region: 'ap-southeast-3',
    endpoint: s3.endpoint,
    forcePathStyle: true,
    credentials: { ...credentials, ...change },
  });
}
const store = () => createS3ObjectStore({ client: clientWith(), bucket: 'b' });
const presign = (key: string, more: { contentType?: string; sizeBytes?: number } = {}) =>
  store().presignPut({ key, contentType: 'application/zip', sizeBytes: 5, expiresInSeconds: 60, ...more });

async function upload(url: string, body: string, headers: Record<string, string> = {}) {
  const reply = await fetch(url, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/zip', ...headers },
  });
  return { status: reply.status, text: await reply.text() };
}

beforeAll(async () => {
  s3 = await startLocalS3(options);
});
afterAll(async () => {
  await s3.close();
  rmSync(dir, { recursive: true });
  expect(faults).toEqual([]);
});

describe('signatures of the embedded S3', () => {
  it('lets a presigned PUT of the signed type and length in', async () => {
    expect(await upload(await presign('up.zip'), 'hello')).toMatchObject({ status: 200 });
    expect(await store().head('up.zip')).toMatchObject({ sizeBytes: 5, contentType: 'application/zip' });
  });

  it.each([
    ['another length', 'hello!', {}],
    ['a shorter body', 'hell', {}],
    ['another type', 'hello', { 'content-type': 'text/html' }],
    ['an unsigned header', 'hello', { 'x-amz-meta-a': 'b' }],
  ])('refuses a presigned PUT with %s', async (_what, body, headers) => {
    expect((await upload(await presign('refused.zip'), body, headers)).status).toBe(403);
    expect(await store().head('refused.zip')).toBeUndefined();
  });

  it('refuses a presigned PUT without a length', async () => {
    const url = await presign('chunked.zip');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const req = httpRequest(
        url,
        { method: 'PUT', headers: { 'content-type': 'application/zip' } },
        (res) => {
          res.resume();
          resolve(res.statusCode);
        },
      );
      req.on('error', reject);
      req.write('hel');
      req.end('lo');
    });
    expect(status).toBe(403);
  });

  it.each([
    ['the key', (url: string) => url.replace('signed.zip', 'sighed.zip')],
    ['the bucket', (url: string) => url.replace('/b/', '/other/')],
    ['the expiry', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')],
    ['the signed headers', (url: string) => url.replace('content-length%3B', '')],
    [
      'one digit of the signature',
      (url: string) => url.replace(/(Signature=)(.)/, (_, a, b) => a + (b === '0' ? '1' : '0')),
    ],
    ['the signature, cut', (url: string) => url.replace(/(Signature=[0-9a-f]{62})../, '$1')],
    ['an added parameter', (url: string) => `${url}&response-content-type=text/html`],
  ])('refuses a presigned URL after a change of %s', async (_what, change) => {
    const url = change(await presign('signed.zip'));
    expect((await upload(url, 'hello')).status).toBe(403);
  });

  it('refuses a presigned PUT used for GET', async () => {
    const reply = await fetch(await presign('up.zip'));
    expect(reply.status).toBe(403);
  });

  it('refuses an expired URL and one signed for the future', async () => {
    const url = await store().presignGet({ key: 'up.zip', expiresInSeconds: 60 });
    expect((await fetch(url)).status).toBe(200);
    clock.advance(62_000);
    const reply = await fetch(url);
    expect([reply.status, await reply.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    clock.advance(-62_000 - 16 * 60_000);
    expect((await fetch(url)).status).toBe(403);
    clock.advance(16 * 60_000);
  });

  it('refuses unsigned requests, foreign keys and wrong secrets', async () => {
    expect((await fetch(`${s3.endpoint}/b/up.zip`)).status).toBe(403);
    expect((await fetch(`${s3.endpoint}/b?list-type=2`)).status).toBe(403);
    const get = new GetObjectCommand({ Bucket: 'b', Key: 'up.zip' });
    await expect(clientWith({ accessKeyId: 'stranger' }).send(get)).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    });
    await expect(clientWith({ secretAccessKey: 'guess' }).send(get)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });

  it('refuses a header signature older than fifteen minutes', async () => {
    clock.advance(16 * 60_000);
    await expect(
      clientWith().send(new GetObjectCommand({ Bucket: 'b', Key: 'up.zip' })),
    ).rejects.toMatchObject({
      name: 'RequestTimeTooSkewed',
    });
    clock.advance(-16 * 60_000);
  });
});

describe('objects of the embedded S3', () => {
  it('refuses a body that is not the one whose checksum was sent, and keeps nothing of it', async () => {
    const url = await getSignedUrl(
      clientWith(),
      new PutObjectCommand({ Bucket: 'b', Key: 'sum', ChecksumCRC32: 'AAAAAA==' }),
      { expiresIn: 60 },
    );
    const before = readdirSync(join(dir, 'blobs')).length;
    expect(await upload(url, 'hello')).toMatchObject({
      status: 400,
      text: expect.stringContaining('BadDigest'),
    });
    expect(await store().head('sum')).toBeUndefined();
    expect(readdirSync(join(dir, 'blobs'))).toHaveLength(before);
  });

  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
    'checks %s of whole bodies and of trailers',
    async (algorithm) => {
      const { Readable } = await import('node:stream');
      const put = { Bucket: 'b', Key: `sum-${algorithm}`, ChecksumAlgorithm: algorithm };
      await clientWith().send(new PutObjectCommand({ ...put, Body: 'hello' }));
      await clientWith().send(
        new PutObjectCommand({ ...put, Body: Readable.from([Buffer.from('hello')]), ContentLength: 5 }),
      );
      expect(await store().head(put.Key)).toMatchObject({ sizeBytes: 5 });
    },
  );

  it('refuses a body that was changed after the request was signed', async () => {
    const client = clientWith();
    client.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { body: Buffer.from('jello') });
        return next(args);
      },
      { step: 'deserialize', priority: 'low' },
    );
    const put = client.send(new PutObjectCommand({ Bucket: 'b', Key: 'changed', Body: 'hello' }));
    await expect(put).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
    expect(await store().head('changed')).toBeUndefined();
  });

  it('computes CRC-32C as RFC 3720 does', () => {
    expect(crc32c(Buffer.alloc(32)).toString(16)).toBe('8a9136aa');
    expect(crc32c(Buffer.from('123456789')).toString(16)).toBe('e3069283');
  });

  it('keeps metadata and content headers, and lets a signed GET override them', async () => {
    const client = clientWith();
    await client.send(
      new PutObjectCommand({
        Bucket: 'b',
        Key: 'meta',
        Body: 'x',
        ContentType: 'text/plain',
        CacheControl: 'max-age=60',
        ContentEncoding: 'gzip',
        Metadata: { colour: 'merah' },
      }),
    );
    expect(await client.send(new HeadObjectCommand({ Bucket: 'b', Key: 'meta' }))).toMatchObject({
      ContentType: 'text/plain',
      CacheControl: 'max-age=60',
      ContentEncoding: 'gzip',
      Metadata: { colour: 'merah' },
      ContentLength: 1,
    });
    const url = await store().presignGet({ key: 'meta', expiresInSeconds: 9, fileName: 'x.txt' });
    const { headers } = await fetch(url, { method: 'GET' });
    expect(headers.get('content-disposition')).toContain('x.txt');
  });

  it('answers 304 to a known entity tag, 416 beyond the end and a suffix range', async () => {
    await store().put({ key: 'digits', body: '0123456789' });
    const url = await store().presignGet({ key: 'digits', expiresInSeconds: 60 });
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-match': '"other"' } })).status).toBe(412);
    expect((await fetch(url, { headers: { range: 'bytes=10-' } })).status).toBe(416);
    const tail = await fetch(url, { headers: { range: 'bytes=-3' } });
    expect([tail.status, tail.headers.get('content-range'), await tail.text()]).toEqual([
      206,
      'bytes 7-9/10',
      '789',
    ]);
  });

  it('copies within and across buckets', async () => {
    const client = clientWith();
    await store().put({ key: 'source é+', body: 'copied', contentType: 'text/plain' });
    await client.send(
      new CopyObjectCommand({
        Bucket: 'other',
        Key: 'twin',
        CopySource: `b/${encodeURIComponent('source é+')}`,
      }),
    );
    const twin = await client.send(new GetObjectCommand({ Bucket: 'other', Key: 'twin' }));
    expect([await twin.Body?.transformToString(), twin.ContentType]).toEqual(['copied', 'text/plain']);
  });

  it('lists folders by delimiter and pages through them', async () => {
    const client = clientWith();
    for (const key of ['l/a', 'l/b/1', 'l/b/2', 'l/c', 'l/d/1']) await store().put({ key, body: '' });
    const input = { Bucket: 'b', Prefix: 'l/', Delimiter: '/', MaxKeys: 2 };
    const first = await client.send(new ListObjectsV2Command(input));
    expect([first.Contents?.map(({ Key }) => Key), first.CommonPrefixes, first.IsTruncated]).toEqual([
      ['l/a'],
      [{ Prefix: 'l/b/' }],
      true,
    ]);
    const token = first.NextContinuationToken ?? '';
    const second = await client.send(new ListObjectsV2Command({ ...input, ContinuationToken: token }));
    expect([second.Contents?.map(({ Key }) => Key), second.CommonPrefixes, second.IsTruncated]).toEqual([
      ['l/c'],
      [{ Prefix: 'l/d/' }],
      false,
    ]);
  });

  it('refuses what it does not implement instead of half doing it', async () => {
    const url = await getSignedUrl(
      clientWith(),
      new GetObjectCommand({ Bucket: 'b', Key: 'k', VersionId: 'v' }),
    );
    expect((await fetch(url)).status).toBe(501);
    await expect(
      clientWith().send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'x', IfMatch: '*' })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  it('says that a bucket is not there', async () => {
    await expect(
      clientWith().send(new PutObjectCommand({ Bucket: 'absent', Key: 'k', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('keeps nothing of an upload whose client hangs up', async () => {
    const before = readdirSync(join(dir, 'blobs')).length;
    const url = new URL(await presign('cut.zip', { sizeBytes: 1_000_000 }));
    await new Promise<void>((resolve) => {
      const socket = createConnection(s3.port, '127.0.0.1', () => {
        socket.write(
          `PUT ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: application/zip\r\ncontent-length: 1000000\r\n\r\nsome bytes`,
        );
        setTimeout(() => socket.destroy(), 50);
      });
      socket.on('close', () => resolve());
    });
    await expect.poll(() => readdirSync(join(dir, 'blobs')).length).toBe(before);
    expect(await store().head('cut.zip')).toBeUndefined();
  });

  it('survives hostile request lines', async () => {
    for (const line of [
      'GET /b/%ff HTTP/1.1',
      'GET /b/k?a=%E0%A4%A HTTP/1.1',
      'GET * HTTP/1.1',
      'GET /?X-Amz-Signature HTTP/1.1',
    ]) {
      const status = await new Promise<string>((resolve) => {
        const socket = createConnection(s3.port, '127.0.0.1', () =>
          socket.end(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`),
        );
        socket.once('data', (data) => resolve(data.toString('latin1', 9, 12)));
      });
      expect(['400', '403']).toContain(status);
    }
  });
});

describe('browser uploads', () => {
  it('answers the preflight and marks the answer for the page', async () => {
    const url = await presign('cors.zip');
    const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'PUT' };
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-headers': 'content-type' },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    const put = await fetch(url, {
      method: 'PUT',
      body: 'hello',
      headers: { origin: headers.origin, 'content-type': 'application/zip' },
    });
    expect([put.status, put.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  it('keeps other origins out when origins are given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sinau-s3-'));
    const strict = await startLocalS3({ ...options, dir: folder, corsOrigins: ['http://localhost:3000'] });
    const ask = (origin: string) =>
      fetch(`${strict.endpoint}/b/k`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      });
    expect((await ask('http://localhost:3000')).headers.get('access-control-allow-origin')).toBe(
      'http://localhost:3000',
    );
    expect((await ask('http://localhost:30001')).status).toBe(403);
    expect((await ask('null')).status).toBe(403);
    await strict.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the folder of the embedded S3', () => {
  it('keeps objects over a restart, sweeps files without a row and refuses a second process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sinau-s3-'));
    const first = await startLocalS3({ ...options, dir: folder });
    const at = (endpoint: string) =>
      createS3ObjectStore({
        client: { region: 'ap-southeast-3', endpoint, forcePathStyle: true, credentials },
        bucket: 'b',
      });
    await at(first.endpoint).put({ key: 'kept', body: 'yes' });
    await expect(startLocalS3({ ...options, dir: folder })).rejects.toThrow('in use by another');
    await first.close();
    writeFileSync(join(folder, 'blobs', 'orphan'), 'half a body');
    const second = await startLocalS3({ ...options, dir: folder });
    expect(Buffer.from((await at(second.endpoint).get('kept')) ?? '').toString()).toBe('yes');
    expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
