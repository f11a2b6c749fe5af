import type { AgencyId, ClientPrincipal, PersonPrincipal, Role } from '@sinau/kernel';
import { PlanNotFound } from './errors.ts';
import type { AnnualPlan, PlanPlace } from './plan.ts';
import type { PlanStore } from './ports.ts';

/** Who may read plans: administrators of an agency, its officials, and its own systems. */
export type Caller = PersonPrincipal | ClientPrincipal;

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export const agencyOf = (principal: Caller): AgencyId => agencyWith(principal, ['agency-admin']);

/** The same for whoever reads a plan or decides about it: also the two officials. */
export const decidingAgencyOf = (principal: Caller): AgencyId =>
  agencyWith(principal, ['agency-admin', 'authorised-official', 'appointing-official']);

function agencyWith(principal: Caller, roles: readonly Role[]): AgencyId {
  if (principal.kind === 'client') {
    if (principal.tenant.kind !== 'agency') throw new PlanNotFound();
    return principal.tenant.agencyId;
  }
  if (!principal.agencyId || !roles.some((role) => principal.roles.includes(role))) throw new PlanNotFound();
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

type Deps = { readonly plans: Pick<PlanStore, 'find'> };

/** For whoever drafts it. */
export const ownPlan = (deps: Deps, at: ReadAt): Promise<AnnualPlan> =>
  planAt(deps, { ...at, agencyId: agencyOf(at.principal) });

/** For whoever reads it or decides about it. */
export const decidedPlan = (deps: Deps, at: ReadAt): Promise<AnnualPlan> =>
  planAt(deps, { ...at, agencyId: decidingAgencyOf(at.principal) });

async function planAt({ plans }: Deps, { agencyId, year, version }: PlanPlace): Promise<AnnualPlan> {
  const found = await plans.find({ agencyId, year, version });
  if (!found) throw new PlanNotFound();
  return found;
}
