import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { scanPdf } from '@sinau/platform/pdf';
import type { EvidencePlace, EvidenceRoom } from '../ports.ts';

const folderOf = ({ personId, learningId }: Omit<EvidencePlace, 'evidenceId'>): string =>
  `evidence/${personId}/${learningId}/`;
const keyOf = (place: EvidencePlace): string => `${folderOf(place)}${place.evidenceId}.pdf`;

/** Files in a bucket that no browser reaches: they are served by whoever asks who may see them. */
export function createEvidenceRoom(deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): EvidenceRoom {
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
    removeAll: (place) => objects.deletePrefix(folderOf(place)),
  };
}
