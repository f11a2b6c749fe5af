import { type Digest, uuidOfParts } from '@sinau/kernel';

/** Namespace of the ids of statements about SCORM content; it must never change. */
const namespace = '6f1c1f0e-52b7-4d0b-9a57-3c5d6a2e8b41';

/** The same event always has the same id. */
export function statementId(digest: Pick<Digest, 'sha1'>, parts: readonly string[]): string {
  return uuidOfParts(digest, namespace, parts);
}
