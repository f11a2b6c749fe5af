import type { Clock } from '@sinau/kernel';
import { createGradeServices } from '@sinau/lti-tool/adapters';
import {
  createAccountLinkStore,
  createForeignPlatformStore,
  createLineItemStore,
  createPlacementStore,
  createScoreStore,
} from '@sinau/lti-tool/dynamo';
import type { SendDeps } from '@sinau/lti-tool/scores';
import { systemIds } from '@sinau/platform/crypto';
import type { Outbound } from '@sinau/platform/outbound';
import { createSessionParts } from './delivery-parts.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import type { Parts } from './parts.ts';
import { createToolSigner } from './tool-signer.ts';
import { createToolStandings } from './tool-standings.ts';

/** What sends scores to learning systems of others. */
export function createToolScoreParts(given: {
  readonly parts: Parts;
  readonly env: Parameters<typeof createSessionParts>[0]['env'] & { readonly PUSH_KEY_ID: string };
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly random: () => number;
}): SendDeps {
  const { parts, env, outbound, clock, random } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const { registrations, content } = createSessionParts({ parts, env });
  return {
    ...{ clock, random },
    scores: createScoreStore(stores),
    lineItems: createLineItemStore(stores),
    platforms: createForeignPlatformStore(stores),
    placements: createPlacementStore(stores),
    links: createAccountLinkStore(stores),
    services: createGradeServices({
      outbound,
      signer: createToolSigner({ parts, env }),
      clock,
      ids: systemIds,
    }),
    standings: createToolStandings({
      ...{ registrations, content, enrolments: createEnrolmentStore(stores) },
    }),
  };
}
