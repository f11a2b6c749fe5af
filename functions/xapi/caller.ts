import type { AuPrincipal, ClientPrincipal, Principal, Scope } from '@sinau/kernel';
import type { Reader, StoreName } from '@sinau/lrs';
import { AccessDenied } from '@sinau/platform/http';
import type { Agent } from '@sinau/xapi';
import { storeFor } from '../shared/record-writer.ts';

/** The two kinds of callers that routes of this door let in. */
export type Caller = ClientPrincipal | AuPrincipal;

export function callerOf(principal: Principal): Caller {
  if (principal.kind === 'client' || principal.kind === 'au') return principal;
  throw new AccessDenied('Only API clients and running content may do this.');
}

/** Content that a provider tries reads and writes in the sandbox; everybody else in the national store. */
export const storeOf = (caller: Caller): StoreName =>
  storeFor({ trial: caller.kind === 'au' ? caller.trial : undefined });

/** How a client signs the statements it stores; the name is for people, the account decides. */
export function authorityOf(client: ClientPrincipal, issuer: string): Agent {
  return {
    objectType: 'Agent',
    name: client.name,
    account: { homePage: issuer, name: `client:${client.clientId}` },
  };
}

export function hasScope(client: ClientPrincipal, scope: Scope): boolean {
  return client.scopes.includes(scope);
}

/** What a client may read: everything of its tenant, or only what it stored itself. */
export function readerOf(client: ClientPrincipal, issuer: string): Reader {
  if (!hasScope(client, 'statements/read')) {
    return { kind: 'mine', authority: authorityOf(client, issuer) };
  }
  switch (client.tenant.kind) {
    case 'platform':
      return { kind: 'all' };
    case 'agency':
      return { kind: 'agency', agencyId: client.tenant.agencyId };
    case 'provider':
      // Providers see results under pseudonyms, through their own door.
      throw new AccessDenied('A provider reads no statements here.');
  }
}
