import type { AgencyId, Clock } from '@sinau/kernel';
import type { Charge } from './charge.ts';
import type { EnrolmentStore, OpenCourse } from './ports.ts';
import { dayOf, type Quota, type QuotaStanding } from './quota.ts';
import type { BudgetLineId, SeatLine } from './seat-budget.ts';

/** What a seat in a course takes and costs now. */
export interface SeatTerms {
  /** That of the course first. */
  readonly quotas: readonly QuotaStanding[];
  /** Absent where nothing is counted and nothing costs. */
  readonly charge?: Charge;
  /** The budget line that the price is bound on, and what happens to newcomers when it has too little room. */
  readonly line?: SeatLine & { readonly whenFull: 'wait' | 'refuse' };
}

const nothing: SeatTerms = { quotas: [] };

/**
 * The quotas of the person's agency that a seat counts in today, and its price: that of the quota of the course, else of the
 * provider's, else what the course costs. Price and payer are terms of a contract, so those of operators' quotas alone count.
 * Where an agency has no quota, it has no limit. What the agency pays is bound on the line that whoever approved chose, while its year is this one,
 * else on that of the first of these quotas that names one. Newcomers never wait for a chosen line: another could have been chosen.
 */
export async function termsOf(
  deps: { readonly enrolments: Pick<EnrolmentStore, 'quotasFor' | 'lineOf'>; readonly clock: Clock },
  input: {
    readonly agencyId: AgencyId | undefined;
    readonly courseId: string;
    readonly open: OpenCourse;
    readonly chosen?: BudgetLineId | undefined;
  },
): Promise<SeatTerms> {
  const { agencyId, courseId, open, chosen } = input;
  const { providerId, price: asked = 0 } = open;
  if (agencyId === undefined || providerId === undefined) return nothing;
  const day = dayOf(deps.clock.now());
  const found = await deps.enrolments.quotasFor({ agencyId, providerId, courseId, day });
  const quotas = found.toSorted((a, b) => (a.target.kind < b.target.kind ? -1 : 1));
  const agreed = quotas.filter(({ setBy }) => setBy === 'operator');
  const price = agreed.find((quota) => quota.price !== undefined)?.price ?? asked;
  if (quotas.length === 0 && price === 0) return nothing;
  const payer = agreed[0]?.payer ?? 'agency';
  const year = Number(day.slice(0, 4));
  const ids = quotas.map(({ quotaId }) => quotaId);
  const isPaid = payer === 'agency' && price > 0;
  const naming = isPaid ? namingIn(quotas, year, chosen) : undefined;
  const { budgetLine } = naming ?? {};
  const line = budgetLine && (await deps.enrolments.lineOf(agencyId, budgetLine));
  const bound = budgetLine && { budgetLine };
  return {
    quotas,
    charge: { agencyId, providerId, year, quotas: ids, price, payer, ...bound, state: 'reserved' },
    ...(naming && line && { line: { ...line, whenFull: naming.whenFull } }),
  };
}

/** Who names the line that pays. */
function namingIn(
  quotas: readonly QuotaStanding[],
  year: number,
  chosen: BudgetLineId | undefined,
): Pick<Quota, 'budgetLine' | 'whenFull'> | undefined {
  if (chosen?.startsWith(`${year}.`)) return { budgetLine: chosen, whenFull: 'refuse' };
  return quotas.find((quota) => quota.budgetLine);
}
