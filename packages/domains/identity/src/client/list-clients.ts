import type { PersonPrincipal, Tenant } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import { mayAdminister } from '../people/authority.ts';
import { type ClientSummary, clientSummaryOf } from './api-client.ts';
import type { ClientStore } from './ports.ts';

/** Clients of a tenant one administers, newest first, disabled ones included. */
export async function listClients(
  deps: { readonly clients: ClientStore },
  input: { readonly principal: PersonPrincipal; readonly tenant: Tenant },
): Promise<readonly ClientSummary[]> {
  const { principal, tenant } = input;
  if (!mayAdminister(principal, tenant)) {
    throw new IdentityNotFound(tenant.kind === 'provider' ? 'provider' : 'agency');
  }
  const clients = await deps.clients.listByTenant(tenant);
  return [...clients].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt)).map(clientSummaryOf);
}
