import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal, ProviderId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { type LocalS3, startLocalS3 } from '@sinau/platform/local-aws';
import { createS3Client, createS3ObjectStore } from '@sinau/platform/objects';
import { withTables } from '@sinau/platform/testing';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCourseStore, createImportJobStore } from '../dynamo/index.ts';
import {
  createPartUpload,
  createUpload,
  getImportReport,
  getUpload,
  getVersionStructure,
  type JobId,
  publishCourse,
  runImport,
  signParts,
  startImport,
} from '../index.ts';
import { createContentRoom, createUploadRoom } from './index.ts';
import { createPackageOpener } from './package-reader.ts';

const provider = 'p1' as ProviderId;
const principal: Principal = {
  ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/write'] },
  tenant: { kind: 'provider', providerId: provider },
};
const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const structure = new TextEncoder().encode(
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="urn:c">${wording}</course>
<au id="urn:a" moveOn="Passed">${wording}<url>index.html</url></au></courseStructure>`,
);
/** Large enough to be streamed, and not to be deflated away. */
const film = Uint8Array.from({ length: 6 * 1024 * 1024 }, (_, n) => (n * 2654435761) >>> 24);
const packageBytes = () =>
  Buffer.from(
    zipSync({ 'cmi5.xml': structure, 'index.html': new Uint8Array([60]), 'film.bin': film }, { level: 0 }),
  );

withTables((_engine, tables) => {
  let folder: string;
  let s3: LocalS3;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-contract-'));
    s3 = await startLocalS3({ dir: join(folder, 's3'), buckets: ['uploads', 'content'], ...credentials });
  });
  afterEach(async () => {
    await s3.close();
    await rm(folder, { recursive: true });
  });

  function setup() {
    const { dynamo, lms: table } = tables();
    const client = createS3Client({
      ...{ region: 'ap-southeast-3', credentials, endpoint: s3.endpoint },
      forcePathStyle: true,
    });
    const uploads = createS3ObjectStore({ client, bucket: 'uploads' });
    const content = createS3ObjectStore({ client, bucket: 'content' });
    const sent: JobId[] = [];
    const deps = {
      courses: createCourseStore({ dynamo, table }),
      jobs: createImportJobStore({ dynamo, table }),
      uploads: createUploadRoom({ uploads }),
      content: createContentRoom({ content }),
      packages: createPackageOpener({ uploads, content, temporaryFolder: folder, maxPackageBytes: 2 ** 30 }),
      queue: { send: async ({ jobId }: { jobId: JobId }) => void sent.push(jobId) },
      ...{ clock: systemClock, ids: systemIds, digest: nodeDigest },
      ...{ allowedOrigins: [], activityBase: 'https://sinau.example/activities', maxPackageBytes: 2 ** 30 },
    };
    const keysOf = async (store: typeof content) => {
      const keys: string[] = [];
      for await (const { key } of store.list('')) keys.push(key);
      return keys;
    };
    return { deps, keysOf, uploads, content, sent };
  }

  async function uploadAndRun(given: ReturnType<typeof setup>, body: Buffer<ArrayBuffer>) {
    const { deps } = given;
    const request = { fileName: 'etika.zip', contentType: 'application/zip', sizeBytes: body.length };
    const { jobId, url } = await createUpload(deps, { principal, request });
    const put = await fetch(url, { method: 'PUT', body, headers: { 'content-type': 'application/zip' } });
    expect(put.status).toBe(200);
    await startImport(deps, { principal, jobId });
    expect(given.sent).toEqual([jobId]);
    const outcome = await runImport(deps, { jobId });
    return { outcome, job: await getImportReport(deps, { principal, jobId }) };
  }

  it('takes a package from presigned upload to a published course on real protocols', async () => {
    const given = setup();
    const { outcome, job } = await uploadAndRun(given, packageBytes());
    expect(outcome).toBe('passed');
    const courseId = job.result?.courseId;
    if (!courseId) throw new Error('no course');
    await publishCourse(given.deps, { principal, courseId, request: { jp: '4' } });
    const open = await getVersionStructure(given.deps, { courseId, version: 1 });
    expect(open?.structure.aus).toMatchObject([{ file: 'index.html', moveOn: 'Passed' }]);
    const key = `versions/${open?.version.originHash}/film.bin`;
    expect(Buffer.from((await given.content.get(key)) ?? []).equals(Buffer.from(film))).toBe(true);
    expect(await readdir(folder)).toEqual(['s3']);
  });

  it('A12: takes a package in parts that came over two connections, and keeps nothing of them', async () => {
    const given = setup();
    const { deps } = given;
    const body = Buffer.from(
      zipSync(
        { 'cmi5.xml': structure, 'index.html': new Uint8Array([60]), 'a.bin': film, 'b.bin': film },
        { level: 0 },
      ),
    );
    const request = { fileName: 'etika.zip', contentType: 'application/zip', sizeBytes: body.length };
    const { jobId, partSizeBytes, partCount } = await createPartUpload(deps, { principal, request });
    expect(partCount).toBe(2);
    const send = async (partNumber: number) => {
      const { urls } = await signParts(deps, { principal, jobId, partNumbers: [partNumber] });
      const part = body.subarray((partNumber - 1) * partSizeBytes, partNumber * partSizeBytes);
      const reply = await fetch(urls[0]?.url ?? '', { method: 'PUT', body: part });
      expect(reply.status).toBe(200);
      return { partNumber, etag: reply.headers.get('etag') ?? '' };
    };
    const second = await send(2);
    const { parts } = await getUpload(deps, { principal, jobId });
    expect(parts).toEqual([{ ...second, sizeBytes: body.length - partSizeBytes }]);
    await expect(startImport(deps, { principal, jobId })).rejects.toThrow('have not arrived: 1.');
    await startImport(deps, { principal, jobId, parts: [await send(1), second] });
    expect(await runImport(deps, { jobId })).toBe('passed');
    expect(await readdir(join(folder, 's3', 'blobs'))).toHaveLength(
      (await given.keysOf(given.content)).length + 1,
    );
  });

  it('A4: refuses a streamed file whose bytes are not the declared ones, and leaves nothing', async () => {
    const given = setup();
    const body = packageBytes();
    const last = body.lastIndexOf('PK\u0001\u0002');
    // Checksum of the last file in the directory.
    body.writeUInt32LE(7, last + 16);
    const { outcome, job } = await uploadAndRun(given, body);
    expect(outcome).toBe('refused');
    expect(job.report?.findings).toMatchObject([{ code: 'zip.checksum', file: 'film.bin' }]);
    expect(await given.keysOf(given.content)).toEqual([]);
    expect(await given.keysOf(given.uploads)).toEqual([]);
    expect(await readdir(folder)).toEqual(['s3']);
  });

  it('A12: of four workers at once one makes the version, and no file of another stays', async () => {
    const given = setup();
    const body = packageBytes();
    const request = { fileName: 'etika.zip', contentType: 'application/zip', sizeBytes: body.length };
    const { jobId, url } = await createUpload(given.deps, { principal, request });
    await fetch(url, { method: 'PUT', body, headers: { 'content-type': 'application/zip' } });
    await startImport(given.deps, { principal, jobId });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => runImport(given.deps, { jobId })));
    expect(outcomes.sort()).toEqual(['busy', 'busy', 'busy', 'passed']);
    expect(new Set((await given.keysOf(given.content)).map((key) => key.split('/')[1])).size).toBe(1);
  });
});
