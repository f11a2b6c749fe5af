import type { AgencyId, PersonId } from '@sinau/kernel';
import { endEnrolment, type LeaveDeps } from './cancel-enrolment.ts';
import type { Assignment, Enrolment } from './enrolment.ts';
import { AlreadyEnrolled, BudgetUsedUp, EnrolmentNotActive, QuotaUsedUp } from './errors.ts';
import { type GiveDeps, giveDuty } from './give-duty.ts';
import type { CourseDirectory, LearnerDirectory } from './ports.ts';

export interface RequireDeps extends GiveDeps {
  readonly courses: CourseDirectory;
  readonly learners: LearnerDirectory;
}

/** What a standing obligation of an agency asks of one person. */
export interface Requirement {
  readonly agencyId: AgencyId;
  readonly obligationId: string;
  readonly personId: PersonId;
  readonly courseId: string;
  /** Last day, ISO date. */
  readonly dueOn: string;
  readonly note: string;
  readonly by: { readonly kind: 'person' | 'client'; readonly id: string; readonly name: string };
}

const anybodysTries = 5;

/**
 * Gives a course to somebody of the agency because an obligation asks for it, once more to who has completed it. A duty that
 * stands already stays, unless it is that of an obligation with a later day; if it is of the same, its day and reason follow.
 * Repeated it changes nothing more.
 */
export async function requireCourse(
  deps: RequireDeps,
  requirement: Requirement,
): Promise<'given' | 'course-closed' | 'invitation' | 'quota' | 'budget' | 'other-agency'> {
  const { personId, courseId } = requirement;
  const place = await deps.learners.placeOf(personId);
  if (place?.agencyId !== requirement.agencyId) return 'other-agency';
  if (await isRenewed(deps, requirement)) return 'given';
  const open = await deps.courses.openVersion(courseId);
  if (!open) return 'course-closed';
  if (open.admission.mode === 'invitation') return 'invitation';
  const assignment = assignmentOf(requirement, deps.clock.now());
  for (let n = 0; n < anybodysTries; n += 1) {
    const current = await deps.enrolments.findCurrent(personId, courseId);
    if (current && current.state !== 'completed' && !isReplaced(current, requirement)) return 'given';
    try {
      if (await giveDuty(deps, { personId, courseId, current, assignment, open })) return 'given';
    } catch (error) {
      if (error instanceof QuotaUsedUp) return 'quota';
      if (error instanceof BudgetUsedUp) return 'budget';
      throw error;
    }
  }
  throw new AlreadyEnrolled('This enrolment has just changed. Please try again.');
}

/** Also where nobody can enrol any more. */
async function isRenewed({ enrolments }: RequireDeps, requirement: Requirement): Promise<boolean> {
  for (let n = 0; n < anybodysTries; n += 1) {
    const before = await enrolments.findCurrent(requirement.personId, requirement.courseId);
    const after = before && renewedBy(before, requirement);
    if (!after) return false;
    if ((await enrolments.move({ before, after })) === 'done') return true;
  }
  throw new AlreadyEnrolled('This enrolment has just changed. Please try again.');
}

/** Under the same obligation, which has other terms for the person now; it was given when it was given. */
function renewedBy(current: Enrolment, requirement: Requirement): Enrolment | undefined {
  const { assignment, state } = current;
  if (state !== 'active' && state !== 'waiting') return undefined;
  if (assignment?.obligationId !== requirement.obligationId) return undefined;
  const { dueOn, note } = requirement;
  if (assignment.dueOn === dueOn && assignment.note === note) return undefined;
  return { ...current, assignment: { ...assignment, dueOn, note } };
}

function isReplaced({ assignment }: Enrolment, { obligationId, dueOn }: Requirement): boolean {
  if (!assignment) return true;
  const { obligationId: other, dueOn: until } = assignment;
  return other !== undefined && other !== obligationId && until !== undefined && dueOn < until;
}

function assignmentOf(requirement: Requirement, now: Date): Assignment {
  const { agencyId, obligationId, dueOn, note, by } = requirement;
  return {
    ...(by.kind === 'person' ? { by: by.id as PersonId } : { client: by.name }),
    ...{ as: 'agency', agencyId, at: now.toISOString(), dueOn, note, obligationId },
  };
}

/**
 * Takes back what was given for an obligation, or hands it on to another one that asks for the same. Who has begun or had
 * enrolled before goes on without the duty; for everybody else, also who had only asked, the enrolment ends, and the seat goes to
 * the first who waits.
 */
export async function releaseRequired(
  deps: RequireDeps & LeaveDeps,
  place: Pick<Requirement, 'personId' | 'courseId' | 'obligationId'>,
  heir: Requirement | undefined,
): Promise<void> {
  for (let n = 0; n < anybodysTries; n += 1) {
    const before = await deps.enrolments.findCurrent(place.personId, place.courseId);
    if (!before?.assignment || before.state === 'completed') return;
    if (before.assignment.obligationId !== place.obligationId) return;
    const { assignment: old, ...free } = before;
    const { ownBefore } = old;
    if (!heir && !ownBefore && before.lastActivityAt === undefined) {
      if (await isEnded(deps, before)) return;
      continue;
    }
    const handed = heir && {
      ...assignmentOf(heir, deps.clock.now()),
      ...(ownBefore && { ownBefore }),
    };
    const after: Enrolment = { ...free, ...(handed && { assignment: handed }) };
    if ((await deps.enrolments.move({ before, after })) === 'done') return;
  }
  throw new AlreadyEnrolled('This enrolment has just changed. Please try again.');
}

/** False: completed or begun in the meantime. */
async function isEnded(deps: LeaveDeps, before: Enrolment): Promise<boolean> {
  try {
    await endEnrolment(deps, before);
    return true;
  } catch (error) {
    if (error instanceof EnrolmentNotActive) return false;
    throw error;
  }
}
