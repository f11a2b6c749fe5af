import { createLtiSignatures } from '@sinau/delivery/adapters';
import { createPlatformKeyStore } from '@sinau/delivery/dynamo';
import { createPlatformSigner, type PlatformSigner } from '@sinau/delivery/lti';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** Signs what we say as a tool, by keys apart from those of the platform. */
export function createToolSigner(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    /** Of the key that private keys are sealed with. */
    readonly PUSH_KEY_ID: string;
  };
}): PlatformSigner {
  const { parts, env } = given;
  return createPlatformSigner({
    ...{ clock: systemClock, ids: systemIds },
    platformKeys: createPlatformKeyStore({ dynamo: parts.dynamo, table: env.LMS_TABLE, role: 'tool' }),
    signatures: createLtiSignatures(),
    box: parts.sealer(env.PUSH_KEY_ID),
  });
}
