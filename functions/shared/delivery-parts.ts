import { setTimeout as sleep } from 'node:timers/promises';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import type { AcceptDeps, GuestStore, LaunchDeps, TrialStore, VersionMovePort } from '@sinau/delivery';
import { createGuestStore, createRegistrationStore, createTrialStore } from '@sinau/delivery/dynamo';
import { contentTicketKey, createContentTickets } from '@sinau/platform/content-edge';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createCourseContent } from './course-content.ts';
import { actorsOf, createDeliveryAddresses } from './delivery-addresses.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createEntitlements } from './entitlements.ts';
import { later } from './later.ts';
import type { LmsWriters } from './lms-writers.ts';
import type { Parts } from './parts.ts';
import { createVersionMoves } from './version-moves.ts';

interface SessionEnv {
  readonly LMS_TABLE: string;
  readonly CONTENT_BUCKET: string;
  readonly PORTAL_ORIGIN: string;
  readonly CONTENT_ORIGIN_TEMPLATE: string;
  readonly ISSUER_URL: string;
}

/** What the session of running content needs, but for the record store. */
export function createSessionParts(given: {
  readonly parts: Parts;
  readonly env: SessionEnv;
}): Omit<AcceptDeps<never>, 'records'> {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
    registrations: createRegistrationStore(stores),
    content: createCourseContent({
      courses: createCourseStore(stores),
      content: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    }),
    addresses: createDeliveryAddresses({
      portalOrigin: env.PORTAL_ORIGIN,
      contentOriginTemplate: env.CONTENT_ORIGIN_TEMPLATE,
      issuer: env.ISSUER_URL,
    }),
  };
}

/** Everything a launch needs, on the stores of this deployment. */
export function createDeliveryParts(given: {
  readonly parts: Parts;
  readonly env: SessionEnv & { readonly SIGNING_SECRET: string };
  readonly writers: LmsWriters;
}): LaunchDeps & {
  readonly guests: GuestStore;
  readonly moves: VersionMovePort;
  readonly trials: TrialStore;
} {
  const { parts, env, writers } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const guests = createGuestStore(stores);
  const enrolments = createEnrolmentStore(stores);
  return {
    ...createSessionParts(given),
    guests,
    trials: createTrialStore(stores),
    entitlements: createEntitlements({ enrolments, guests }),
    moves: createVersionMoves({ courses: createCourseStore(stores), enrolments }),
    ...writers,
    tickets: createContentTickets(contentTicketKey(env.SIGNING_SECRET)),
    actors: actorsOf(env.ISSUER_URL),
    elsewhere: later(async () => (await import('./ways-elsewhere.ts')).createWaysElsewhere({ parts, env })),
    sleep,
  };
}
