import {
  type ClientId,
  type ClientSummary,
  changeClient,
  createClient,
  disableClient,
  endClientSecret,
  getClient,
  IdentityNotFound,
  listClients,
  namesOf,
  rotateClientSecret,
} from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import type { ApiClient, ClientsPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** API clients as their administrators see them, wherever in the portal they do. */
export function joinClients(deps: PortalDeps): ClientsPorts {
  const named = (principal: PersonPrincipal, clientId: string) => ({
    principal,
    clientId: clientId as ClientId,
  });
  return {
    ownTenantOf: async ({ agencyId }) => {
      if (!agencyId) throw new IdentityNotFound('agency');
      return { kind: 'agency', agencyId };
    },
    clientsOf: async (principal, tenant) => viewsOf(deps, await listClients(deps, { principal, tenant })),
    clientOf: async (principal, clientId) => {
      const [client] = await viewsOf(deps, [await getClient(deps, named(principal, clientId))]);
      if (!client) throw new IdentityNotFound('client');
      return client;
    },
    createClient: async (principal, { name, scopes, tenant }) => {
      const request = { name, scopes: [...scopes], tenant };
      const { client, secret } = await createClient(deps, { principal, request });
      return { clientId: client.clientId, name: client.name, tenant, secret, ...scimAddress(deps, client) };
    },
    changeClient: async (principal, clientId, { scopes, ...change }) => {
      const request = { ...change, scopes: [...scopes] };
      await changeClient(deps, { ...named(principal, clientId), request });
    },
    rotateSecret: async (principal, clientId, keepOldSeconds) => {
      const { client, secret } = await rotateClientSecret(deps, {
        ...named(principal, clientId),
        request: { keepOldSeconds },
      });
      return { clientId, name: client.name, tenant: client.tenant, secret, ...scimAddress(deps, client) };
    },
    endSecret: async (principal, clientId, number) => {
      await endClientSecret(deps, { ...named(principal, clientId), number });
    },
    disableClient: async (principal, clientId) => {
      await disableClient(deps, named(principal, clientId));
    },
  };
}

const scimAddress = (
  { portalOrigin }: Pick<PortalDeps, 'portalOrigin'>,
  { scopes }: Pick<ClientSummary, 'scopes'>,
) => (scopes.includes('people/provision') ? { scimAddress: `${portalOrigin}/scim/v2` } : {});

async function viewsOf(
  deps: Pick<PortalDeps, 'people' | 'clock' | 'portalOrigin'>,
  clients: readonly ClientSummary[],
): Promise<readonly ApiClient[]> {
  const names = await namesOf(
    deps,
    clients.flatMap(({ createdBy }) => (createdBy ? [createdBy] : [])),
  );
  const now = deps.clock.now().toISOString();
  return clients.map(({ createdBy, secrets, ...client }): ApiClient => {
    const name = createdBy && names.get(createdBy);
    const disabled = client.disabledAt !== undefined;
    return {
      ...client,
      state: disabled ? 'disabled' : 'active',
      ...(!disabled && scimAddress(deps, client)),
      ...(name !== undefined && { createdBy: name }),
      secrets: disabled
        ? []
        : secrets.filter(({ validUntil }) => validUntil === undefined || validUntil > now),
    };
  });
}
