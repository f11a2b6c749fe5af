import type { Principal } from '@sinau/kernel';
import { authenticateClientRequest } from '../shared/authenticate-client.ts';
import type { ClientCredentials } from '../shared/client-credentials.ts';

const pairPattern = /^bearer +([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]+)$/i;

/**
 * API clients, as at the other doors; and since Entra ID and Okta know one text for good and no exchange of tokens, also id and
 * secret of a client with a dot between them as the bearer token. It is the secret, and ends with it.
 */
export function authenticateProvisioner(
  credentials: ClientCredentials,
): (request: Request) => Promise<Principal> {
  const byClient = authenticateClientRequest(credentials);
  return async (request) => {
    const pair = pairPattern.exec(request.headers.get('authorization') ?? '');
    return pair ? credentials.basic(`Basic ${btoa(`${pair[1]}:${pair[2]}`)}`) : byClient(request);
  };
}
