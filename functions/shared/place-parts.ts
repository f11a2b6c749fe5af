import { createSubjectStore } from '@sinau/agreements/dynamo';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import {
  createConnectionStore,
  createCourseParts,
  createLearnerNames,
  createResultStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import type { PlaceDeps } from '@sinau/connectors/results';
import type { CourseContentPort } from '@sinau/delivery';
import { createGuestStore } from '@sinau/delivery/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createEntitlements } from './entitlements.ts';
import { createPlaceFinder } from './place-finder.ts';

/** What finds the place of a result, without what follows from it. */
export function createPlaceParts(given: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly content: CourseContentPort;
}): PlaceDeps {
  const { content, ...stores } = given;
  const enrolments = createEnrolmentStore(stores);
  return {
    results: createResultStore({ ...stores, digest: nodeDigest }),
    names: createLearnerNames(stores),
    courseParts: createCourseParts(stores),
    finder: createPlaceFinder({
      ...{ enrolments, content, subjects: createSubjectStore(stores), courses: createCourseStore(stores) },
      entitlements: createEntitlements({ enrolments, guests: createGuestStore(stores) }),
      sync: createSyncStore(stores),
      connections: createConnectionStore(stores),
    }),
    clock: systemClock,
  };
}
