import type { PersonPrincipal } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import type { ClientId } from '../ids.ts';
import { mayAdminister } from '../people/authority.ts';
import { type ClientSummary, clientSummaryOf } from './api-client.ts';
import type { ClientDirectory } from './ports.ts';

/** One client that one administers. */
export async function getClient(
  deps: { readonly clients: ClientDirectory },
  input: { readonly principal: PersonPrincipal; readonly clientId: ClientId },
): Promise<ClientSummary> {
  const client = await deps.clients.find(input.clientId);
  // Absent and foreign alike (case C2).
  if (!client || !mayAdminister(input.principal, client.tenant)) throw new IdentityNotFound('client');
  return clientSummaryOf(client);
}
