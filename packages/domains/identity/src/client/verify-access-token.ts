import type { ClientPrincipal, Clock, Signer } from '@sinau/kernel';
import { ClientInvalid } from '../errors.ts';
import { openAccessToken } from './access-token.ts';
import { clientPrincipalOf } from './authenticate-client.ts';
import { isInForce } from './credential.ts';
import type { ClientDirectory } from './ports.ts';

/**
 * Whom a bearer token stands for. Looks the client up as well: a token dies with its client, with the secret it came
 * from and with a scope taken away, within the age of the directory's cache.
 */
export async function verifyAccessToken(
  deps: { readonly directory: ClientDirectory; readonly signer: Signer; readonly clock: Clock },
  token: string,
): Promise<ClientPrincipal> {
  const content = openAccessToken(deps.signer, token);
  const now = deps.clock.now();
  if (!content || content.exp * 1000 <= now.getTime()) throw new ClientInvalid();
  const client = await deps.directory.find(content.client);
  const credential = client?.credentials.find(({ number }) => number === content.credential);
  if (!client || client.disabledAt || !credential || !isInForce(credential, now)) throw new ClientInvalid();
  const scopes = content.scopes.filter((scope) => client.scopes.includes(scope));
  return { ...clientPrincipalOf(client), scopes };
}
