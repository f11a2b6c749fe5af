import {
  type ClientStore,
  type ClientWithSecret,
  createClient,
  listClients,
  type OrganisationStore,
  rotateClientSecret,
} from '@sinau/identity';
import type { Clock, Digest, Ids, PersonPrincipal, Tenant } from '@sinau/kernel';
import { clients, type Home, type SeedClient } from './cast.ts';
import type { Seeded } from './seeded.ts';

interface Deps {
  readonly clients: ClientStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

/** The API clients, each with a new secret. */
export async function seedClients(
  deps: Deps,
  principal: PersonPrincipal,
  tenants: Readonly<Record<Home, Tenant>>,
): Promise<Seeded['clients']> {
  const { xapi, agency, provider, tools } = clients;
  const credentials = async (wanted: SeedClient) => {
    const { client, secret } = await withSecret(deps, principal, { wanted, tenant: tenants[wanted.home] });
    return { id: client.clientId, secret };
  };
  return {
    xapi: await credentials(xapi),
    agency: await credentials(agency),
    provider: await credentials(provider),
    tools: await credentials(tools),
  };
}

async function withSecret(
  deps: Deps,
  principal: PersonPrincipal,
  { wanted, tenant }: { readonly wanted: SeedClient; readonly tenant: Tenant },
): Promise<ClientWithSecret> {
  const { name, scopes } = wanted;
  const existing = (await listClients(deps, { principal, tenant })).find(
    (client) => client.name === name && !client.disabledAt,
  );
  if (!existing) return createClient(deps, { principal, request: { name, tenant, scopes: [...scopes] } });
  const request = { keepOldSeconds: 0 };
  return rotateClientSecret(deps, { principal, clientId: existing.clientId, request });
}
