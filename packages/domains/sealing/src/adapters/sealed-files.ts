import type { ObjectStore } from '@sinau/platform/objects';
import type { SealedFiles } from '../ports.ts';
import type { SealRef } from '../seal-row.ts';

const keyOf = ({ kind, number, edition }: SealRef, fileId: string): string =>
  `seals/${kind}/${number}/${edition}-${fileId}.pdf`;

/** One object an attempt, never changed once it is written. */
export function createSealedFiles({ objects }: { readonly objects: ObjectStore }): SealedFiles {
  return {
    put: async (ref, fileId, pdf) => {
      await objects.put({ key: keyOf(ref, fileId), body: pdf, contentType: 'application/pdf' });
    },
    get: (ref, fileId) => objects.get(keyOf(ref, fileId)),
    remove: (ref, fileId) => objects.delete(keyOf(ref, fileId)),
  };
}
