import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { memoryUploadsInParts } from './memory-uploads-in-parts.ts';
import type { ObjectInfo, ObjectStore } from './object-store.ts';

interface Stored {
  readonly info: ObjectInfo;
  readonly bytes: Buffer;
}

/** Objects in memory, for tests. Its presigned URLs name what they allow and lead nowhere. */
export function createMemoryObjectStore(): ObjectStore {
  const objects = new Map<string, Stored>();
  const info = (key: string) => objects.get(key)?.info;
  return {
    put: async ({ key, body, sizeBytes, contentType, ifAbsent, ifMatch }) => {
      const bytes = await bytesOf(body);
      if (sizeBytes !== undefined && sizeBytes !== bytes.length) throw new Error('the body has another size');
      if (ifAbsent && objects.has(key)) return 'exists';
      if (ifMatch !== undefined && info(key)?.etag !== ifMatch) return 'changed';
      objects.set(key, storedOf({ key, bytes, ...(contentType !== undefined && { contentType }) }));
      return 'stored';
    },
    get: async (key) => {
      const bytes = objects.get(key)?.bytes;
      return bytes && new Uint8Array(bytes);
    },
    read: async (key, range) => {
      const stored = objects.get(key);
      if (!stored) return undefined;
      const part = range ? stored.bytes.subarray(range.first, range.last + 1) : stored.bytes;
      return { info: stored.info, body: Readable.from(part.length > 0 ? [part] : []) };
    },
    head: async (key) => info(key),
    delete: async (key) => {
      objects.delete(key);
    },
    deletePrefix: async (prefix) => {
      for (const key of keysOf(objects, prefix)) objects.delete(key);
    },
    list: async function* (prefix) {
      for (const key of keysOf(objects, prefix)) {
        const found = info(key);
        if (found) yield { key, sizeBytes: found.sizeBytes, etag: found.etag };
      }
    },
    presignPut: async ({ key, contentType, sizeBytes, expiresInSeconds }) =>
      `memory:///${encodeURI(key)}?put=${encodeURIComponent(contentType)}&size=${sizeBytes}&for=${expiresInSeconds}`,
    inParts: memoryUploadsInParts(async (upload) => {
      objects.set(upload.key, storedOf(upload));
    }),
    presignGet: async ({ key, expiresInSeconds }) => `memory:///${encodeURI(key)}?for=${expiresInSeconds}`,
  };
}

function storedOf(given: {
  readonly key: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
  readonly etag?: string;
}): Stored {
  const { key, bytes, contentType = 'application/octet-stream' } = given;
  const etag = given.etag ?? `"${createHash('md5').update(bytes).digest('hex')}"`;
  return { bytes, info: { key, sizeBytes: bytes.length, etag, contentType } };
}

/** Byte order of UTF-8, as S3 lists. */
function keysOf(objects: ReadonlyMap<string, unknown>, prefix: string): string[] {
  return [...objects.keys()]
    .filter((key) => key.startsWith(prefix))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

async function bytesOf(body: Uint8Array | string | Readable): Promise<Buffer> {
  if (!(body instanceof Readable)) return Buffer.from(body);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
