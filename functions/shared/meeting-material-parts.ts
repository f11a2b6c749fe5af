import { createMeetingMaterialRoom } from '@sinau/collaboration/adapters';
import type { MeetingMaterialRoom } from '@sinau/collaboration/communities';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** Files of meetings of communities, in the bucket of documents. */
export const createMeetingMaterials = (given: {
  readonly parts: Pick<Parts, 'objects'>;
  readonly env: { readonly DOCUMENTS_BUCKET: string };
}): MeetingMaterialRoom =>
  createMeetingMaterialRoom({ objects: given.parts.objects(given.env.DOCUMENTS_BUCKET), digest: nodeDigest });
