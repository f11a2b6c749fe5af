import { type ItemId, itemsThatCount } from '@sinau/annual-plan';
import type { PlanItems } from '@sinau/external-learning';
import type { AgencyId } from '@sinau/kernel';
import type { AnnualPlanDesk } from './annual-plan-parts.ts';

interface ListedItem {
  readonly year: number;
  readonly itemId: ItemId;
  readonly title: string;
}

/** Items of annual plans, as records of learning elsewhere name them: those of the version that counts. */
export function planItemsOf({ plans }: Pick<AnnualPlanDesk, 'plans'>): PlanItems & {
  listOf(agencyId: AgencyId, year: number): Promise<readonly ListedItem[]>;
} {
  const listOf = async (agencyId: AgencyId, year: number) =>
    (await itemsThatCount({ plans }, { agencyId, year })).map(({ itemId, title }) => ({
      year,
      itemId,
      title,
    }));
  return {
    listOf,
    has: async (agencyId, { year, itemId }) =>
      (await listOf(agencyId, year)).some((one) => one.itemId === itemId),
  };
}
