import type { Digest } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { createPdfRoom } from '@sinau/platform/pdf';
import type { DecreePlace, DecreeRoom } from '../ports.ts';

// Beside files of evidence, as the same doors and no others may keep and read them.
const keyOf = ({ agencyId, year, decreeId }: DecreePlace): string =>
  `evidence/decrees/${agencyId}/${year}/${decreeId}.pdf`;

/** Letters are sent by whoever asks who may see them. */
export const createDecreeRoom = (deps: {
  readonly objects: ObjectStore;
  readonly digest: Digest;
}): DecreeRoom => createPdfRoom({ ...deps, keyOf });
