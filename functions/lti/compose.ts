import { createToolHealthStore } from '@sinau/delivery/dynamo';
import { createPlatformSigner, type LaunchServicesPort } from '@sinau/delivery/lti';
import { serviceClaimsOf } from '@sinau/delivery/lti-services';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { ProviderId } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createClientCredentials } from '../shared/client-credentials.ts';
import { createCourseAuthors } from '../shared/course-authors.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { later } from '../shared/later.ts';
import { createLtiTools, launchSharing } from '../shared/lti-launches.ts';
import { createLtiServices } from '../shared/lti-services.ts';
import type { Parts } from '../shared/parts.ts';
import { createSharedAttributes } from '../shared/shared-attributes.ts';
import { createSigningKeys } from '../shared/signing-keys.ts';
import { toolSignsOf } from '../shared/tool-asking.ts';
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
  const lti = createLtiTools({ parts, env });
  const { clock, ids, addresses } = lti;
  const signer = createPlatformSigner(createSigningKeys({ parts, env }, 'platform'));
  const rateLimiter = createDoorLimiter({
    ...stores,
    door: 'lti',
    log,
    clientPerSecond: env.LTI_TOOL_REQUESTS_PER_SECOND,
  });
  const { tools, toolSignatures: signatures } = lti;
  const signs = toolSignsOf({ toolHealth: createToolHealthStore(stores), clock, log });
  const services = createLtiServices({ parts, env, addresses, tools, signatures });
  return {
    ...{ clock, ids, addresses, signer, rateLimiter, log },
    services: { ...services, rateLimiter, signs },
    registering: lti,
    launching: {
      ...{ ...lti, signer, signs },
      sharing: launchSharing(createSharedAttributes({ parts, env })),
      services: launchServices(services),
      courseIds: services.courseIds,
      authors: createCourseAuthors({ people: createPeopleStore(stores) }),
      placeItems: later(async () =>
        (await import('../shared/place-items.ts')).createPlaceItems({ parts, env }),
      ),
    },
    registrars: registrarsOf(stores, env),
  };
}

/** The claims of services name the line item of the link, which its course tells. */
function launchServices(services: ReturnType<typeof createLtiServices>): LaunchServicesPort {
  const { grades, contexts, addresses } = services;
  return {
    async claimsFor({ message, tool, courseId, resourceLinkId }) {
      const context = resourceLinkId === undefined ? undefined : await contexts.find(courseId);
      const link = context?.links.find((one) => one.resourceLinkId === resourceLinkId);
      const deps = { grades, issuer: addresses.issuer };
      const isReview = message === 'LtiSubmissionReviewRequest';
      return serviceClaimsOf(deps, { tool, courseId, isReview, ...(link && { link }) });
    },
  };
}

function registrarsOf(
  stores: Pick<Parts, 'dynamo'> & { readonly table: string },
  env: z.output<typeof envSchema>,
): LtiAppDeps['registrars'] {
  const organisations = createOrganisationStore(stores);
  return {
    clients: createClientCredentials({ ...stores, signer: hmacSigner(env.SIGNING_SECRET) }),
    defaultProvider: env.LTI_DEFAULT_PROVIDER as ProviderId | undefined,
    providerExists: async (providerId) => (await organisations.findProvider(providerId)) !== undefined,
  };
}
