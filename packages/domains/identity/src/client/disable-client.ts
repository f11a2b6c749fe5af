import type { Clock, PersonPrincipal } from '@sinau/kernel';
import type { ClientId } from '../ids.ts';
import { alterClient } from './alter-client.ts';
import { type ClientSummary, clientSummaryOf } from './api-client.ts';
import type { ClientStore } from './ports.ts';

/**
 * Shuts a client out for good: its secret at once where looked up freshly, everywhere within a minute. It cannot be let in
 * again, since whoever was shut out may have been a thief; a new client is made in a moment.
 */
export async function disableClient(
  deps: { readonly clients: ClientStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal; readonly clientId: ClientId },
): Promise<ClientSummary> {
  const client = await alterClient(deps, input, (before) =>
    before.disabledAt ? before : { ...before, disabledAt: deps.clock.now().toISOString() },
  );
  return clientSummaryOf(client);
}
