import { nodeDigest } from '@sinau/platform/crypto';
import type { MaterialRoom } from '@sinau/programmes';
import { createMaterialRoom } from '@sinau/programmes/adapters';
import type { Parts } from './parts.ts';

/** Files of events, in the bucket of documents. */
export const createMaterials = (given: {
  readonly parts: Pick<Parts, 'objects'>;
  readonly env: { readonly DOCUMENTS_BUCKET: string };
}): MaterialRoom =>
  createMaterialRoom({ objects: given.parts.objects(given.env.DOCUMENTS_BUCKET), digest: nodeDigest });
