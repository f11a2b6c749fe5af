import { type Assigner, assigningOffice, mayWithdraw } from './authority.ts';
import { endEnrolment, type LeaveDeps } from './cancel-enrolment.ts';
import { type Enrolment, isCurrent, type Registration } from './enrolment.ts';
import { AgencyDuty, EnrolmentNotActive, EnrolmentNotFound } from './errors.ts';
import type { EnrolmentStore, LearnerDirectory } from './ports.ts';

/** A duty of one's own team or agency; anybody else's is not found. */
export async function getAssigned(
  deps: { readonly enrolments: EnrolmentStore; readonly learners: LearnerDirectory },
  input: { readonly principal: Assigner; readonly registration: Registration },
): Promise<Enrolment> {
  const enrolment = await deps.enrolments.findByRegistration(input.registration);
  const place = enrolment?.assignment && (await deps.learners.placeOf(enrolment.personId));
  const { principal } = input;
  const isOwn = principal.kind === 'person' && enrolment?.personId === principal.personId;
  if (!enrolment || !place || isOwn || !isCurrent(enrolment) || !assigningOffice(principal, place)) {
    throw new EnrolmentNotFound('There is no such assignment.');
  }
  return enrolment;
}

/** A duty that the caller may take back; rejects with `AgencyDuty` for one that only the agency may. */
export async function getWithdrawable(
  deps: { readonly enrolments: EnrolmentStore; readonly learners: LearnerDirectory },
  input: { readonly principal: Assigner; readonly registration: Registration },
): Promise<Enrolment> {
  const enrolment = await getAssigned(deps, input);
  const place = await deps.learners.placeOf(enrolment.personId);
  const office = place && assigningOffice(input.principal, place);
  if (!office || !mayWithdraw(office.as, enrolment)) throw new AgencyDuty();
  return enrolment;
}

/**
 * Takes a duty back. Who had enrolled before goes on without it; for everybody else the enrolment ends and the seat goes
 * to the first who waits. A completed course stays completed.
 */
export async function withdrawAssignment(
  deps: LeaveDeps & { readonly learners: LearnerDirectory },
  input: { readonly principal: Assigner; readonly registration: Registration },
): Promise<Enrolment> {
  const before = await getWithdrawable(deps, input);
  if (before.state === 'completed') throw new EnrolmentNotActive();
  if (!before.assignment?.ownBefore) return endEnrolment(deps, before);
  const { assignment: _, ...after } = before;
  if ((await deps.enrolments.move({ before, after })) !== 'done') throw new EnrolmentNotActive();
  return after;
}
