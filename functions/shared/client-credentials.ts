import { authenticateClient, cachedClients, verifyAccessToken } from '@sinau/identity';
import { readBasicCredentials } from '@sinau/identity/adapters';
import { createClientStore } from '@sinau/identity/dynamo';
import type { ClientPrincipal, Clock, Signer } from '@sinau/kernel';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { NotSignedIn } from '@sinau/platform/http';

export interface ClientCredentials {
  /** The value of an Authorization header with Basic credentials; rejects with a DomainError for wrong ones. */
  basic(header: string): Promise<ClientPrincipal>;
  /** An access token of the client credentials grant; rejects with a DomainError for a wrong one. */
  bearer(token: string): Promise<ClientPrincipal>;
}

/**
 * API clients of this deployment; a disabled one, and a secret that was ended, are out within the half minute that clients
 * are kept at hand.
 */
export function createClientCredentials(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly signer: Signer;
  /** @default the system's */
  readonly clock?: Clock;
}): ClientCredentials {
  const { clock = systemClock } = deps;
  const clients = cachedClients({ clients: createClientStore(deps), clock });
  const identity = {
    clients,
    directory: clients,
    signer: deps.signer,
    clock,
    digest: nodeDigest,
  };
  return {
    basic: async (header) => {
      const credentials = readBasicCredentials(header);
      if (!credentials) throw new NotSignedIn('Basic credentials are "id:secret" in base64.');
      return authenticateClient(identity, credentials);
    },
    bearer: (token) => verifyAccessToken(identity, token),
  };
}
