import { createLtiSignatures } from '@sinau/delivery/adapters';
import { createPlatformKeyStore } from '@sinau/delivery/dynamo';
import type { PlatformKeyDeps } from '@sinau/delivery/lti';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** As what we sign: towards tools, or as a tool towards learning systems of others. No key serves both. */
export type SigningRole = 'platform' | 'tool';

export interface SigningKeySources {
  readonly parts: Pick<Parts, 'dynamo' | 'sealer'>;
  readonly env: {
    readonly LMS_TABLE: string;
    /** Of the key that private keys are sealed with. */
    readonly PUSH_KEY_ID: string;
  };
}

/** Keys of one role, for who signs with them and for who looks after them. */
export function createSigningKeys({ parts, env }: SigningKeySources, role: SigningRole): PlatformKeyDeps {
  return {
    ...{ clock: systemClock, ids: systemIds },
    platformKeys: createPlatformKeyStore({ dynamo: parts.dynamo, table: env.LMS_TABLE, role }),
    signatures: createLtiSignatures(),
    box: parts.sealer(env.PUSH_KEY_ID),
  };
}
