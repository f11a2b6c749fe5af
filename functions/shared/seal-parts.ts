import { type CertificateNumber, latestEdition, type TranscriptNumber } from '@sinau/credentials';
import { createCertificateStore, createTranscriptStore } from '@sinau/credentials/dynamo';
import { createCertificateFiles, createTranscriptFiles } from '@sinau/credentials/files';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { SealDocuments } from '@sinau/sealing';
import { createSealStore } from '@sinau/sealing/dynamo';
import type { Parts } from './parts.ts';

interface Stores {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** What follows documents that were printed. */
export function createSealFollow(stores: Stores) {
  return {
    ...createSealStore(stores),
    certificates: createCertificateStore(stores),
    people: createPeopleStore(stores),
    clock: systemClock,
  };
}

/** Unsealed PDFs of editions that count. */
export function createSealDocuments(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly env: { readonly LMS_TABLE: string; readonly DOCUMENTS_BUCKET: string };
}): SealDocuments {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  const objects = given.parts.objects(given.env.DOCUMENTS_BUCKET);
  const certificates = createCertificateStore(stores);
  const transcripts = createTranscriptStore(stores);
  const files = {
    certificates: createCertificateFiles({ objects }),
    transcripts: createTranscriptFiles({ objects }),
  };
  return {
    read: async ({ kind, number, edition }) => {
      if (kind === 'certificate') {
        const certificate = await certificates.find(number as CertificateNumber);
        if (!certificate) return 'gone';
        if (certificate.revoked) return 'revoked';
        if (latestEdition(certificate).edition !== edition) return 'replaced';
        return (await files.certificates.pdf(certificate.number, edition)) ?? 'gone';
      }
      // Each edition of a transcript stays what it was: it is sealed though there is a newer one.
      const transcript = await transcripts.findEdition(number as TranscriptNumber, edition);
      return (transcript && (await files.transcripts.pdf(transcript))) ?? 'gone';
    },
  };
}
