import type { Clock, PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import { admit } from './admit.ts';
import { decidingOffice } from './authority.ts';
import { budgetLineSchema } from './budget-year.ts';
import { requirePayable } from './choose-line.ts';
import type { Decision, Enrolment, Registration } from './enrolment.ts';
import { CourseNotOpen, EnrolmentNotFound, OwnRequest, RequestNotPending } from './errors.ts';
import type {
  CompetencyGaps,
  CourseDirectory,
  EnrolmentStore,
  LearnerDirectory,
  YearHours,
} from './ports.ts';
import { promoteWaiting } from './promote-waiting.ts';
import type { BudgetLineId } from './seat-budget.ts';
import { textOfLines } from './text.ts';

export const decisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('approve'),
    /** Pays the seat instead of the line that the quota names. */
    budgetLine: budgetLineSchema.exactOptional(),
  }),
  z.strictObject({ decision: z.literal('decline'), reason: textOfLines(3, 500) }),
]);
export type DecisionRequest = z.infer<typeof decisionSchema>;

export interface DecideDeps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly learners: LearnerDirectory;
  readonly clock: Clock;
  /** Absent where nobody knows of lesson hours. */
  readonly yearHours?: YearHours;
  readonly gaps?: CompetencyGaps;
}

/**
 * A request that the principal may decide on now, with the office that lets them. Nobody decides on their own (case C7);
 * requests of people for whom others decide are answered like absent ones.
 */
export async function getRequest(
  deps: Pick<DecideDeps, 'enrolments' | 'learners' | 'clock'>,
  input: { readonly principal: PersonPrincipal; readonly registration: Registration },
): Promise<{ readonly request: Enrolment; readonly as: Decision['as'] }> {
  const notFound = new EnrolmentNotFound('There is no such request.');
  const request = await deps.enrolments.findByRegistration(input.registration);
  if (!request || request.requestedAt === undefined) throw notFound;
  const { personId, requestedAt } = request;
  if (personId === input.principal.personId) throw new OwnRequest();
  const place = await deps.learners.placeOf(personId);
  const as =
    place && decidingOffice(input.principal, { personId, requestedAt, place, now: deps.clock.now() });
  if (!as) throw notFound;
  if (request.state !== 'requested') throw new RequestNotPending();
  return { request, as };
}

/**
 * Approves a request, so that the learner gets a seat or a place in the waiting list, or declines it with a reason. Rejects with `BudgetUsedUp` where
 * the budget line that was chosen has no room; then nothing is decided.
 */
export async function decideRequest(
  deps: DecideDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly registration: Registration;
    readonly request: DecisionRequest;
  },
): Promise<Enrolment> {
  const { request: before, as } = await getRequest(deps, input);
  const at = deps.clock.now().toISOString();
  const decided = { by: input.principal.personId, as, at };
  if (input.request.decision === 'decline') {
    const decision: Decision = { ...decided, approved: false, reason: input.request.reason };
    const after: Enrolment = { ...before, state: 'declined', decision };
    if ((await deps.enrolments.move({ before, after })) !== 'done') throw new RequestNotPending();
    await promoteWaiting(deps, { courseId: before.courseId });
    return after;
  }
  const open = await deps.courses.openVersion(before.courseId);
  if (!open) throw new CourseNotOpen();
  const chosen = input.request.budgetLine as BudgetLineId | undefined;
  if (chosen !== undefined)
    await requirePayable(deps, { principal: input.principal, request: before, open, chosen });
  const decision = { ...decided, approved: true, ...(chosen !== undefined && { budgetLine: chosen }) };
  const { outcome, enrolment } = await admit(deps, {
    open,
    step: { before },
    enrolment: { ...before, version: open.version, decision },
  });
  if (outcome !== 'done') throw new RequestNotPending();
  return enrolment;
}
