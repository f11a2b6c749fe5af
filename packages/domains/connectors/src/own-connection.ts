import type { Principal, ProviderId } from '@sinau/kernel';
import { type Connection, connectionIdSchema } from './connection.ts';
import { ConnectionNotFound } from './errors.ts';
import type { ConnectionStore } from './ports.ts';

export interface ConnectionInput {
  readonly principal: Principal;
  readonly connectionId: string;
}

/** The provider whose author or machine this is; undefined for everybody else. */
export function ownProvider(principal: Principal): ProviderId | undefined {
  if (principal.kind === 'client') {
    return principal.tenant.kind === 'provider' ? principal.tenant.providerId : undefined;
  }
  if (principal.kind !== 'person') return undefined;
  return principal.roles.includes('provider-author') ? principal.providerId : undefined;
}

/** Operators and machines of the platform look after the connections of all providers. */
export function looksAfterAll(principal: Principal): boolean {
  if (principal.kind === 'client') return principal.tenant.kind === 'platform';
  return principal.kind === 'person' && principal.roles.includes('operator');
}

/** A connection that the caller may see. Throws `ConnectionNotFound` for any other. */
export async function ownConnection(
  { connections }: { readonly connections: Pick<ConnectionStore, 'find'> },
  { principal, connectionId }: ConnectionInput,
): Promise<Connection> {
  const id = connectionIdSchema.safeParse(connectionId);
  const found = id.success ? await connections.find(id.data) : undefined;
  if (!found || !(looksAfterAll(principal) || ownProvider(principal) === found.providerId)) {
    throw new ConnectionNotFound();
  }
  return found;
}

/** Who changed a connection last: a person, or the client that a machine came as. */
export function actorOf(principal: Principal): string {
  if (principal.kind === 'person') return principal.personId;
  if (principal.kind === 'client') return principal.clientId;
  throw new ConnectionNotFound();
}
