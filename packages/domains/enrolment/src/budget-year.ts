import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import type { Quota } from './quota.ts';
import type { BudgetLineId } from './seat-budget.ts';

/** `<year>.<code>`. */
export const budgetLineSchema = z.string().regex(/^\d{4}\.[\w.-]{1,40}$/);

/** A line serves one year, with which its id begins, so the quota that names it lies in it. */
export function refuseOtherYears({ from, to }: Pick<Quota, 'from' | 'to'>, line: BudgetLineId): void {
  const year = line.slice(0, 4);
  if (from >= `${year}-01-01` && to <= `${year}-12-31`) return;
  throw new InvalidInput(`The budget line is of ${year}, and the quota has days of another year.`, {
    issues: [{ path: '/to', message: `must be in ${year}, the year of the budget line` }],
  });
}
