import { createCourseStore } from '@sinau/catalogue/dynamo';
import type { CertificateNumber } from '@sinau/credentials';
import { createCertificateStore } from '@sinau/credentials/dynamo';
import { createCertificateFiles } from '@sinau/credentials/files';
import type { EvidenceId, LearningId } from '@sinau/external-learning';
import { createEvidenceRoom } from '@sinau/external-learning/adapters';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { FollowDeps, LineSource } from '@sinau/siasn-sync';
import { createSyncStore } from '@sinau/siasn-sync/dynamo';
import { createCreditDesk } from './credit-desk.ts';
import type { Parts } from './parts.ts';
import { createSiasnIndexParts } from './siasn-index-parts.ts';
import { createSiasnLines } from './siasn-lines.ts';

interface Stores {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** What follows the ledger. */
export function createSiasnFollow(stores: Stores): FollowDeps {
  return {
    ...createSyncStore(stores),
    clock: systemClock,
    lines: createSiasnLines({
      ...createCreditDesk(stores),
      people: createPeopleStore(stores),
      organisations: createOrganisationStore(stores),
      courses: createCourseStore(stores),
      learnings: createLearningStore({ ...stores, digest: nodeDigest }),
      certificates: createCertificateStore(stores),
    }),
  };
}

/** What sends, and what pages and the API are answered from. */
export function createSiasnParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects' | 'sealer'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly DOCUMENTS_BUCKET: string;
    readonly PUSH_KEY_ID: string;
  };
}) {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const follow = createSiasnFollow(stores);
  const lines: LineSource = { ...follow.lines, document: documentsOf(parts.objects(env.DOCUMENTS_BUCKET)) };
  return {
    ...{ ...follow, ...createSiasnIndexParts(stores), lines, ids: systemIds },
    box: parts.sealer(env.PUSH_KEY_ID),
    people: createPeopleStore(stores),
  };
}
export type SiasnParts = ReturnType<typeof createSiasnParts>;

/** Bytes of what proves a line. */
function documentsOf(objects: ReturnType<Parts['objects']>): LineSource['document'] {
  const files = createCertificateFiles({ objects });
  const room = createEvidenceRoom({ objects, digest: nodeDigest });
  return async ({ personId }, document) => {
    if (document.kind === 'certificate')
      return files.pdf(document.number as CertificateNumber, document.edition);
    const learningId = document.learningId as LearningId;
    return room.get({ personId, learningId, evidenceId: document.evidenceId as EvidenceId });
  };
}
