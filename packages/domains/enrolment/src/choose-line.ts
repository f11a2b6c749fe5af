import { type Clock, InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import { administers } from './authority.ts';
import type { Enrolment } from './enrolment.ts';
import type { EnrolmentStore, OpenCourse } from './ports.ts';
import type { BudgetLineId } from './seat-budget.ts';
import { termsOf } from './terms.ts';

/** Whether somebody chooses which line of the agency's budget pays for its people: lines are seen by its administrators alone. */
export const mayChooseLine = (
  principal: PersonPrincipal,
  { agencyId }: Pick<Enrolment, 'agencyId'>,
): boolean => administers(principal, agencyId);

/**
 * Refuses a line that whoever approves may not choose, or that cannot pay: there is no such open one of this year, or the agency pays nothing.
 * To whoever does not administer the agency none of its lines is there. Whether it has room is asked in the seat's own transaction.
 */
export async function requirePayable(
  deps: { readonly enrolments: Pick<EnrolmentStore, 'quotasFor' | 'lineOf'>; readonly clock: Clock },
  input: {
    readonly principal: PersonPrincipal;
    readonly request: Enrolment;
    readonly open: OpenCourse;
    readonly chosen: BudgetLineId;
  },
): Promise<void> {
  const { principal, request, open, chosen } = input;
  const { agencyId, courseId } = request;
  if (!mayChooseLine(principal, request)) throw noSuchLine();
  const { charge, line } = await termsOf(deps, { agencyId, courseId, open, chosen });
  if (charge?.payer !== 'agency' || charge.price === 0) {
    throw new InvalidInput('The agency pays nothing for this seat, so no budget line can be chosen.', {
      issues: [{ path: '/budgetLine', message: 'pays nothing here' }],
    });
  }
  if (line?.lineId !== chosen || line.state !== 'open') throw noSuchLine();
}

const noSuchLine = () =>
  new InvalidInput('There is no such open budget line of this year.', {
    issues: [{ path: '/budgetLine', message: 'is no open line of the agency in this year' }],
  });
