import type { PersonPrincipal } from '@sinau/kernel';
import { ChangedMeanwhile, ClientDisabled, IdentityNotFound } from '../errors.ts';
import type { ClientId } from '../ids.ts';
import { mayAdminister } from '../people/authority.ts';
import type { ApiClient } from './api-client.ts';
import type { ClientStore } from './ports.ts';

const tries = 4;

/** Reads, checks and changes one client; again from the start when somebody else was faster. A disabled one stays as it is. */
export async function alterClient(
  deps: { readonly clients: ClientStore },
  input: { readonly principal: PersonPrincipal; readonly clientId: ClientId },
  change: (client: ApiClient) => ApiClient,
): Promise<ApiClient> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await deps.clients.find(input.clientId);
    // Absent and foreign alike (case C2).
    if (!before || !mayAdminister(input.principal, before.tenant)) throw new IdentityNotFound('client');
    const after = change(before);
    if (after === before) return before;
    if (before.disabledAt) throw new ClientDisabled();
    if ((await deps.clients.replace(before, after)) === 'stored') return after;
  }
  throw new ChangedMeanwhile();
}
