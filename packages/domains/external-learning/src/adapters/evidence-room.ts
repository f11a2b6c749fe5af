import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { createPdfRoom } from '@sinau/platform/pdf';
import type { EvidencePlace, EvidenceRoom } from '../ports.ts';

const folderOf = ({ personId, learningId }: Omit<EvidencePlace, 'evidenceId'>): string =>
  `evidence/${personId}/${learningId}/`;
const keyOf = (place: EvidencePlace): string => `${folderOf(place)}${place.evidenceId}.pdf`;

/** Files in a bucket that no browser reaches: they are served by whoever asks who may see them. */
export function createEvidenceRoom(deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): EvidenceRoom {
  return {
    ...createPdfRoom({ ...deps, keyOf }),
    removeAll: (place) => deps.objects.deletePrefix(folderOf(place)),
  };
}
