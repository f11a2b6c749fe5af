import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createEnrolmentStore, createQuotaStore } from '@sinau/enrolment/dynamo';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createOpenCourses } from './open-courses.ts';

/** Quotas of all agencies, and those who wait for a seat in them. */
export function createQuotaSeats(stores: { readonly dynamo: Dynamo; readonly table: string }) {
  return {
    quotas: createQuotaStore(stores),
    enrolments: createEnrolmentStore(stores),
    organisations: createOrganisationStore(stores),
    courses: createOpenCourses({ courses: createCourseStore(stores) }),
  };
}
