import { readStatusList } from '@sinau/credentials';
import { createCertificateStore } from '@sinau/credentials/dynamo';
import { createCertificateFiles } from '@sinau/credentials/files';
import type { JsonLd } from '@sinau/open-badges';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { issuerOf } from '../shared/credential-parts.ts';
import type { Parts } from '../shared/parts.ts';
import type { CredentialsAppDeps } from './app.ts';
import type { CredentialsEnvironment } from './env.ts';

/** Of one list so long: every signature is a call to KMS. */
const keptMs = 60_000;

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
    statusList: keptLists(async (list) => {
      const { createCredentialSigner, statusBits: bits } = await adapters();
      const credentialSigner = createCredentialSigner({ key, did: issuer.did });
      return readStatusList({ certificates, issuer, bits, credentialSigner, clock: systemClock }, { list });
    }),
  };
}

type ReadList = (list: number) => Promise<JsonLd | undefined>;

function keptLists(read: ReadList): ReadList {
  const kept = new Map<number, { readonly atMs: number; readonly read: Promise<JsonLd | undefined> }>();
  return async (list) => {
    const nowMs = systemClock.now().getTime();
    const known = kept.get(list);
    if (known && nowMs - known.atMs < keptMs) return known.read;
    const reading = read(list);
    kept.set(list, { atMs: nowMs, read: reading });
    // What failed, or is no list yet, is not kept.
    reading.then(
      (found) => found ?? kept.delete(list),
      () => kept.delete(list),
    );
    return reading;
  };
}
