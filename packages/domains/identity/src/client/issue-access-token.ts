import { type ClientPrincipal, InvalidInput, type Scope, type Signer } from '@sinau/kernel';
import { accessTokenSeconds, sealAccessToken } from './access-token.ts';
import { type AuthenticateDeps, checkSecret, clientPrincipalOf } from './authenticate-client.ts';

/** OAuth 2 client credentials (RFC 6749 4.4). No refresh token: the client asks again. */
export async function issueAccessToken(
  deps: AuthenticateDeps & {
    readonly signer: Signer;
    /** @default 15 minutes */
    readonly validSeconds?: number;
  },
  input: {
    readonly clientId: string;
    readonly secret: string;
    /** Space-separated wish, at most the client's scopes. @default all of them */
    readonly scope?: string;
  },
): Promise<{
  readonly client: ClientPrincipal;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly Scope[];
}> {
  const { client, credential } = await checkSecret(deps, input);
  const granted = narrow(client.scopes, input.scope);
  const { validSeconds = accessTokenSeconds } = deps;
  const exp = Math.floor(deps.clock.now().getTime() / 1000) + validSeconds;
  const accessToken = sealAccessToken(deps.signer, {
    client: client.clientId,
    credential: credential.number,
    scopes: granted,
    exp,
  });
  return {
    client: clientPrincipalOf(client),
    accessToken,
    expiresInSeconds: validSeconds,
    scopes: granted,
  };
}

function narrow(held: readonly Scope[], wish: string | undefined): readonly Scope[] {
  const names = wish?.split(' ').filter(Boolean) ?? [];
  if (names.length === 0) return held;
  const granted = held.filter((scope) => names.includes(scope));
  if (granted.length !== new Set(names).size) {
    throw new InvalidInput('The client may not have every scope it asked for.', {
      issues: [{ path: '/scope', message: `choose from: ${held.join(' ')}` }],
    });
  }
  return granted;
}
