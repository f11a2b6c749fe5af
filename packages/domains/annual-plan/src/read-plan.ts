import { type Caller, decidedPlan, decidingAgencyOf, type ReadAt } from './authority.ts';
import { PlanNotFound } from './errors.ts';
import type { AnnualPlan } from './plan.ts';
import { bySchedule, type PlanItem, type PlanTotals, totalsOf } from './plan-item.ts';
import type { PlanStore } from './ports.ts';
import type { YearPlace } from './signal.ts';

type Deps = { readonly plans: Pick<PlanStore, 'list' | 'find' | 'items'> };

export interface PlanView {
  readonly plan: AnnualPlan;
  /** By schedule. */
  readonly items: readonly PlanItem[];
  readonly totals: PlanTotals;
}

/** Every version of one's agency, the newest first. */
export const listPlans = (
  { plans }: Deps,
  { principal }: { readonly principal: Caller },
): Promise<readonly AnnualPlan[]> => plans.list(decidingAgencyOf(principal));

export async function readPlan(deps: Deps, input: ReadAt): Promise<PlanView> {
  return viewOf(deps, await decidedPlan(deps, input));
}

/** The version that counts now: the one in force, else the newest there is. Rejects with `PlanNotFound` where the year has none. */
export async function currentVersion(
  { plans }: Deps,
  { principal, year }: Omit<ReadAt, 'version'>,
): Promise<number> {
  const current = await planThatCounts({ plans }, { agencyId: decidingAgencyOf(principal), year });
  if (!current) throw new PlanNotFound();
  return current.version;
}

async function planThatCounts(
  { plans }: { readonly plans: Pick<PlanStore, 'list'> },
  { agencyId, year }: YearPlace,
): Promise<AnnualPlan | undefined> {
  const versions = (await plans.list(agencyId)).filter((plan) => plan.year === year);
  return versions.find(({ state }) => state === 'set') ?? versions[0];
}

/** Items of that version by schedule, for whoever says for which of them something was learned; none where the year has no plan. */
export async function itemsThatCount(
  deps: { readonly plans: Pick<PlanStore, 'list' | 'items'> },
  place: YearPlace,
): Promise<readonly PlanItem[]> {
  const plan = await planThatCounts(deps, place);
  return plan ? (await deps.plans.items(plan)).toSorted(bySchedule) : [];
}

async function viewOf({ plans }: Deps, plan: AnnualPlan): Promise<PlanView> {
  const items = (await plans.items(plan)).toSorted(bySchedule);
  return { plan, items, totals: totalsOf(items) };
}
