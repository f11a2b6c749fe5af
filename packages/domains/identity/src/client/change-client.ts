import { type PersonPrincipal, type Scope, scopes, type Tenant } from '@sinau/kernel';
import * as z from 'zod';
import { InvalidField, NotAllowed } from '../errors.ts';
import type { ClientId } from '../ids.ts';
import { nameSchema } from '../organisation/organisation.ts';
import { alterClient } from './alter-client.ts';
import {
  type ApiClient,
  type ClientSummary,
  clientSummaryOf,
  grantableScopes,
  operatorGrants,
} from './api-client.ts';
import type { ClientStore } from './ports.ts';

export const changeClientRequestSchema = z.strictObject({
  name: nameSchema.exactOptional(),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length).exactOptional(),
  /** Requests per second at each door, for operators to set; null: the limit of the door again. */
  requestsPerSecond: z.int().min(1).max(10_000).nullable().exactOptional(),
});
export type ChangeClientRequest = z.infer<typeof changeClientRequestSchema>;

/** Changes what is given. A scope taken away counts at every door within a minute, for tokens as well. */
export async function changeClient(
  deps: { readonly clients: ClientStore },
  input: {
    readonly principal: PersonPrincipal;
    readonly clientId: ClientId;
    readonly request: ChangeClientRequest;
  },
): Promise<ClientSummary> {
  const { name, scopes: wanted, requestsPerSecond } = input.request;
  if (requestsPerSecond !== undefined && !input.principal.roles.includes('operator')) {
    throw new NotAllowed('Only operators set limits of clients.');
  }
  const client = await alterClient(deps, input, (before) => {
    if (wanted) refuseBeyond(input.principal, { ...before, wanted });
    const { requestsPerSecond: own, ...rest } = before;
    const limit = requestsPerSecond === undefined ? own : requestsPerSecond;
    const after: ApiClient = {
      ...rest,
      ...(name !== undefined && { name }),
      ...(wanted && { scopes: [...new Set(wanted)] }),
      ...(typeof limit === 'number' && { requestsPerSecond: limit }),
    };
    return after;
  });
  return clientSummaryOf(client);
}

/** Clients of a tenant may do no more than is its business; some of it an operator gives, and others may only keep. */
export function refuseBeyond(
  principal: PersonPrincipal,
  of: { readonly tenant: Tenant; readonly scopes: readonly Scope[]; readonly wanted: readonly Scope[] },
): void {
  const refuse = (test: (scope: Scope) => boolean, message: string) => {
    const index = of.wanted.findIndex(test);
    if (index >= 0) throw new InvalidField({ path: `/scopes/${index}`, message });
  };
  refuse((scope) => !grantableScopes(of.tenant).includes(scope), 'is not for clients of this tenant');
  if (principal.roles.includes('operator')) return;
  refuse(
    (scope) => operatorGrants.includes(scope) && !of.scopes.includes(scope),
    'is given by operators alone',
  );
}
