import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { createPdfRoom } from '@sinau/platform/pdf';
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
  const room = createPdfRoom({ ...deps, keyOf });
  return {
    ...room,
    async inspect(bytes) {
      const seen = await room.inspect(bytes);
      if ('problem' in seen) return seen;
      const texts = textsInPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      let next = texts.next();
      for (; !next.done; next = texts.next()) {
        if (identityIn(next.value) !== undefined) return { problem: 'tells-of-person' };
      }
      return next.value === 'too-much' ? { problem: 'too-much' } : seen;
    },
  };
}
