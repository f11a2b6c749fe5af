import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createAddressCheck, createToolKeySets, createToolSignatures } from '@sinau/delivery/adapters';
import type { PlatformSignatures } from '@sinau/lti-tool';
import { createRegistrationDoor } from '@sinau/lti-tool/adapters';
import {
  createAccountLinkStore,
  createAttemptStore,
  createForeignPlatformStore,
  createPlacementStore,
  createRegistrationTicketStore,
  createScoreStore,
  createToolVisitStore,
} from '@sinau/lti-tool/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { later } from './later.ts';
import { ltiToolAddresses } from './lti-tool-addresses.ts';
import type { Parts } from './parts.ts';
import { createToolCourses, type ToolCourseDeps } from './tool-courses.ts';
import { createToolOpening } from './tool-opening.ts';
import { createToolSigner } from './tool-signer.ts';

interface LtiToolEnvironment {
  readonly LMS_TABLE: string;
  readonly PORTAL_ORIGIN: string;
  readonly SIGNING_SECRET: string;
  /** Of the key that private keys are sealed with. */
  readonly PUSH_KEY_ID: string;
  /** One machine and tests only: platforms at http and loopback addresses. */
  readonly PUSH_ALLOW_LOOPBACK: boolean;
}

/** Everything that we do as a tool in learning systems of others, for every door that shows or manages it. */
export function createLtiToolParts(given: {
  readonly parts: Parts;
  readonly env: LtiToolEnvironment;
  readonly search: ToolCourseDeps['search'];
}) {
  const { parts, env, search } = given;
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const outbound = createOutbound({ allowLoopback: env.PUSH_ALLOW_LOOPBACK });
  const addresses = ltiToolAddresses(env.PORTAL_ORIGIN);
  const verifier = createToolSignatures({ keySets: createToolKeySets({ outbound, clock: systemClock }) });
  const signatures: PlatformSignatures = {
    verify: ({ jwksUri }, jwt) => verifier.verify({ keys: { kind: 'url', jwksUri } }, jwt),
  };
  return {
    ...system,
    ...{ addresses, signatures, toolName: 'Sinau', ownIssuer: env.PORTAL_ORIGIN },
    ...{ redirectUri: addresses.launch, courseAddress: addresses.courses },
    platforms: createForeignPlatformStore(stores),
    links: createAccountLinkStore(stores),
    placements: createPlacementStore(stores),
    attempts: createAttemptStore(stores),
    tickets: createRegistrationTicketStore(stores),
    visits: createToolVisitStore(stores),
    addressCheck: createAddressCheck({ outbound }),
    door: createRegistrationDoor({ outbound }),
    courses: createToolCourses({ courses: createCourseStore(stores), search }),
    opening: later(async () => createToolOpening(stores)),
    passes: { signer: hmacSigner(env.SIGNING_SECRET), clock: systemClock },
    scores: createScoreStore(stores),
    signer: createToolSigner({ parts, env }),
  };
}

export type LtiToolParts = ReturnType<typeof createLtiToolParts>;
