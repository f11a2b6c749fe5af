import type { PersonPrincipal } from '@sinau/kernel';
import { type Enrolment, isTaken, type Registration } from './enrolment.ts';
import { EnrolmentNotFound } from './errors.ts';
import type { EnrolmentStore } from './ports.ts';

/** The signed-in person's own enrolment that opens a course, or of a registration; anybody else's is not found. */
export async function getEnrolment(
  deps: { readonly enrolments: EnrolmentStore },
  input: { readonly principal: PersonPrincipal } & (
    | { readonly courseId: string }
    | { readonly registration: Registration }
  ),
): Promise<Enrolment> {
  const { personId } = input.principal;
  const enrolment =
    'courseId' in input
      ? await deps.enrolments.findCurrent(personId, input.courseId)
      : await deps.enrolments.findByRegistration(input.registration);
  if (enrolment?.personId !== personId || !isTaken(enrolment)) throw new EnrolmentNotFound();
  return enrolment;
}
