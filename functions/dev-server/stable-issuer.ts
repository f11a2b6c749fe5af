import type { OidcClient } from '@sinau/identity';

/** Under this name people are bound to the local provider, so that another PORT does not lock them out. */
export const localIssuer = 'urn:sinau:local-oidc';

/** The client of the local provider, whose address holds the port and so is no name to remember. */
export function stableIssuer(client: OidcClient): OidcClient {
  return {
    ...client,
    redeem: async (answer) => ({ ...(await client.redeem(answer)), issuer: localIssuer }),
  };
}
