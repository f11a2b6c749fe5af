import type { Clock, Ids, PersonId } from '@sinau/kernel';
import { admit } from './admit.ts';
import type { Assignment, Enrolment, EnrolmentId, Registration } from './enrolment.ts';
import type { EnrolmentStore, OpenCourse } from './ports.ts';

export interface GiveDeps {
  readonly enrolments: EnrolmentStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Makes a course a duty of somebody: who takes it already goes on under the duty, a request is granted by it, a completion is
 * followed by a re-take, and without a free seat the person waits. Undefined: the enrolment changed in between.
 */
export async function giveDuty(
  deps: GiveDeps,
  given: {
    readonly personId: PersonId;
    readonly courseId: string;
    /** As it was read; it carries no duty that is to stay. */
    readonly current: Enrolment | undefined;
    readonly assignment: Assignment;
    readonly open: OpenCourse;
  },
): Promise<Enrolment | undefined> {
  const { personId, courseId, current, assignment, open } = given;
  if (current?.state === 'active' || current?.state === 'waiting') {
    const ownBefore = current.assignment ? current.assignment.ownBefore : true;
    const after = { ...current, assignment: { ...assignment, ...(ownBefore && { ownBefore }) } };
    return (await deps.enrolments.move({ before: current, after })) === 'done' ? after : undefined;
  }
  const before = current?.state === 'requested' ? current : undefined;
  const replaces = current?.state === 'completed' ? current : undefined;
  const enrolment: Enrolment = before ?? {
    enrolmentId: deps.ids.uuid() as EnrolmentId,
    personId,
    courseId,
    version: open.version,
    registration: deps.ids.uuid() as Registration,
    state: 'active',
    enrolledAt: assignment.at,
    agencyId: assignment.agencyId,
  };
  // A person who assigns decides on the request by that; an obligation decides on nothing.
  const isDecided = before !== undefined && assignment.obligationId === undefined;
  const duty = isDecided ? { ...assignment, ownBefore: true as const } : assignment;
  const admitted = await admit(deps, {
    open,
    step: { ...(before && { before }), ...(replaces && { replaces }) },
    enrolment: { ...enrolment, version: open.version, assignment: duty },
  });
  return admitted.outcome === 'done' ? admitted.enrolment : undefined;
}
