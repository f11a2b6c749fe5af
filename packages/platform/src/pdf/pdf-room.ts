import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '../objects/index.ts';
import { scanPdf } from './scan-pdf.ts';

/**
 * PDFs of one kind in a bucket that no browser reaches: they are served by whoever asks who may see them. `inspect` tells pages and SHA-256 of an
 * honest one, and keeps nothing.
 */
export function createPdfRoom<Place>({
  objects,
  digest,
  keyOf,
}: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
  readonly keyOf: (place: Place) => string;
}) {
  return {
    async inspect(bytes: Uint8Array) {
      const read = scanPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if ('pages' in read) return { pages: read.pages, sha256: digest.sha256(bytes) };
      return { problem: read.refused === 'broken' ? ('not-pdf' as const) : read.refused };
    },
    put: async (place: Place, bytes: Uint8Array) =>
      void (await objects.put({ key: keyOf(place), body: bytes, contentType: 'application/pdf' })),
    get: (place: Place) => objects.get(keyOf(place)),
    remove: (place: Place) => objects.delete(keyOf(place)),
  };
}
