import type { AgencyId, ClientPrincipal, PersonPrincipal } from '@sinau/kernel';
import { ObligationNotFound } from './errors.ts';
import { type Maker, type Obligation, obligationIdSchema } from './obligation.ts';
import type { ObligationStore } from './ports.ts';

/** An agency's administrator, or a machine of the agency; the door has looked at its scopes. */
export type AgencyDesk = PersonPrincipal | ClientPrincipal;

/** The agency whose obligations the caller makes. */
export function agencyOf(principal: AgencyDesk): AgencyId {
  if (principal.kind === 'client') {
    if (principal.tenant.kind === 'agency') return principal.tenant.agencyId;
  } else if (principal.roles.includes('agency-admin') && principal.agencyId !== undefined) {
    return principal.agencyId;
  }
  throw new ObligationNotFound();
}

export const makerOf = (principal: AgencyDesk): Maker =>
  principal.kind === 'client'
    ? { kind: 'client', id: principal.clientId, name: principal.name }
    : { kind: 'person', id: principal.personId, name: principal.name };

/** One of the caller's agency; any other is not found. */
export async function ownObligation(
  { obligations }: { readonly obligations: Pick<ObligationStore, 'find'> },
  { principal, obligationId }: { readonly principal: AgencyDesk; readonly obligationId: string },
): Promise<Obligation> {
  const id = obligationIdSchema.safeParse(obligationId);
  const found = id.success ? await obligations.find(agencyOf(principal), id.data) : undefined;
  if (!found) throw new ObligationNotFound();
  return found;
}
