import { createUnit, type Person, type UnitId } from '@sinau/identity';
import { identityWorld } from '@sinau/identity/testing';
import type { AgencyId, ClientPrincipal, PersonId, Tenant } from '@sinau/kernel';
import type { ClientCredentials } from '../../shared/client-credentials.ts';
import { createScimApp } from '../app.ts';

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const sinau = 'urn:ietf:params:scim:schemas:extension:sinau:2.0:User';
export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Somebody as an identity provider says them first. */
export const sri = {
  schemas: [userUrn, enterprise, sinau],
  ...{ externalId: 'ext-1', userName: 'sri@contoh.example', displayName: 'Sri Rahayu, S.E.', active: true },
  name: { formatted: 'Sri Rahayu, S.E.', givenName: 'Sri', familyName: 'Rahayu' },
  emails: [{ value: 'sri@contoh.example', type: 'work', primary: true }],
  [enterprise]: { employeeNumber: '199005172015032999' },
  [sinau]: { employmentStatus: 'PNS', postTitle: 'Analis', postFamily: 'fungsional-keahlian' },
};

// biome-ignore lint/suspicious/noExplicitAny: bodies of answers, looked at by the tests
type Body = any;

export interface Answered {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** The door on stores in memory, for machines of two agencies. */
export async function scimWorld(
  options: { readonly mostListed?: number; readonly mostLooked?: number } = {},
) {
  const identity = await identityWorld();
  const agencyOf = (tenant: Tenant) => (tenant.kind === 'agency' ? tenant.agencyId : ('' as AgencyId));
  const [agencyA, agencyB] = [agencyOf(identity.tenants.agencyA), agencyOf(identity.tenants.agencyB)];
  const machine = (clientId: string, agencyId: AgencyId): ClientPrincipal => ({
    ...{ kind: 'client', clientId, name: clientId, scopes: ['people/provision'] },
    tenant: { kind: 'agency', agencyId },
  });
  const machines: Readonly<Record<string, ClientPrincipal>> = {
    entra: machine('entra', agencyA),
    keycloak: machine('keycloak', agencyA),
    other: machine('other', agencyB),
    reader: { ...machine('reader', agencyA), scopes: ['people/read'] },
    provider: { ...machine('provider', agencyA), tenant: identity.tenants.providerA },
  };
  const read: { readonly what: string; readonly personId?: PersonId }[] = [];
  const app = createScimApp({
    ...identity,
    credentials: {
      basic: async () => machines.entra as ClientPrincipal,
      bearer: async (token) => machines[token] as ClientPrincipal,
    } satisfies ClientCredentials,
    portalOrigin: 'https://sinau.example',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    readings: { note: async ({ what, personId }) => void read.push({ what, ...(personId && { personId }) }) },
    ...options,
  });

  async function ask(
    request: string,
    body?: unknown,
    { as = 'entra', headers = {} }: { as?: string; headers?: Record<string, string> } = {},
  ): Promise<Answered> {
    const [method = 'GET', path = ''] = [
      request.slice(0, request.indexOf(' ')),
      request.slice(request.indexOf(' ') + 1),
    ];
    const response = await app.hono.request(`http://localhost/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/scim+json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  const patch = (id: string, ...Operations: readonly object[]) =>
    ask(`PATCH /Users/${id}`, { schemas: [patchUrn], Operations });
  const find = (filter: string, as = 'entra') =>
    ask(`GET /Users?filter=${encodeURIComponent(filter)}`, undefined, { as });
  const unit = async (name: string, parentId?: UnitId): Promise<UnitId> =>
    (
      await createUnit(identity, {
        principal: identity.operator,
        request: { agencyId: agencyA, name, ...(parentId && { parentId }) },
      })
    ).unitId;
  const stored = (id: string): Promise<Person> => identity.stored(id as PersonId);
  return { ...identity, ask, patch, find, unit, stored, agencyA, agencyB, read, app };
}
