import { createLtiSignatures } from '@sinau/delivery/adapters';
import { createPlatformKeyStore } from '@sinau/delivery/dynamo';
import { createPlatformSigner } from '@sinau/delivery/lti';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { ltiAddresses } from '../shared/lti-addresses.ts';
import { createLtiServices } from '../shared/lti-services.ts';
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
  const addresses = ltiAddresses(env.PORTAL_ORIGIN);
  const rateLimiter = createDoorLimiter({
    ...stores,
    door: 'lti',
    log,
    clientPerSecond: env.LTI_TOOL_REQUESTS_PER_SECOND,
  });
  const services = createLtiServices({ parts, env, addresses, ...noTools });
  return {
    ...system,
    signer: createPlatformSigner({
      ...system,
      platformKeys: createPlatformKeyStore(stores),
      signatures: createLtiSignatures(),
      box: parts.sealer(env.PUSH_KEY_ID),
    }),
    ...{ addresses, rateLimiter },
    services: { ...services, rateLimiter },
    log,
  };
}

/** Nothing registers tools yet, so nobody can be one. */
const noTools = {
  tools: { find: async () => undefined },
  signatures: { claimedClient: () => undefined, verify: async () => undefined },
};
