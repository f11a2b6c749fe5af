import {
  createCertificatePrinter,
  createCredentialSigner,
  loadCertificateFonts,
} from '@sinau/credentials/adapters';
import type { Log } from '@sinau/platform/log';
import { createCredentialParts } from '../shared/credential-parts.ts';
import type { Parts } from '../shared/parts.ts';
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
  return {
    ...shared,
    printer: createCertificatePrinter(await loadCertificateFonts(given.fonts)),
    credentialSigner: createCredentialSigner({ key, did: shared.issuer.did }),
    log,
  };
}
