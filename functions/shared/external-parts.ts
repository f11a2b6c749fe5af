import { createEvidenceRoom } from '@sinau/external-learning/adapters';
import { nodeDigest } from '@sinau/platform/crypto';
import type { ExternalDesk } from './external-desk.ts';
import { createExternalRecords } from './external-records.ts';
import type { Parts } from './parts.ts';

/** Learning elsewhere on its stores, in AWS and on one machine alike. */
export function createExternalParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly env: { readonly LMS_TABLE: string; readonly DOCUMENTS_BUCKET: string };
}): ExternalDesk {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    ...createExternalRecords(stores),
    evidence: createEvidenceRoom({ objects: parts.objects(env.DOCUMENTS_BUCKET), digest: nodeDigest }),
  };
}
