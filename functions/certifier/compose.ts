import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createPairStore } from '@sinau/collaboration/dynamo';
import {
  createCertificatePrinter,
  createCredentialSigner,
  createSignedFormPrinter,
  createTranscriptPrinter,
  loadCertificateFonts,
} from '@sinau/credentials/adapters';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createCredentialParts } from '../shared/credential-parts.ts';
import { createCreditDesk } from '../shared/credit-desk.ts';
import type { Parts } from '../shared/parts.ts';
import { createSignedFormSource } from '../shared/signed-form-source.ts';
import { createTranscriptSource } from '../shared/transcript-source.ts';
import type { CertifierEnvironment } from './env.ts';
import type { CertifierDeps } from './worker.ts';

/** The worker of certificates on its stores, in AWS and on one machine alike. */
export async function composeCertifier(given: {
  readonly parts: Parts;
  readonly env: CertifierEnvironment;
  readonly log: Log;
  /** Where the letters of certificates lie. @default in the installed package */
  readonly fonts?: string;
}): Promise<CertifierDeps> {
  const { parts, env, log } = given;
  const shared = createCredentialParts(given);
  const key = parts.signingKey(env.CREDENTIAL_KEY_ID);
  const fonts = await loadCertificateFonts(given.fonts);
  return {
    ...shared,
    printer: createCertificatePrinter(fonts),
    transcriptPrinter: createTranscriptPrinter(fonts),
    formPrinter: createSignedFormPrinter(fonts),
    formSource: formSourceOf({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    transcriptSource: sourceOf({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    credentialSigner: createCredentialSigner({ key, did: shared.issuer.did }),
    log,
  };
}

const sourceOf = (stores: { readonly dynamo: Parts['dynamo']; readonly table: string }) =>
  createTranscriptSource({
    ...createCreditDesk(stores),
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
    courses: createCourseStore(stores),
    learnings: createLearningStore({ ...stores, digest: nodeDigest }),
    clock: systemClock,
  });

const formSourceOf = (stores: { readonly dynamo: Parts['dynamo']; readonly table: string }) =>
  createSignedFormSource({
    pairs: createPairStore(stores),
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
  });
