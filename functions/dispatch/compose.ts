import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createGuestStore, createRegistrationStore } from '@sinau/delivery/dynamo';
import { createDispatchStore } from '@sinau/dispatch/dynamo';
import { hmacSigner, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createCourseContent } from '../shared/course-content.ts';
import { createDispatchCourses } from '../shared/dispatch-parts.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createEntitlements } from '../shared/entitlements.ts';
import type { Parts } from '../shared/parts.ts';
import type { DispatchAppDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The door on its stores, in AWS and on one machine alike. */
export function composeDispatch(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): DispatchAppDeps {
  const { parts, env, log } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const courses = createCourseStore(stores);
  const guests = createGuestStore(stores);
  return {
    dispatches: createDispatchStore(stores),
    courses: createDispatchCourses({ courses }),
    content: createCourseContent({
      courses,
      content: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    }),
    registrations: createRegistrationStore(stores),
    entitlements: createEntitlements({ enrolments: createEnrolmentStore(stores), guests }),
    guests,
    signer: hmacSigner(env.SIGNING_SECRET),
    rateLimiter: createDoorLimiter({
      ...stores,
      door: 'dispatch',
      log,
      clientPerSecond: env.DISPATCH_REQUESTS_PER_SECOND,
    }),
    ...{ clock: systemClock, ids: systemIds, log },
    portalOrigin: env.PORTAL_ORIGIN,
    issuer: env.ISSUER_URL,
  };
}
