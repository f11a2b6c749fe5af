import type { DecreeRoom } from '@sinau/annual-plan';
import { createDecreeRoom } from '@sinau/annual-plan/adapters';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** Letters by which annual plans were agreed and set, in the bucket of documents. */
export const createDecrees = (given: {
  readonly parts: Pick<Parts, 'objects'>;
  readonly env: { readonly DOCUMENTS_BUCKET: string };
}): DecreeRoom =>
  createDecreeRoom({ objects: given.parts.objects(given.env.DOCUMENTS_BUCKET), digest: nodeDigest });
