import type { AgencyId, ClientPrincipal, PersonPrincipal } from '@sinau/kernel';
import { PlanNotFound } from './errors.ts';
import type { AnnualPlan, PlanPlace } from './plan.ts';
import type { PlanStore } from './ports.ts';

/** Who may read plans: administrators of an agency, and its own systems. */
export type Caller = PersonPrincipal | ClientPrincipal;

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: Caller): AgencyId {
  if (principal.kind === 'client') {
    if (principal.tenant.kind !== 'agency') throw new PlanNotFound();
    return principal.tenant.agencyId;
  }
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new PlanNotFound();
  return principal.agencyId;
}

/** A plan of one's own agency, by year and version. */
export interface ReadAt {
  readonly principal: Caller;
  readonly year: number;
  readonly version: number;
}

/** The same for whoever changes it: a person, who is kept with what they did. */
export interface PlanAt extends ReadAt {
  readonly principal: PersonPrincipal;
}

export const placeAt = ({ principal, year, version }: ReadAt): PlanPlace => ({
  agencyId: agencyOf(principal),
  year,
  version,
});

export async function ownPlan(
  { plans }: { readonly plans: Pick<PlanStore, 'find'> },
  at: ReadAt,
): Promise<AnnualPlan> {
  const found = await plans.find(placeAt(at));
  if (!found) throw new PlanNotFound();
  return found;
}
