import { createSeatBudget } from '@sinau/budget/dynamo';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createOpenCourses } from './open-courses.ts';

/** Quotas of all agencies, and those who wait for a seat in them. */
export function createQuotaSeats(stores: { readonly dynamo: Dynamo; readonly table: string }) {
  return {
    quotas: createQuotaStore(stores),
    budget: createSeatBudget(stores),
    enrolments: createEnrolmentStore(stores),
    organisations: createOrganisationStore(stores),
    courses: createOpenCourses({ courses: createCourseStore(stores) }),
  };
}
