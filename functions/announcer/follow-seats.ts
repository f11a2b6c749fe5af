import { type EndedStore, noteEnded, type RegistrationStore } from '@sinau/delivery';
import type {
  BudgetRoomCame,
  CourseAdmissionChanged,
  EnrolmentEnded,
  QuotaChanged,
} from '@sinau/domain-events';
import {
  type BudgetLineId,
  type EnrolmentStore,
  promoteFreed,
  promoteLine,
  promoteQuota,
  promoteWaiting,
  type QuotaId,
  type Registration,
} from '@sinau/enrolment';
import type { AgencyId, Clock } from '@sinau/kernel';
import { type EventStore, fundWaiting, type SeatStore } from '@sinau/programmes';
import { createOpenCourses } from '../shared/open-courses.ts';

type Deps = Parameters<typeof createOpenCourses>[0] & {
  readonly enrolments: EnrolmentStore;
  readonly ended: EndedStore;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'step' | 'firstUnfunded'>;
  readonly clock: Clock;
};

/** Seats that may be free go to those who wait. Whoever freed one has promoted already, unless it broke off in between. */
export async function followSeats(
  deps: Deps,
  fact: BudgetRoomCame | CourseAdmissionChanged | EnrolmentEnded | QuotaChanged,
): Promise<void> {
  const promoting = { ...deps, courses: createOpenCourses(deps) };
  switch (fact.type) {
    case 'course-admission-changed':
      await promoteWaiting(promoting, { courseId: fact.courseId });
      return;
    case 'quota-changed': {
      const { agencyId, quotaId } = fact;
      const quota = { agencyId: agencyId as AgencyId, quotaId: quotaId as QuotaId };
      // Terms that are others now may fit others.
      await promoteQuota(promoting, { ...quota, everybody: true });
      return;
    }
    case 'budget-room-came': {
      const { agencyId, lineId } = fact;
      const line = { agencyId: agencyId as AgencyId, lineId: lineId as BudgetLineId };
      await promoteLine(promoting, line);
      await fundWaiting(deps, line);
      return;
    }
    case 'enrolment-ended': {
      await noteEnded(deps, fact);
      const ended = await deps.enrolments.findByRegistration(fact.registration as Registration);
      if (ended) await promoteFreed(promoting, ended);
      else await promoteWaiting(promoting, { courseId: fact.courseId });
    }
  }
}
