import type { Clock } from '@sinau/kernel';
import type { ClientId } from '../ids.ts';
import { type ApiClient, noteUseOf } from './api-client.ts';
import type { ClientDirectory, ClientStore } from './ports.ts';

const maxAgeMs = 30_000;
const maxEntries = 1000;

/**
 * Remembers clients for half a minute, so that a busy record store does not read one row per request. A disabled
 * client, a secret that was ended or a changed scope takes effect within that time. Absent clients are not remembered: a
 * new one works at once. What a client is noted to have been used for is seen at once, or a busy one would write it down
 * at every request until it is read again.
 */
export function cachedClients(deps: {
  readonly clients: ClientDirectory & Pick<ClientStore, 'noteUse'>;
  readonly clock: Clock;
}): ClientDirectory & Pick<ClientStore, 'noteUse'> {
  const entries = new Map<ClientId, { readonly client: ApiClient; readonly readAtMs: number }>();
  return {
    async find(clientId) {
      const nowMs = deps.clock.now().getTime();
      const entry = entries.get(clientId);
      if (entry && nowMs - entry.readAtMs < maxAgeMs) return entry.client;
      const client = await deps.clients.find(clientId);
      entries.delete(clientId);
      if (!client) return undefined;
      entries.set(clientId, { client, readAtMs: nowMs });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest) entries.delete(oldest);
      return client;
    },
    async noteUse(clientId, use) {
      const entry = entries.get(clientId);
      if (entry) entries.set(clientId, { ...entry, client: noteUseOf(entry.client, use) });
      await deps.clients.noteUse(clientId, use);
    },
  };
}
