import { followCompletion, refreshYears } from '@sinau/credit';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import type { CreditParts } from '../shared/credit-parts.ts';
import type { Fact } from './follow-fact.ts';

export interface FollowCreditDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly credit: () => Promise<CreditParts>;
}

/** The session in which a course was completed has ended by then. */
const lastSessionMs = 25 * 3_600_000;

/** The ledger of JP follows completed courses, and sums follow the ledger. Safe to repeat. */
export async function followCredit(deps: FollowCreditDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'enrolment-completed':
    case 'result-placed':
      await followCompletion(await deps.credit(), fact.registration);
      return;
    case 'progress-made':
      if (await isLastSession(deps, fact)) await followCompletion(await deps.credit(), fact.registration);
      return;
    case 'credit-changed':
      await refreshYears(await deps.credit(), fact.personId as PersonId);
      return;
    default:
      return;
  }
}

/** The last words of a session come after the course is done, and tell more of the time. */
async function isLastSession(
  { enrolments }: FollowCreditDeps,
  fact: { readonly registration: string; readonly occurredAt: string },
): Promise<boolean> {
  const found = await enrolments.findByRegistration(fact.registration as Registration);
  if (found?.completedAt === undefined) return false;
  return Date.parse(fact.occurredAt) <= Date.parse(found.completedAt) + lastSessionMs;
}
