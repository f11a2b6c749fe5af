import { InvalidInput } from '@sinau/kernel';
import { agencyOf, type BudgetKeeper } from './authority.ts';
import { BudgetFull } from './errors.ts';
import type { BudgetStore, CourseCost } from './ports.ts';
import { mostUnitCosts, type UnitCost, type UnitCostRequest, unitCostsOn } from './unit-cost.ts';

/** What holds on a day, and what came before. */
export async function listUnitCosts(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'unitCosts'> },
  { principal, day }: { readonly principal: BudgetKeeper; readonly day: string },
): Promise<{ readonly current: readonly UnitCost[]; readonly all: readonly UnitCost[] }> {
  const all = await budgets.unitCosts(agencyOf(principal));
  return { current: unitCostsOn(all, day), all };
}

/** Another amount of a code is another row from its first day on. */
export async function addUnitCost(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'unitCosts' | 'addUnitCost'> },
  { principal, request }: { readonly principal: BudgetKeeper; readonly request: UnitCostRequest },
): Promise<UnitCost> {
  const agencyId = agencyOf(principal);
  if ((await budgets.unitCosts(agencyId)).length >= mostUnitCosts) throw new BudgetFull();
  const cost: UnitCost = { agencyId, ...request };
  if ((await budgets.addUnitCost(cost)) === 'exists') {
    throw new InvalidInput('There is a cost of this code from this day on.', {
      issues: [{ path: '/from', message: 'another one begins on this day' }],
    });
  }
  return cost;
}

/** What each course has cost in a year; the most expensive first. */
export async function listCourseCosts(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'courseCosts'> },
  { principal, year }: { readonly principal: BudgetKeeper; readonly year: number },
): Promise<readonly CourseCost[]> {
  const found = await budgets.courseCosts(agencyOf(principal), year);
  return found.toSorted((a, b) => b.spent - a.spent || (a.courseId < b.courseId ? -1 : 1));
}
