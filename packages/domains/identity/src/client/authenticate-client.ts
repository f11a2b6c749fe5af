import type { ClientPrincipal, Clock, Digest } from '@sinau/kernel';
import { ClientInvalid } from '../errors.ts';
import { clientIdSchema } from '../ids.ts';
import type { ApiClient, Credential } from './api-client.ts';
import { matchCredential } from './credential.ts';
import type { ClientDirectory, ClientStore } from './ports.ts';

/** A secret's use is noted no more often than this, to spare a write per request. */
const noteEveryMs = 5 * 60 * 1000;

export interface AuthenticateDeps {
  /** May be `cachedClients`, and `clients` with it. */
  readonly directory: ClientDirectory;
  readonly clients: Pick<ClientStore, 'noteUse'>;
  readonly clock: Clock;
  readonly digest: Digest;
}

/** Basic credentials of a client. One refusal for every reason, after the same work. */
export async function authenticateClient(
  deps: AuthenticateDeps,
  input: { readonly clientId: string; readonly secret: string },
): Promise<ClientPrincipal> {
  return clientPrincipalOf((await checkSecret(deps, input)).client);
}

export async function checkSecret(
  deps: AuthenticateDeps,
  input: { readonly clientId: string; readonly secret: string },
): Promise<{ readonly client: ApiClient; readonly credential: Credential }> {
  const now = deps.clock.now();
  const id = clientIdSchema.safeParse(input.clientId);
  const client = id.success ? await deps.directory.find(id.data) : undefined;
  const credential = matchCredential({ digest: deps.digest, now }, client, input.secret);
  if (!client || !credential || client.disabledAt) throw new ClientInvalid();
  const notedAt = client.secretUses?.[credential.number];
  if (notedAt === undefined || now.getTime() - Date.parse(notedAt) >= noteEveryMs) {
    await deps.clients.noteUse(client.clientId, { number: credential.number, at: now.toISOString() });
  }
  return { client, credential };
}

export function clientPrincipalOf(client: ApiClient): ClientPrincipal {
  const { clientId, name, tenant, scopes, requestsPerSecond } = client;
  return {
    kind: 'client',
    clientId,
    name,
    tenant,
    scopes,
    ...(requestsPerSecond !== undefined && { requestsPerSecond }),
  };
}
