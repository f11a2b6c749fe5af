import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { fixedClock } from '@sinau/kernel/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createS3Client, createS3ObjectStore } from '../../objects/s3-object-store.ts';
import { type LocalS3, startLocalS3 } from './start-local-s3.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of the test' };
const part = Buffer.alloc(5 * 2 ** 20, 1);
const key = 'uploads/p/job';
let dir: string;
let s3: LocalS3;

async function startAt(time = new Date()): Promise<void> {
  const clock = fixedClock(time.toISOString());
  s3 = await startLocalS3({ dir, buckets: ['b'], ...credentials, clock });
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sinau-parts-'));
  await startAt();
});
afterEach(async () => {
  await s3.close();
  await rm(dir, { recursive: true });
});

const client = () =>
  createS3Client({ region: 'x', endpoint: s3.endpoint, forcePathStyle: true, credentials });
const store = () => createS3ObjectStore({ client: client(), bucket: 'b' });
const files = () => readdir(join(dir, 'blobs'));

async function send(
  place: { key: string; uploadId: string },
  bytes: Buffer<ArrayBuffer>,
  sizeBytes = bytes.length,
) {
  const wanted = { ...place, partNumber: 1, sizeBytes, expiresInSeconds: 60 };
  const url = await store().inParts.presignPart(wanted);
  return fetch(url, { method: 'PUT', body: bytes });
}

describe('uploads in parts of the embedded S3', () => {
  it('A12: keep what has arrived over a restart, and end when nobody goes on for a week', async () => {
    const place = { key, uploadId: await store().inParts.start({ key, contentType: 'video/mp4' }) };
    expect((await send(place, part)).status).toBe(200);
    await s3.close();
    await startAt();
    expect(await store().inParts.listParts(place)).toMatchObject([{ partNumber: 1, sizeBytes: part.length }]);
    expect(await files()).toHaveLength(1);
    await s3.close();
    await startAt(new Date(Date.now() + 8 * 24 * 3_600_000));
    expect(await files()).toEqual([]);
    await s3.close();
    await startAt();
    expect(await store().inParts.listParts(place)).toBeUndefined();
  });

  it('take a part of the signed length only, and none of an upload that has ended', async () => {
    const place = { key, uploadId: await store().inParts.start({ key, contentType: 'video/mp4' }) };
    expect((await send(place, Buffer.from('four'), 5)).status).toBe(403);
    await store().inParts.abort(place);
    const late = await send(place, Buffer.from('four'));
    expect(late.status).toBe(404);
    expect(await late.text()).toContain('NoSuchUpload');
    expect(await files()).toEqual([]);
  });

  it('lets browsers of the portal read the entity tag of a part', async () => {
    const place = { key, uploadId: await store().inParts.start({ key, contentType: 'video/mp4' }) };
    const url = await store().inParts.presignPart({
      ...place,
      partNumber: 1,
      sizeBytes: 3,
      expiresInSeconds: 60,
    });
    const reply = await fetch(url, {
      method: 'PUT',
      body: 'abc',
      headers: { origin: 'https://portal.example' },
    });
    expect(reply.headers.get('access-control-expose-headers')).toContain('etag');
  });

  it('speak the protocol of the SDK: checksums, order of parts, smallest part', async () => {
    const s3Client = client();
    const at = { Bucket: 'b', Key: key };
    const { UploadId } = await s3Client.send(new CreateMultipartUploadCommand(at));
    const sendPart = async (PartNumber: number, Body: Buffer) =>
      (await s3Client.send(new UploadPartCommand({ ...at, UploadId, PartNumber, Body }))).ETag;
    const [first, second, third] = [
      await sendPart(1, part),
      await sendPart(2, part.subarray(0, 9)),
      await sendPart(3, part),
    ];
    const complete = (...Parts: { PartNumber: number; ETag: string | undefined }[]) =>
      s3Client.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }));
    const one = { PartNumber: 1, ETag: first };
    const three = { PartNumber: 3, ETag: third };
    await expect(complete(three, one)).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete(one, { PartNumber: 2, ETag: first })).rejects.toMatchObject({
      name: 'InvalidPart',
    });
    await expect(complete(one, { PartNumber: 2, ETag: second }, three)).rejects.toMatchObject({
      name: 'EntityTooSmall',
    });
    await complete(one, three);
    const { ContentLength } = await s3Client.send(new GetObjectCommand(at));
    expect(ContentLength).toBe(2 * part.length);
    expect(await files()).toHaveLength(1);
    await expect(sendPart(0, part)).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});
