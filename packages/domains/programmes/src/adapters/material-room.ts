import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { createPdfRoom } from '@sinau/platform/pdf';
import type { MaterialPlace, MaterialRoom } from '../ports.ts';

// Beside files of evidence, as the same doors and no others may keep and read them.
const folderOf = (eventId: string): string => `evidence/events/${eventId}/`;
const keyOf = ({ eventId, materialId }: MaterialPlace): string => `${folderOf(eventId)}${materialId}.pdf`;

/** Files in a bucket that no browser reaches: they are served by whoever asks who may see them. */
export function createMaterialRoom(deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): MaterialRoom {
  return {
    ...createPdfRoom({ ...deps, keyOf }),
    removeAll: (eventId) => deps.objects.deletePrefix(folderOf(eventId)),
  };
}
