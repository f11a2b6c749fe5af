import type { Digest, PersonId } from '@sinau/kernel';

/** Internal ids are random, so that their hash tells nothing to who does not know the id. */
export function subjectOf(digest: Digest, personId: PersonId): string {
  return digest.sha256(`subject ${personId}`).slice(0, 32);
}
