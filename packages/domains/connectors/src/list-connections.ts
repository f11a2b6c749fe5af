import type { Principal } from '@sinau/kernel';
import type { Connection } from './connection.ts';
import { ConnectionNotFound } from './errors.ts';
import { looksAfterAll, ownProvider } from './own-connection.ts';
import type { ConnectionStore } from './ports.ts';

/** Those of the caller's own provider, oldest first; of all providers for those who look after all. */
export async function listConnections(
  { connections }: { readonly connections: Pick<ConnectionStore, 'listOfProvider' | 'listAll'> },
  { principal, all = false }: { readonly principal: Principal; readonly all?: boolean },
): Promise<readonly Connection[]> {
  const own = ownProvider(principal);
  if (own !== undefined && !all) return connections.listOfProvider(own);
  if (!looksAfterAll(principal)) throw new ConnectionNotFound();
  return connections.listAll();
}
