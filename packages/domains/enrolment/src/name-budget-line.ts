import { type AgencyId, type Clock, InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { budgetLineSchema, refuseOtherYears } from './budget-year.ts';
import { QuotaConflict, QuotaNotFound } from './errors.ts';
import type { CourseDirectory, EnrolmentStore, QuotaStore } from './ports.ts';
import { promoteLine, promoteQuota } from './promote-waiting.ts';
import { type Quota, type QuotaId, quotaOf } from './quota.ts';
import type { BudgetLineId, SeatBudget } from './seat-budget.ts';
import { officeFor, type QuotaSetter, setterOf } from './set-quota.ts';

export const budgetLineNameSchema = z.strictObject({
  rev: z.int().positive(),
  /** Absent: the price of seats is bound nowhere. */
  budgetLine: budgetLineSchema.exactOptional(),
});
export type BudgetLineName = z.infer<typeof budgetLineNameSchema>;

/**
 * On which line of its budget an agency binds what seats of a quota cost, from the next seat on; seats that were given stay where they are. The agency
 * says it, whoever set the quota. Who waits for the line of before goes by what holds now.
 */
export async function nameBudgetLine(
  deps: {
    readonly quotas: QuotaStore;
    readonly budget: Pick<SeatBudget, 'find'>;
    readonly enrolments: EnrolmentStore;
    readonly courses: CourseDirectory;
    readonly clock: Clock;
  },
  input: {
    readonly principal: QuotaSetter;
    readonly agencyId: AgencyId;
    readonly quotaId: QuotaId;
    readonly request: BudgetLineName;
  },
): Promise<Quota> {
  const { principal, agencyId, quotaId, request } = input;
  if (officeFor(principal, agencyId) !== 'agency') throw new QuotaNotFound();
  const found = await deps.quotas.find(agencyId, quotaId);
  if (!found) throw new QuotaNotFound();
  if (found.rev !== request.rev)
    throw new QuotaConflict('This quota has just been changed. Please look at it again.');
  const before = quotaOf(found);
  const { budgetLine: was, ...kept } = before;
  const budgetLine = request.budgetLine as BudgetLineId | undefined;
  if (budgetLine !== undefined) await checkLine(deps, before, budgetLine);
  const updatedAt = deps.clock.now().toISOString();
  const after: Quota = {
    ...{ ...kept, updatedAt, rev: before.rev + 1 },
    ...(budgetLine !== undefined && { budgetLine }),
  };
  const by = setterOf(principal, 'agency');
  const outcome = await deps.quotas.save({ quotaId, at: updatedAt, by, before, after });
  if (outcome !== 'saved')
    throw new QuotaConflict('Somebody else has just set this quota. Please look again.');
  if (was !== undefined) await promoteLine(deps, { agencyId, lineId: was });
  await promoteQuota(deps, { agencyId, quotaId });
  return after;
}

async function checkLine(
  { budget }: { readonly budget: Pick<SeatBudget, 'find'> },
  { agencyId, from, to }: Quota,
  lineId: BudgetLineId,
): Promise<void> {
  const line = await budget.find(agencyId, lineId);
  if (line?.state !== 'open') {
    throw new InvalidInput('There is no such open budget line.', {
      issues: [{ path: '/budgetLine', message: 'is no open line of the agency' }],
    });
  }
  refuseOtherYears({ from, to }, lineId);
}
