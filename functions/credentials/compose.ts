import { openStatusLists } from '@sinau/credentials';
import { createCertificateStore } from '@sinau/credentials/dynamo';
import { createCertificateFiles } from '@sinau/credentials/files';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { issuerOf } from '../shared/credential-parts.ts';
import { once } from '../shared/later.ts';
import type { Parts } from '../shared/parts.ts';
import type { CredentialsAppDeps } from './app.ts';
import type { CredentialsEnvironment } from './env.ts';

/** The door of verifiers on its stores, in AWS and on one machine alike. */
export function composeCredentials(given: {
  readonly parts: Parts;
  readonly env: CredentialsEnvironment;
  readonly log: Log;
}): CredentialsAppDeps {
  const { parts, env, log } = given;
  const certificates = createCertificateStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
  const issuer = issuerOf(env.PORTAL_ORIGIN);
  const key = parts.signingKey(env.CREDENTIAL_KEY_ID);
  const retired = env.RETIRED_CREDENTIAL_KEYS.split(',').filter((name) => name.startsWith('z6Mk'));
  // The libraries of proofs are loaded with the first question that needs them.
  const adapters = () => import('@sinau/credentials/adapters');
  const lists = once(async () => {
    const { createCredentialSigner, statusBits: bits } = await adapters();
    const credentialSigner = createCredentialSigner({ key, did: issuer.did });
    return openStatusLists({ certificates, issuer, bits, credentialSigner, clock: systemClock });
  });
  return {
    ...{ certificates, issuer, log, clock: systemClock, ids: systemIds },
    files: createCertificateFiles({ objects: parts.objects(env.DOCUMENTS_BUCKET) }),
    keys: async () => {
      const { issuerKeyOf } = await adapters();
      return [
        await issuerKeyOf(key),
        ...retired.map((publicKeyMultibase) => ({ name: publicKeyMultibase, publicKeyMultibase })),
      ];
    },
    statusList: async (list) => (await lists())(list),
  };
}
