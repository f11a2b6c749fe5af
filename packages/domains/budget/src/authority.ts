import type { AgencyId, ClientPrincipal, PersonPrincipal } from '@sinau/kernel';
import type { BudgetActor } from './entry.ts';
import { BudgetNotFound } from './errors.ts';

/** Whoever looks after budgets: administrators of the agency, and its own systems. */
export type BudgetKeeper = PersonPrincipal | ClientPrincipal;

/** The agency whose lines these are for the principal; anybody else's are answered like absent ones. */
export function agencyOf(principal: BudgetKeeper): AgencyId {
  if (principal.kind === 'client') {
    if (principal.tenant.kind === 'agency') return principal.tenant.agencyId;
    throw new BudgetNotFound();
  }
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new BudgetNotFound();
  return principal.agencyId;
}

export const actorOf = (principal: BudgetKeeper): BudgetActor =>
  principal.kind === 'client'
    ? { id: principal.clientId, name: principal.name, as: 'client' }
    : { id: principal.personId, name: principal.name, as: 'agency' };
