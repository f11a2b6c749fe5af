import { type Clock, type Ids, InvalidInput, isDayOver, type PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { type Assigner, assigningOffice } from './authority.ts';
import type { Assignment, Enrolment } from './enrolment.ts';
import { AlreadyEnrolled, CourseNotOpen, EnrolmentNotFound, InvitationNeeded, OwnRequest } from './errors.ts';
import { giveDuty } from './give-duty.ts';
import type { CourseDirectory, EnrolmentStore, LearnerDirectory, StandingGate } from './ports.ts';
import { textOfLines } from './text.ts';

export const assignmentRequestSchema = z.strictObject({
  courseId: z.string().regex(/^[\w-]{1,64}$/),
  personId: z.string().regex(/^[\w-]{1,64}$/),
  /** Last day, ISO date. */
  dueOn: z.iso.date().exactOptional(),
  note: textOfLines(0, 300).exactOptional(),
});
export type AssignmentRequest = z.infer<typeof assignmentRequestSchema>;

export interface AssignDeps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly learners: LearnerDirectory;
  /** Absent where nobody knows of legal standings. */
  readonly standing?: StandingGate;
  readonly clock: Clock;
  readonly ids: Ids;
}

const anybodysTries = 5;

/**
 * Gives a course to a person of one's own team or agency as a duty. Who takes it already goes on under the duty, a
 * request is granted by it, and without a free seat the person waits. Nobody assigns to themselves. A course that
 * admits by invitation cannot be assigned.
 */
export async function assignCourse(
  deps: AssignDeps,
  input: { readonly principal: Assigner; readonly request: AssignmentRequest },
): Promise<Enrolment> {
  const { principal, request } = input;
  const personId = request.personId as PersonId;
  if (principal.kind === 'person' && personId === principal.personId)
    throw new OwnRequest('Nobody assigns a course to themselves.');
  refusePast(request, deps.clock.now());
  const place = await deps.learners.placeOf(personId);
  const office = place && assigningOffice(principal, place);
  if (!office) throw new EnrolmentNotFound('There is no such person among yours.');
  await deps.standing?.requireService(personId);
  const open = await deps.courses.openVersion(request.courseId);
  if (!open) throw new CourseNotOpen();
  if (open.admission.mode === 'invitation') throw new InvitationNeeded();
  const assignment: Assignment = {
    ...office,
    ...(principal.kind === 'person' ? { by: principal.personId } : { client: principal.name }),
    at: deps.clock.now().toISOString(),
    ...(request.dueOn !== undefined && { dueOn: request.dueOn }),
    ...(request.note !== undefined && request.note !== '' && { note: request.note }),
  };
  for (let n = 0; n < anybodysTries; n += 1) {
    const current = await deps.enrolments.findCurrent(personId, request.courseId);
    if (current?.assignment || current?.state === 'completed') {
      throw new AlreadyEnrolled('This person was given the course already, or has completed it.');
    }
    const given = await giveDuty(deps, { personId, courseId: request.courseId, current, assignment, open });
    if (given) return given;
  }
  throw new AlreadyEnrolled('This enrolment has just changed. Please try again.');
}

function refusePast({ dueOn }: AssignmentRequest, now: Date): void {
  if (dueOn === undefined || !isDayOver(dueOn, now)) return;
  throw new InvalidInput('The due date is over.', {
    issues: [{ path: '/dueOn', message: 'is over already' }],
  });
}
