import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { putMemoryPart } from './memory-uploads-in-parts.ts';
import type { ObjectStore } from './object-store.ts';

/** What every object store must do; `create` gives an empty one. */
export function objectStoreContract(name: string, create: () => Promise<ObjectStore>): void {
  describe(`object store contract: ${name}`, () => {
    it('gives back what was put, with size, type and entity tag', async () => {
      const store = await create();
      expect(await store.put({ key: 'a/b.txt', body: 'halo', contentType: 'text/plain' })).toBe('stored');
      expect(text(await store.get('a/b.txt'))).toBe('halo');
      expect(await store.head('a/b.txt')).toEqual({
        key: 'a/b.txt',
        sizeBytes: 4,
        etag: '"57f842286171094855e51fc3a541c1e2"',
        contentType: 'text/plain',
      });
    });

    it('says that an object is absent', async () => {
      const store = await create();
      expect(await store.get('nothing')).toBeUndefined();
      expect(await store.head('nothing')).toBeUndefined();
      expect(await store.read('nothing')).toBeUndefined();
      await store.delete('nothing');
    });

    it('stores a stream of announced size', async () => {
      const store = await create();
      const bytes = randomBytes(300_000);
      const body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]);
      await store.put({ key: 'stream', body, sizeBytes: bytes.length });
      expect(Buffer.compare((await store.get('stream')) ?? new Uint8Array(), bytes)).toBe(0);
    });

    it('stores nothing when a stream is shorter than announced', async () => {
      const store = await create();
      const body = Readable.from([Buffer.from('short')]);
      await expect(store.put({ key: 'cut', body, sizeBytes: 50 })).rejects.toThrow();
      expect(await store.head('cut')).toBeUndefined();
    });

    it('stores nothing when a stream fails half-way', async () => {
      const store = await create();
      const body = Readable.from(
        (async function* () {
          yield Buffer.alloc(70_000, 1);
          throw new Error('source broke');
        })(),
      );
      await expect(store.put({ key: 'broken', body, sizeBytes: 140_000 })).rejects.toThrow();
      expect(await store.head('broken')).toBeUndefined();
    });

    it('keeps the first object under a conditional put', async () => {
      const store = await create();
      expect(await store.put({ key: 'k', body: 'first', ifAbsent: true })).toBe('stored');
      expect(await store.put({ key: 'k', body: 'second', ifAbsent: true })).toBe('exists');
      expect(text(await store.get('k'))).toBe('first');
      expect(await store.put({ key: 'k', body: 'third' })).toBe('stored');
      expect(text(await store.get('k'))).toBe('third');
    });

    it('lets exactly one of ten racing conditional puts win', async () => {
      const store = await create();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store.put({ key: 'race', body: `writer ${n}`, ifAbsent: true })),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(text(await store.get('race'))).toBe(`writer ${outcomes.indexOf('stored')}`);
    });

    it('replaces the object that was read, and no other', async () => {
      const store = await create();
      const etagOf = async () => (await store.head('k'))?.etag ?? '';
      expect(await store.put({ key: 'k', body: 'none', ifMatch: '"0"' })).toBe('changed');
      expect(await store.head('k')).toBeUndefined();
      await store.put({ key: 'k', body: 'first' });
      const first = await etagOf();
      expect(await store.put({ key: 'k', body: 'second', ifMatch: first })).toBe('stored');
      expect(await store.put({ key: 'k', body: 'third', ifMatch: first })).toBe('changed');
      expect(text(await store.get('k'))).toBe('second');
    });

    it('lets exactly one of ten writers replace what all of them have read', async () => {
      const store = await create();
      await store.put({ key: 'race', body: 'before' });
      const ifMatch = (await store.head('race'))?.etag ?? '';
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store.put({ key: 'race', body: `writer ${n}`, ifMatch })),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(text(await store.get('race'))).toBe(`writer ${outcomes.indexOf('stored')}`);
    });

    it('reads an inclusive byte range and the whole size', async () => {
      const store = await create();
      await store.put({ key: 'digits', body: '0123456789' });
      const part = await store.read('digits', { first: 2, last: 5 });
      expect(part?.info.sizeBytes).toBe(10);
      expect(await drain(part?.body)).toBe('2345');
      expect(await drain((await store.read('digits', { first: 8, last: 99 }))?.body)).toBe('89');
      expect(await drain((await store.read('digits'))?.body)).toBe('0123456789');
    });

    it('stores an empty object', async () => {
      const store = await create();
      await store.put({ key: 'empty', body: '' });
      expect(await store.get('empty')).toHaveLength(0);
      expect(await drain((await store.read('empty'))?.body)).toBe('');
    });

    it('lists a prefix in byte order and nothing beside it', async () => {
      const store = await create();
      const keys = ['p/b', 'p/a', 'p/Z', 'p/é', 'p/a/c', 'p', 'q/a', 'p0', 'p/<&>\'"'];
      for (const key of keys) await store.put({ key, body: key });
      expect(await listed(store, 'p/')).toEqual(['p/<&>\'"', 'p/Z', 'p/a', 'p/a/c', 'p/b', 'p/é']);
      expect(await listed(store, 'nothing')).toEqual([]);
    });

    it('takes every key apart: dots, spaces, plus signs, percent signs, slashes', async () => {
      const store = await create();
      const keys = [
        'a/../b',
        'a/./b',
        'a//b',
        'a b',
        'a+b',
        'a%20b',
        'a%2Fb',
        '../x',
        'ü/ñ 漢字.html',
        "x(1)!*'",
      ];
      for (const key of keys) await store.put({ key, body: key });
      for (const key of keys) expect(text(await store.get(key))).toBe(key);
      expect((await listed(store, '')).toSorted()).toEqual(keys.toSorted());
    });

    it('deletes one object and a whole prefix', async () => {
      const store = await create();
      for (const key of ['v/1', 'v/2', 'v/3/x & y', 'w/1']) await store.put({ key, body: key });
      await store.delete('v/1');
      expect(await store.head('v/1')).toBeUndefined();
      await store.deletePrefix('v/');
      await store.deletePrefix('v/');
      expect(await listed(store, '')).toEqual(['w/1']);
    });

    it('makes one object of parts that came in any order, some of them twice', async () => {
      const store = await create();
      const place = { key: 'in/parts', uploadId: '' };
      place.uploadId = await store.inParts.start({ key: place.key, contentType: 'video/mp4' });
      const [first, last] = [randomBytes(5 * 2 ** 20), randomBytes(1000)];
      const tags = [await sendPart(store, { ...place, partNumber: 2, bytes: last })];
      await sendPart(store, { ...place, partNumber: 1, bytes: randomBytes(5 * 2 ** 20) });
      tags.unshift(await sendPart(store, { ...place, partNumber: 1, bytes: first }));
      const parts = [
        { partNumber: 1, sizeBytes: first.length, etag: tags[0] ?? '' },
        { partNumber: 2, sizeBytes: last.length, etag: tags[1] ?? '' },
      ];
      expect(await store.inParts.listParts(place)).toEqual(parts);
      expect(await store.head(place.key)).toBeUndefined();
      expect(await store.inParts.complete({ ...place, parts })).toBe('stored');
      expect(await store.head(place.key)).toMatchObject({
        sizeBytes: first.length + last.length,
        contentType: 'video/mp4',
        etag: expect.stringMatching(/^"[\da-f]{32}-2"$/),
      });
      const whole = Buffer.concat([first, last]);
      expect(Buffer.compare((await store.get(place.key)) ?? new Uint8Array(), whole)).toBe(0);
      expect(await store.inParts.complete({ ...place, parts })).toBe('absent');
      expect(await store.inParts.listParts(place)).toBeUndefined();
    });

    it('makes no object of parts that are missing or other ones, and lets the upload go on', async () => {
      const store = await create();
      const key = 'wrong';
      const place = { key, uploadId: await store.inParts.start({ key, contentType: 'text/plain' }) };
      expect(await store.inParts.listParts(place)).toEqual([]);
      const etag = await sendPart(store, { ...place, partNumber: 1, bytes: Buffer.from('one') });
      const absent = { partNumber: 2, etag };
      expect(await store.inParts.complete({ ...place, parts: [{ partNumber: 1, etag }, absent] })).toBe(
        'mismatch',
      );
      const other = { partNumber: 1, etag: '"0123456789abcdef0123456789abcdef"' };
      expect(await store.inParts.complete({ ...place, parts: [other] })).toBe('mismatch');
      expect(await store.inParts.complete({ ...place, parts: [] })).toBe('mismatch');
      expect(await store.head(key)).toBeUndefined();
      expect(await store.inParts.complete({ ...place, parts: [{ partNumber: 1, etag }] })).toBe('stored');
      expect(text(await store.get(key))).toBe('one');
    });

    it('ends an upload for good, and knows no upload under another key', async () => {
      const store = await create();
      const key = 'aborted';
      const place = { key, uploadId: await store.inParts.start({ key, contentType: 'text/plain' }) };
      await sendPart(store, { ...place, partNumber: 1, bytes: Buffer.from('one') });
      expect(await store.inParts.listParts({ ...place, key: 'another' })).toBeUndefined();
      await store.inParts.abort(place);
      await store.inParts.abort(place);
      expect(await store.inParts.listParts(place)).toBeUndefined();
      expect(await store.head(key)).toBeUndefined();
    });

    it('lets exactly one of five racing completions win', async () => {
      const store = await create();
      const key = 'raced';
      const place = { key, uploadId: await store.inParts.start({ key, contentType: 'text/plain' }) };
      const etag = await sendPart(store, { ...place, partNumber: 1, bytes: Buffer.from('one') });
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () =>
          store.inParts.complete({ ...place, parts: [{ partNumber: 1, etag }] }),
        ),
      );
      expect(outcomes.sort()).toEqual(['absent', 'absent', 'absent', 'absent', 'stored']);
      expect(text(await store.get(key))).toBe('one');
    });

    it('lists and deletes more keys than one page holds', async () => {
      const store = await create();
      const keys = Array.from({ length: 1_205 }, (_, n) => `many/${String(n).padStart(5, '0')}`);
      for (let n = 0; n < keys.length; n += 50) {
        await Promise.all(keys.slice(n, n + 50).map((key) => store.put({ key, body: 'x' })));
      }
      expect(await listed(store, 'many/')).toEqual(keys);
      await store.deletePrefix('many/');
      expect(await listed(store, 'many/')).toEqual([]);
    });
  });
}

async function sendPart(
  store: ObjectStore,
  part: {
    readonly key: string;
    readonly uploadId: string;
    readonly partNumber: number;
    readonly bytes: Buffer<ArrayBuffer>;
  },
): Promise<string> {
  const { bytes, ...rest } = part;
  const url = await store.inParts.presignPart({ ...rest, sizeBytes: bytes.length, expiresInSeconds: 60 });
  if (url.startsWith('memory:')) return putMemoryPart(url, bytes);
  const reply = await fetch(url, { method: 'PUT', body: bytes });
  expect(reply.status).toBe(200);
  return reply.headers.get('etag') ?? '';
}

function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString('utf8');
}

async function drain(body: Readable | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function listed(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}
