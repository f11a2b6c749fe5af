import { createLtiSignatures } from '@sinau/delivery/adapters';
import { createPlatformKeyStore } from '@sinau/delivery/dynamo';
import { createPlatformSigner } from '@sinau/delivery/lti';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { ltiAddresses } from '../shared/lti-addresses.ts';
import type { Parts } from '../shared/parts.ts';
import type { LtiAppDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The doors on their stores, in AWS and on one machine alike. */
export function composeLti(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): LtiAppDeps {
  const { parts, env, log } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const system = { clock: systemClock, ids: systemIds };
  return {
    ...system,
    signer: createPlatformSigner({
      ...system,
      platformKeys: createPlatformKeyStore(stores),
      signatures: createLtiSignatures(),
      box: parts.sealer(env.PUSH_KEY_ID),
    }),
    addresses: ltiAddresses(env.PORTAL_ORIGIN),
    rateLimiter: createDoorLimiter({
      ...stores,
      door: 'lti',
      log,
      clientPerSecond: env.LTI_TOOL_REQUESTS_PER_SECOND,
    }),
    log,
  };
}
