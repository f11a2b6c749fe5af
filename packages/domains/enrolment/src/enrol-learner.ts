import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import type { Enrolment, EnrolmentId, EnrolRequest, Registration } from './enrolment.ts';
import { AlreadyEnrolled, CourseNotOpen } from './errors.ts';
import type { CourseDirectory, EnrolmentStore } from './ports.ts';

/** Enrols the signed-in person in the open version of a course, under a fresh registration. */
export async function enrolLearner(
  deps: {
    readonly courses: CourseDirectory;
    readonly enrolments: EnrolmentStore;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: { readonly principal: PersonPrincipal; readonly request: EnrolRequest },
): Promise<Enrolment> {
  const { courseId } = input.request;
  const open = await deps.courses.openVersion(courseId);
  if (!open) throw new CourseNotOpen();
  // Each field by name, never spread from the request: what a caller adds cannot become part of the enrolment.
  const enrolment: Enrolment = {
    enrolmentId: deps.ids.uuid() as EnrolmentId,
    personId: input.principal.personId,
    courseId,
    version: open.version,
    registration: deps.ids.uuid() as Registration,
    state: 'active',
    enrolledAt: deps.clock.now().toISOString(),
  };
  const outcome = await deps.enrolments.create(enrolment);
  if (outcome === 'already-enrolled') throw new AlreadyEnrolled();
  return enrolment;
}
