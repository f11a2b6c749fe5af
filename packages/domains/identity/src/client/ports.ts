import type { Tenant } from '@sinau/kernel';
import type { ClientId } from '../ids.ts';
import type { ApiClient, ClientUse } from './api-client.ts';

/** Looks clients up. */
export interface ClientDirectory {
  find(clientId: ClientId): Promise<ApiClient | undefined>;
}

/** `find` sees every write that was answered before; lists may lag by about a second. */
export interface ClientStore extends ClientDirectory {
  add(client: ApiClient): Promise<void>;
  /** Stores `after` with the next `rev` unless the stored client is no longer `before`. */
  replace(before: ApiClient, after: ApiClient): Promise<'stored' | 'stale'>;
  listByTenant(tenant: Tenant): Promise<readonly ApiClient[]>;
  /**
   * Moves `lastUsedAt`, and that of the secret, forward; a time before `lastUsedAt` changes nothing. Leaves `rev` alone, so
   * that use never disturbs a change.
   */
  noteUse(clientId: ClientId, use: ClientUse): Promise<void>;
}
