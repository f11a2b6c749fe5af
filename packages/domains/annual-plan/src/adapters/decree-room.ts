import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { scanPdf } from '@sinau/platform/pdf';
import type { DecreePlace, DecreeRoom } from '../ports.ts';

// Beside files of evidence, as the same doors and no others may keep and read them.
const keyOf = ({ agencyId, year, decreeId }: DecreePlace): string =>
  `evidence/decrees/${agencyId}/${year}/${decreeId}.pdf`;

/** Letters in a bucket that no browser reaches: they are sent by whoever asks who may see them. */
export function createDecreeRoom(deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): DecreeRoom {
  const { objects, digest } = deps;
  return {
    async inspect(bytes) {
      const read = scanPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if ('pages' in read) return { pages: read.pages, sha256: digest.sha256(bytes) };
      return { problem: read.refused === 'broken' ? 'not-pdf' : read.refused };
    },
    put: async (place, bytes) =>
      void (await objects.put({ key: keyOf(place), body: bytes, contentType: 'application/pdf' })),
    get: (place) => objects.get(keyOf(place)),
    remove: (place) => objects.delete(keyOf(place)),
  };
}
