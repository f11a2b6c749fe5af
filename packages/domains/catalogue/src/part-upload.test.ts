import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createMemoryObjectStore, putMemoryPart } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createUploadRoom } from './adapters/index.ts';
import {
  cancelUpload,
  createPartUpload,
  createUpload,
  getImportReport,
  getUpload,
  type JobId,
  signParts,
  startImport,
} from './index.ts';
import { memoryCatalogue } from './testing/index.ts';

const author = (provider: string): Principal => ({
  ...{ kind: 'client', clientId: provider, name: provider, scopes: ['courses/write'] },
  tenant: { kind: 'provider', providerId: provider as ProviderId },
});
const principal = author('p1');
const partBytes = 8 * 1024 * 1024;
const sizeBytes = 2 * partBytes + 5;
const bytesOf = (partNumber: number, fill = partNumber) =>
  Buffer.alloc(partNumber === 3 ? 5 : partBytes, fill);

async function setup() {
  const store = createMemoryObjectStore();
  const uploads = createUploadRoom({ uploads: store });
  const sent: JobId[] = [];
  const deps = {
    ...memoryCatalogue(),
    ...{ clock: fixedClock(), ids: countedIds(), maxPackageBytes: 2 ** 30, uploads },
    queue: { send: async ({ jobId }: { jobId: JobId }) => void sent.push(jobId) },
  };
  const request = { fileName: 'film.mp4', contentType: 'video/mp4', sizeBytes, inParts: true };
  const ticket = await createPartUpload(deps, { principal, request });
  const own = { principal, jobId: ticket.jobId };
  const send = async (partNumber: number, bytes = bytesOf(partNumber)) => {
    const { urls } = await signParts(deps, { ...own, partNumbers: [partNumber] });
    const etag = putMemoryPart(urls[0]?.url ?? '', bytes);
    return { partNumber, etag };
  };
  const arrived = async () => (await getUpload(deps, own)).parts.map(({ partNumber }) => partNumber);
  const job = () => deps.jobs.find(ticket.jobId);
  return { deps, store, sent, ticket, own, send, arrived, job };
}

describe('an upload in parts', () => {
  it('says how many parts there are and what each takes', async () => {
    const { deps, own, ticket } = await setup();
    expect(ticket).toMatchObject({ partSizeBytes: partBytes, partCount: 3 });
    const { urls, expiresAt } = await signParts(deps, { ...own, partNumbers: [1, 3] });
    expect(urls.map(({ partNumber, sizeBytes: size }) => [partNumber, size])).toEqual([
      [1, partBytes],
      [3, 5],
    ]);
    expect(expiresAt).toBe(new Date(deps.clock.now().getTime() + 3_600_000).toISOString());
  });

  it('A12: cut at two thirds, goes on with what is missing and makes one package', async () => {
    const { deps, store, own, send, arrived, job, sent } = await setup();
    const known = [await send(3), await send(1)];
    await expect(startImport(deps, { ...own, parts: known })).rejects.toThrow('have not arrived: 2.');
    expect(await job()).toMatchObject({ state: 'awaiting-upload' });
    expect(sent).toEqual([]);
    expect(await arrived()).toEqual([1, 3]);
    known.push(await send(2));
    const started = await startImport(deps, { ...own, parts: known });
    expect(started.state).toBe('queued');
    expect(sent).toEqual([own.jobId]);
    const whole = Buffer.concat([bytesOf(1), bytesOf(2), bytesOf(3)]);
    const stored = await store.get((await job())?.uploadKey ?? '');
    expect(Buffer.compare(stored ?? new Uint8Array(), whole)).toBe(0);
    // The answer was lost: asking again is harmless.
    expect((await startImport(deps, { ...own, parts: known })).state).toBe('queued');
  });

  it('A12: of two senders at once one starts the import, and both are told so', async () => {
    const { deps, own, send, job } = await setup();
    for (const part of [1, 2, 3]) await send(part);
    const both = await Promise.all([startImport(deps, own), startImport(deps, own)]);
    expect(both.map(({ state }) => state)).toEqual(['queued', 'queued']);
    expect((await job())?.rev).toBe(2);
  });

  it('A12: does not mix the parts of two files', async () => {
    const { deps, own, send, job } = await setup();
    const mine = [await send(1), await send(2), await send(3)];
    await send(2, bytesOf(2, 9));
    await expect(startImport(deps, { ...own, parts: mine })).rejects.toThrow('others than you sent: 2.');
    expect(await job()).toMatchObject({ state: 'awaiting-upload' });
    const again = [...mine.filter(({ partNumber }) => partNumber !== 2), await send(2)];
    expect((await startImport(deps, { ...own, parts: again })).state).toBe('queued');
  });

  it('A12: given up by the store after days, begins again under the same job', async () => {
    const { deps, store, own, send, arrived, job } = await setup();
    await send(1);
    const before = await job();
    const place = { key: before?.uploadKey ?? '', uploadId: before?.inParts?.uploadId ?? '' };
    await store.inParts.abort(place);
    expect(await arrived()).toEqual([]);
    expect((await job())?.inParts?.uploadId).not.toBe(place.uploadId);
    for (const part of [1, 2, 3]) await send(part);
    expect((await startImport(deps, own)).state).toBe('queued');
  });

  it('A12: completed before the sender broke off, is found whole', async () => {
    const { deps, store, own, send, arrived, job } = await setup();
    for (const part of [1, 2, 3]) await send(part);
    const { uploadKey: key = '', inParts } = (await job()) ?? {};
    const place = { key, uploadId: inParts?.uploadId ?? '' };
    const parts = (await store.inParts.listParts(place)) ?? [];
    expect(await store.inParts.complete({ ...place, parts })).toBe('stored');
    expect(await arrived()).toEqual([]);
    expect((await startImport(deps, own)).state).toBe('queued');
  });

  it('A12: cancelled, leaves nothing and cannot be started; cancelling again is harmless', async () => {
    const { deps, store, own, send, job, sent } = await setup();
    await send(1);
    const { uploadKey: key = '', inParts } = (await job()) ?? {};
    await cancelUpload(deps, own);
    await cancelUpload(deps, own);
    expect(await store.inParts.listParts({ key, uploadId: inParts?.uploadId ?? '' })).toBeUndefined();
    expect(await job()).toMatchObject({ state: 'cancelled' });
    await expect(send(2)).rejects.toThrow('has ended');
    expect((await startImport(deps, own)).state).toBe('cancelled');
    expect(sent).toEqual([]);
  });

  it('A12: cancelled while its start is on the way, is imported by nobody', async () => {
    const { deps, own, send, job, sent } = await setup();
    for (const part of [1, 2, 3]) await send(part);
    // Between the last look at the upload and the row that says it is queued.
    const sizeOf = async (key: string) => {
      const sizeBytes = await deps.uploads.sizeOf(key);
      await cancelUpload(deps, own);
      return sizeBytes;
    };
    const started = await startImport({ ...deps, uploads: { ...deps.uploads, sizeOf } }, own);
    expect(started.state).toBe('cancelled');
    expect(sent).toEqual([]);
    expect(await job()).toMatchObject({ state: 'cancelled' });
  });

  it('once begun, is not cancelled any more', async () => {
    const { deps, store, own, send, job } = await setup();
    for (const part of [1, 2, 3]) await send(part);
    await startImport(deps, own);
    await expect(cancelUpload(deps, own)).rejects.toThrow('has begun');
    expect(await store.head((await job())?.uploadKey ?? '')).toBeDefined();
  });

  it('a package that is sent whole is cancelled as well', async () => {
    const { deps, store } = await setup();
    const request = { fileName: 'a.zip', contentType: 'application/zip', sizeBytes: 5 };
    const { jobId } = await createUpload(deps, { principal, request });
    const key = (await deps.jobs.find(jobId))?.uploadKey ?? '';
    await store.put({ key, body: 'hello' });
    await expect(getUpload(deps, { principal, jobId })).rejects.toThrow('sent whole');
    await cancelUpload(deps, { principal, jobId });
    expect(await store.head(key)).toBeUndefined();
    expect((await getImportReport(deps, { principal, jobId })).state).toBe('cancelled');
  });

  it('C2: of another provider is absent', async () => {
    const { deps, own } = await setup();
    const foreign = { principal: author('p2'), jobId: own.jobId };
    await expect(getUpload(deps, foreign)).rejects.toThrow('no such import');
    await expect(signParts(deps, { ...foreign, partNumbers: [1] })).rejects.toThrow('no such import');
    await expect(cancelUpload(deps, foreign)).rejects.toThrow('no such import');
  });

  it('gives no address for a part that does not exist', async () => {
    const { deps, own } = await setup();
    await expect(signParts(deps, { ...own, partNumbers: [4] })).rejects.toThrow('has 3 parts');
  });
});
