import { CompetencyNotFound } from '@sinau/competency';
import type { AgencyId, ClientPrincipal } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';

export type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

/** The client with its agency: none but its own is ever named. */
export function callerOf(c: Context): { readonly client: ClientPrincipal; readonly agencyId: AgencyId } {
  const principal = c.get('principal');
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') throw new CompetencyNotFound();
  return { client: principal, agencyId: principal.tenant.agencyId };
}
