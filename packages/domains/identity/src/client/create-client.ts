import type { Clock, Digest, Ids, PersonPrincipal } from '@sinau/kernel';
import { TooManyClients } from '../errors.ts';
import type { ClientId } from '../ids.ts';
import { assertAdministersTenant } from '../organisation/assert-tenant.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import {
  type ApiClient,
  type ClientSummary,
  type CreateClientRequest,
  clientSummaryOf,
} from './api-client.ts';
import { refuseBeyond } from './change-client.ts';
import { newCredential } from './credential.ts';
import type { ClientStore } from './ports.ts';

/** A secret leaves the system once, in this answer. */
export interface ClientWithSecret {
  readonly client: ClientSummary;
  readonly secret: string;
}

/** Every client has a rate of its own, so that their number is a limit too. */
const mostActive = 50;

/** Gives a machine access for a tenant one administers. */
export async function createClient(
  deps: {
    readonly clients: ClientStore;
    readonly organisations: OrganisationStore;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly digest: Digest;
  },
  input: { readonly principal: PersonPrincipal; readonly request: CreateClientRequest },
): Promise<ClientWithSecret> {
  const { name, tenant, scopes } = input.request;
  await assertAdministersTenant(deps, input.principal, tenant);
  refuseBeyond(input.principal, { tenant, scopes: [], wanted: scopes });
  // The list may lag by a moment: a few more than the limit do no harm.
  const known = await deps.clients.listByTenant(tenant);
  if (known.filter(({ disabledAt }) => disabledAt === undefined).length >= mostActive) {
    throw new TooManyClients(mostActive);
  }
  const { secret, credential } = newCredential(deps, 1);
  const client: ApiClient = {
    clientId: deps.ids.uuid() as ClientId,
    name,
    tenant,
    scopes: [...new Set(scopes)],
    credentials: [credential],
    createdAt: deps.clock.now().toISOString(),
    createdBy: input.principal.personId,
    rev: 1,
  };
  await deps.clients.add(client);
  return { client: clientSummaryOf(client), secret };
}
