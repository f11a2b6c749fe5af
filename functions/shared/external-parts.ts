import { createEvidenceRoom } from '@sinau/external-learning/adapters';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import { createCreditDesk } from './credit-desk.ts';
import { type ExternalDesk, externalDeskOf } from './external-desk.ts';
import type { Parts } from './parts.ts';

/** Learning elsewhere on its stores, in AWS and on one machine alike. */
export function createExternalParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly env: { readonly LMS_TABLE: string; readonly DOCUMENTS_BUCKET: string };
}): ExternalDesk {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return externalDeskOf({
    learnings: createLearningStore({ ...stores, digest: nodeDigest }),
    evidence: createEvidenceRoom({ objects: parts.objects(env.DOCUMENTS_BUCKET), digest: nodeDigest }),
    people: createPeopleStore(stores),
    credit: createCreditDesk(stores),
    clock: systemClock,
  });
}
