import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { createPdfRoom } from '@sinau/platform/pdf';
import type { MeetingMaterialPlace, MeetingMaterialRoom } from '../communities/ports.ts';

// Beside files of evidence, as the same doors and no others may keep and read them.
const keyOf = ({ communityId, meetingId, materialId }: MeetingMaterialPlace): string =>
  `evidence/communities/${communityId}/${meetingId}/${materialId}.pdf`;

/** Files in a bucket that no browser reaches: they are served by whoever asks who may see them. */
export const createMeetingMaterialRoom = (deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): MeetingMaterialRoom => createPdfRoom({ ...deps, keyOf });
