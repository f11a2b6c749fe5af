import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { PlanNotFound } from './errors.ts';
import type { AnnualPlan, PlanPlace } from './plan.ts';
import type { PlanStore } from './ports.ts';

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: PersonPrincipal): AgencyId {
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new PlanNotFound();
  return principal.agencyId;
}

/** A plan of one's own agency, by year and version. */
export interface PlanAt {
  readonly principal: PersonPrincipal;
  readonly year: number;
  readonly version: number;
}

export const placeAt = ({ principal, year, version }: PlanAt): PlanPlace => ({
  agencyId: agencyOf(principal),
  year,
  version,
});

export async function ownPlan(
  { plans }: { readonly plans: Pick<PlanStore, 'find'> },
  at: PlanAt,
): Promise<AnnualPlan> {
  const found = await plans.find(placeAt(at));
  if (!found) throw new PlanNotFound();
  return found;
}
