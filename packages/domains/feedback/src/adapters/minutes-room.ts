import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { scanPdf } from '@sinau/platform/pdf';
import type { MinutesPlace, MinutesRoom } from '../forums/ports.ts';
import { identityIn } from '../themes/identity-marks.ts';
import { textsInPdf } from './pdf-texts.ts';

// Beside files of evidence, as the same doors and no others may keep and read them.
const keyOf = ({ agencyId, forumId, fileId }: MinutesPlace): string =>
  `evidence/forums/${agencyId}/${forumId}/${fileId}.pdf`;

/** Files in a bucket that no browser reaches: they are served by whoever asks whether everybody may see them. */
export function createMinutesRoom(deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): MinutesRoom {
  const { objects, digest } = deps;
  return {
    async inspect(bytes) {
      const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const read = scanPdf(file);
      if ('refused' in read) return { problem: read.refused === 'broken' ? 'not-pdf' : read.refused };
      const texts = textsInPdf(file);
      let next = texts.next();
      for (; !next.done; next = texts.next()) {
        if (identityIn(next.value) !== undefined) return { problem: 'tells-of-person' };
      }
      if (next.value === 'too-much') return { problem: 'too-much' };
      return { pages: read.pages, sha256: digest.sha256(bytes) };
    },
    put: async (place, bytes) =>
      void (await objects.put({ key: keyOf(place), body: bytes, contentType: 'application/pdf' })),
    get: (place) => objects.get(keyOf(place)),
    remove: (place) => objects.delete(keyOf(place)),
  };
}
