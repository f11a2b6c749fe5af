import { createMinutesRoom } from '@sinau/feedback/adapters';
import type { MinutesRoom } from '@sinau/feedback/forums';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** Minutes of consultations, in the bucket of documents. */
export const createMinutesFiles = (given: {
  readonly parts: Pick<Parts, 'objects'>;
  readonly env: { readonly DOCUMENTS_BUCKET: string };
}): MinutesRoom =>
  createMinutesRoom({ objects: given.parts.objects(given.env.DOCUMENTS_BUCKET), digest: nodeDigest });
