import { createHash, randomBytes } from 'node:crypto';
import type { UploadsInParts } from './object-store.ts';

interface Pending {
  readonly key: string;
  readonly contentType: string;
  readonly parts: Map<number, Buffer>;
}

interface Completed {
  readonly key: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Parts of pending uploads of every store of this process, by the address that takes them. */
const doors = new Map<
  string,
  { readonly pending: Pending; readonly partNumber: number; readonly sizeBytes: number }
>();

/** Uploads in parts in memory; parts are sent with `putMemoryPart`. */
export function memoryUploadsInParts(store: (object: Completed) => Promise<void>): UploadsInParts {
  const uploads = new Map<string, Pending>();
  const find = ({ key, uploadId }: { readonly key: string; readonly uploadId: string }) => {
    const pending = uploads.get(uploadId);
    return pending?.key === key ? pending : undefined;
  };
  return {
    start: async ({ key, contentType }) => {
      const uploadId = randomBytes(12).toString('hex');
      uploads.set(uploadId, { key, contentType, parts: new Map() });
      return uploadId;
    },
    presignPart: async ({ partNumber, sizeBytes, expiresInSeconds, ...place }) => {
      const url = `memory:///${encodeURI(place.key)}?upload=${place.uploadId}&part=${partNumber}&for=${expiresInSeconds}`;
      const pending = find(place);
      if (pending) doors.set(url, { pending, partNumber, sizeBytes });
      return url;
    },
    listParts: async (place) => {
      const parts = find(place)?.parts;
      return (
        parts &&
        [...parts]
          .map(([partNumber, bytes]) => ({ partNumber, sizeBytes: bytes.length, etag: etagOf(bytes) }))
          .sort((a, b) => a.partNumber - b.partNumber)
      );
    },
    complete: async ({ parts, ...place }) => {
      const pending = find(place);
      if (!pending) return 'absent';
      const chosen = parts.map(({ partNumber }) => pending.parts.get(partNumber) ?? Buffer.alloc(0));
      if (
        parts.length === 0 ||
        parts.some(({ etag }, at) => etagOf(chosen[at] ?? Buffer.alloc(0)) !== etag)
      ) {
        return 'mismatch';
      }
      uploads.delete(place.uploadId);
      const etag = `"${digest(Buffer.concat(chosen.map((bytes) => Buffer.from(digest(bytes), 'hex'))))}-${parts.length}"`;
      const { key, contentType } = pending;
      await store({ key, contentType, bytes: Buffer.concat(chosen), etag });
      return 'stored';
    },
    abort: async (place) => {
      if (find(place)) uploads.delete(place.uploadId);
    },
  };
}

/** What a PUT to the address of a part does; gives the entity tag. */
export function putMemoryPart(url: string, bytes: Uint8Array): string {
  const door = doors.get(url);
  if (door?.sizeBytes !== bytes.length) throw new Error('403');
  door.pending.parts.set(door.partNumber, Buffer.from(bytes));
  return etagOf(bytes);
}

function digest(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}

function etagOf(bytes: Uint8Array): string {
  return `"${digest(bytes)}"`;
}
