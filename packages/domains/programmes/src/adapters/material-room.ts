import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { scanPdf } from '@sinau/platform/pdf';
import type { MaterialPlace, MaterialRoom } from '../ports.ts';

// Beside files of evidence, as the same doors and no others may keep and read them.
const folderOf = (eventId: string): string => `evidence/events/${eventId}/`;
const keyOf = ({ eventId, materialId }: MaterialPlace): string => `${folderOf(eventId)}${materialId}.pdf`;

/** Files in a bucket that no browser reaches: they are served by whoever asks who may see them. */
export function createMaterialRoom(deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): MaterialRoom {
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
    removeAll: (eventId) => objects.deletePrefix(folderOf(eventId)),
  };
}
