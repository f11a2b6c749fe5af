import type { PersonPrincipal } from '@sinau/kernel';
import { InvalidField } from '../errors.ts';
import type { ClientId } from '../ids.ts';
import { alterClient } from './alter-client.ts';
import { type ClientSummary, clientSummaryOf } from './api-client.ts';
import type { ClientStore } from './ports.ts';

/**
 * Ends an old secret before its time, and the tokens that came from it, at every door within a minute. The newest one is
 * not ended but replaced, or its client disabled. One that has ended already changes nothing.
 */
export async function endClientSecret(
  deps: { readonly clients: ClientStore },
  input: {
    readonly principal: PersonPrincipal;
    readonly clientId: ClientId;
    /** Of the credential, as the list of secrets names it. */
    readonly number: number;
  },
): Promise<ClientSummary> {
  const client = await alterClient(deps, input, (before) => {
    if (before.credentials.at(-1)?.number === input.number) {
      throw new InvalidField({ path: '/number', message: 'is the newest secret; replace it instead' });
    }
    const credentials = before.credentials.filter(({ number }) => number !== input.number);
    return credentials.length === before.credentials.length ? before : { ...before, credentials };
  });
  return clientSummaryOf(client);
}
