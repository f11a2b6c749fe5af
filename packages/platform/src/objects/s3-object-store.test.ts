import { type AddressInfo, createServer } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Unavailable } from '@sinau/kernel';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createS3ObjectStore } from './s3-object-store.ts';

const client = new S3Client({
  region: 'ap-southeast-3',
  endpoint: 'http://127.0.0.1:1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
});
const aws = mockClient(client);
let pauses: number[] = [];
const store = createS3ObjectStore({
  client,
  bucket: 'b',
  retry: { attempts: 3, random: () => 0.999, sleep: async (ms) => pauses.push(ms) },
});

function fault(name: string, status: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status } });
}

beforeEach(() => {
  aws.reset();
  pauses = [];
});

describe('S3 object store under faults', () => {
  it('tries a throttled call again with growing pauses', async () => {
    aws
      .on(PutObjectCommand)
      .rejectsOnce(fault('SlowDown', 503))
      .rejectsOnce(fault('TimeoutError', 0))
      .resolves({});
    expect(await store.put({ key: 'k', body: 'x' })).toBe('stored');
    expect(pauses).toEqual([49, 99]);
  });

  it('gives up after the bounded number of tries', async () => {
    aws.on(GetObjectCommand).rejects(fault('InternalError', 500));
    await expect(store.get('k')).rejects.toThrow(Unavailable);
    expect(aws.commandCalls(GetObjectCommand)).toHaveLength(3);
  });

  it('never tries a refusal again', async () => {
    aws.on(PutObjectCommand).rejects(fault('AccessDenied', 403));
    await expect(store.put({ key: 'k', body: 'x' })).rejects.toThrow('AccessDenied');
    expect(aws.commandCalls(PutObjectCommand)).toHaveLength(1);
  });

  it('tries a conditional write again when S3 asks for it, and reports a lost one', async () => {
    aws.on(PutObjectCommand).rejectsOnce(fault('ConditionalRequestConflict', 409)).resolves({});
    expect(await store.put({ key: 'k', body: 'x', ifAbsent: true })).toBe('stored');
    aws.on(PutObjectCommand).rejects(fault('PreconditionFailed', 412));
    expect(await store.put({ key: 'k', body: 'x', ifAbsent: true })).toBe('exists');
  });

  it('sends a stream once and destroys it when the store does not answer', async () => {
    aws.on(PutObjectCommand).rejects(fault('SlowDown', 503));
    const body = new PassThrough();
    await expect(store.put({ key: 'k', body, sizeBytes: 5 })).rejects.toThrow(Unavailable);
    expect(aws.commandCalls(PutObjectCommand)).toHaveLength(1);
    expect(body.destroyed).toBe(true);
  });

  it('refuses a stream of unknown size', async () => {
    await expect(store.put({ key: 'k', body: Readable.from(['x']) })).rejects.toThrow(TypeError);
  });

  it('tries one page of a listing again without repeating the pages before', async () => {
    aws
      .on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [{ Key: 'a' }], IsTruncated: true, NextContinuationToken: 't' })
      .rejectsOnce(fault('SlowDown', 503))
      .resolvesOnce({ Contents: [{ Key: 'b' }] });
    const keys: string[] = [];
    for await (const { key } of store.list('')) keys.push(key);
    expect(keys).toEqual(['a', 'b']);
    expect(aws.commandCalls(ListObjectsV2Command)[2]?.args[0].input.ContinuationToken).toBe('t');
  });
});

it('gives up on a store that takes the connection and never answers', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
  const { port } = silent.address() as AddressInfo;
  const dead = createS3ObjectStore({
    client: {
      region: 'ap-southeast-3',
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      requestHandler: { socketTimeout: 100 },
    },
    bucket: 'b',
    retry: { attempts: 2, sleep: async () => undefined },
  });
  await expect(dead.head('k')).rejects.toThrow(Unavailable);
  silent.close();
});

describe('presigned URLs', () => {
  it('sign content type and length, and no checksum of the body that is not there yet', async () => {
    const url = new URL(
      await store.presignPut({
        key: 'k',
        contentType: 'application/zip',
        sizeBytes: 7,
        expiresInSeconds: 60,
      }),
    );
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    expect([...url.searchParams.keys()].filter((name) => name.includes('checksum'))).toEqual([]);
  });

  it('name the download without letting the name into the header syntax', async () => {
    const url = new URL(
      await store.presignGet({ key: 'k', expiresInSeconds: 60, fileName: 'a"\r\nx: y/é.zip' }),
    );
    expect(url.searchParams.get('response-content-disposition')).toBe(
      'attachment; filename="a___x: y__.zip"; filename*=UTF-8\'\'a___x%3A%20y_%C3%A9.zip',
    );
  });
});
