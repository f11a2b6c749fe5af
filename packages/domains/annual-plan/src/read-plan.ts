import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { agencyOf, ownPlan, type PlanAt } from './authority.ts';
import { PlanNotFound } from './errors.ts';
import type { AnnualPlan, PlanPlace } from './plan.ts';
import { bySchedule, type PlanItem, type PlanTotals, totalsOf } from './plan-item.ts';
import type { PlanStore } from './ports.ts';

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
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly AnnualPlan[]> => plans.list(agencyOf(principal));

export async function readPlan(deps: Deps, input: PlanAt): Promise<PlanView> {
  return viewOf(deps, await ownPlan(deps, input));
}

/** For whoever speaks for an agency otherwise than as a person, e.g. its personnel system. */
export async function readPlanOf(deps: Deps, place: PlanPlace): Promise<PlanView> {
  const plan = await deps.plans.find(place);
  if (!plan) throw new PlanNotFound();
  return viewOf(deps, plan);
}

/** The version that counts now: the one in force, else the newest there is. */
export async function currentPlanOf(
  { plans }: Deps,
  { agencyId, year }: { readonly agencyId: AgencyId; readonly year: number },
): Promise<AnnualPlan | undefined> {
  const versions = (await plans.list(agencyId)).filter((plan) => plan.year === year);
  return versions.find(({ state }) => state === 'set') ?? versions[0];
}

async function viewOf({ plans }: Deps, plan: AnnualPlan): Promise<PlanView> {
  const items = (await plans.items(plan)).toSorted(bySchedule);
  return { plan, items, totals: totalsOf(items) };
}
