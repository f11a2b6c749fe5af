import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { callAws, type RetryPolicy } from '../retry/call-aws.ts';
import type { ObjectInfo, ObjectStore } from './object-store.ts';
import { presignGet, presignPut } from './presign.ts';
import { s3UploadsInParts } from './s3-uploads-in-parts.ts';
import { sendStream } from './send-stream.ts';

export interface S3ObjectStoreOptions {
  readonly client: S3Client | S3ClientConfig;
  readonly bucket: string;
  readonly retry?: Partial<RetryPolicy>;
}

interface Door {
  readonly client: S3Client;
  readonly bucket: string;
  readonly call: <Result>(call: () => Promise<Result>, policy?: Partial<RetryPolicy>) => Promise<Result>;
}

/** A client with time-outs of its own and without retries, which `callAws` does. */
export function createS3Client(options: S3ClientConfig): S3Client {
  return new S3Client({
    maxAttempts: 1,
    // Idle time, not whole time: a large object may take minutes as long as bytes flow.
    requestHandler: { connectionTimeout: 2_000, socketTimeout: 30_000 },
    ...options,
  });
}

export function createS3ObjectStore(options: S3ObjectStoreOptions): ObjectStore {
  const { client, bucket, retry } = options;
  const door: Door = {
    client: 'send' in client ? client : createS3Client(client),
    bucket,
    call: (call, policy) => callAws('The object store', call, { ...retry, ...policy }),
  };
  return {
    put: (input) => put(door, input),
    get: (key) => get(door, key),
    read: (key, range) => read(door, key, range),
    head: (key) => head(door, key),
    delete: async (key) => {
      await door.call(() => door.client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
    },
    deletePrefix: (prefix) => deletePrefix(door, prefix),
    list: (prefix) => list(door, prefix),
    presignPut: (input) => presignPut(door, input),
    presignGet: (input) => presignGet(door, input),
    inParts: s3UploadsInParts(door),
  };
}

async function put(door: Door, input: Parameters<ObjectStore['put']>[0]): ReturnType<ObjectStore['put']> {
  const { key, body, sizeBytes, contentType, cacheControl, ifAbsent, ifMatch } = input;
  const length = body instanceof Readable ? sizeBytes : Buffer.byteLength(body);
  if (length === undefined) throw new TypeError('a stream needs its size');
  const command = (Body: Uint8Array | string | Readable) =>
    new PutObjectCommand({
      Bucket: door.bucket,
      Key: key,
      Body,
      ContentLength: length,
      ...(contentType !== undefined && { ContentType: contentType }),
      ...(cacheControl !== undefined && { CacheControl: cacheControl }),
      ...(ifAbsent && { IfNoneMatch: '*' }),
      ...(ifMatch !== undefined && { IfMatch: ifMatch }),
    });
  try {
    if (body instanceof Readable) {
      await sendStream(body, (Body, abortSignal) =>
        door.call(() => door.client.send(command(Body), { abortSignal }), { attempts: 1 }),
      );
    } else {
      await door.call(() => door.client.send(command(body)));
    }
    return 'stored';
  } catch (error) {
    // NOTE: after a try that timed out but was stored, the object that exists is the caller's own.
    if (ifAbsent && statusOf(error) === 412) return 'exists';
    // 404: it was deleted meanwhile.
    if (ifMatch !== undefined && [404, 412].includes(statusOf(error) ?? 0)) return 'changed';
    throw error;
  }
}

async function get(door: Door, key: string): Promise<Uint8Array | undefined> {
  return orAbsent(() =>
    // The body belongs to the try: a connection cut while reading it is tried again too.
    door.call(async () => {
      const reply = await door.client.send(new GetObjectCommand({ Bucket: door.bucket, Key: key }));
      return reply.Body ? reply.Body.transformToByteArray() : new Uint8Array();
    }),
  );
}

async function read(
  door: Door,
  key: string,
  range?: { readonly first: number; readonly last: number },
): Promise<{ info: ObjectInfo; body: Readable } | undefined> {
  return orAbsent(async () => {
    const reply = await door.call(() =>
      door.client.send(
        new GetObjectCommand({
          Bucket: door.bucket,
          Key: key,
          ...(range && { Range: `bytes=${range.first}-${range.last}` }),
        }),
      ),
    );
    const whole = /\/(\d+)$/.exec(reply.ContentRange ?? '')?.[1];
    const sizeBytes = whole === undefined ? (reply.ContentLength ?? 0) : Number(whole);
    const body = reply.Body instanceof Readable ? reply.Body : Readable.from([]);
    return { info: infoOf(key, { ...reply, ContentLength: sizeBytes }), body };
  });
}

async function head(door: Door, key: string): Promise<ObjectInfo | undefined> {
  return orAbsent(async () =>
    infoOf(
      key,
      await door.call(() => door.client.send(new HeadObjectCommand({ Bucket: door.bucket, Key: key }))),
    ),
  );
}

async function* list(door: Door, prefix: string): AsyncGenerator<ObjectInfo> {
  let token: string | undefined;
  do {
    const page = await door.call(() =>
      door.client.send(
        new ListObjectsV2Command({
          Bucket: door.bucket,
          Prefix: prefix,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      ),
    );
    for (const entry of page.Contents ?? []) {
      yield { key: entry.Key ?? '', sizeBytes: entry.Size ?? 0, etag: entry.ETag ?? '' };
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

async function deletePrefix(door: Door, prefix: string): Promise<void> {
  let keys: string[] = [];
  const flush = async () => {
    if (keys.length === 0) return;
    const Objects = keys.map((Key) => ({ Key }));
    keys = [];
    await door.call(async () => {
      const reply = await door.client.send(
        new DeleteObjectsCommand({ Bucket: door.bucket, Delete: { Objects, Quiet: true } }),
      );
      const failed = reply.Errors?.[0];
      if (failed) throw Object.assign(new Error(failed.Message), { name: failed.Code ?? 'DeleteFailed' });
    });
  };
  for await (const { key } of list(door, prefix)) {
    keys.push(key);
    if (keys.length === 1_000) await flush();
  }
  await flush();
}

async function orAbsent<Result>(find: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await find();
  } catch (error) {
    const absent = error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
    if (absent) return undefined;
    throw error;
  }
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function infoOf(
  key: string,
  reply: {
    readonly ContentLength?: number | undefined;
    readonly ETag?: string | undefined;
    readonly ContentType?: string | undefined;
  },
): ObjectInfo {
  return {
    key,
    sizeBytes: reply.ContentLength ?? 0,
    etag: reply.ETag ?? '',
    ...(reply.ContentType !== undefined && { contentType: reply.ContentType }),
  };
}
