import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import type { StoreName } from '../model.ts';
import type { Horizon } from './horizon.ts';
import { createHasher, type Hasher } from './index-words.ts';
import { authoritiesPartition, indexKeyKey } from './keys.ts';
import type { LrsSettings } from './settings.ts';

/** What every part of the adapter works with. */
export interface LrsContext {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly settings: LrsSettings;
  readonly horizon: Horizon;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Keyed by a secret of the table, so that nobody can make two values meet. */
  hasher(): Promise<Hasher>;
  readonly authorities: AuthorityRegistry;
}

export type LrsOptions = Omit<LrsContext, 'hasher' | 'authorities'>;

export function createContext(options: LrsOptions): LrsContext {
  let hasher: Promise<Hasher> | undefined;
  return {
    ...options,
    authorities: createAuthorityRegistry(options),
    hasher: () => {
      hasher ??= readIndexKey(options)
        .then((key) => createHasher(options.digest, key))
        .catch((error: unknown) => {
          hasher = undefined;
          throw error;
        });
      return hasher;
    },
  };
}

/** Made by the first process that needs it, and the same for good. */
async function readIndexKey({ dynamo, table, ids }: LrsOptions): Promise<string> {
  const stored = await dynamo.get({ table, key: indexKeyKey, consistent: true });
  if (stored) return String(stored.key);
  const item = { ...indexKeyKey, key: ids.token(32) };
  // Absent: closes the race of two processes at their first start.
  const put = await dynamo.put({ table, item, condition: { expression: 'attribute_not_exists(pk)' } });
  return put.outcome === 'done' ? item.key : String(put.item?.key);
}

/** Which agents are authorities: nearly every statement names one of few, so they have no lists. */
export interface AuthorityRegistry {
  /** Before the first statement of this authority commits. */
  note(store: StoreName, identity: string): Promise<void>;
  has(store: StoreName, identity: string): Promise<boolean>;
}

function createAuthorityRegistry({ dynamo, table, digest }: LrsOptions): AuthorityRegistry {
  const noted = new Set<string>();
  const keyOf = (store: StoreName, identity: string) => ({
    pk: authoritiesPartition(store),
    sk: digest.sha256(identity),
  });
  return {
    async note(store, identity) {
      const key = keyOf(store, identity);
      if (noted.has(key.pk + key.sk)) return;
      // A process that begins reads what is nearly always there already: cheaper than writing it again.
      const known = await dynamo.get({ table, key, consistent: true });
      if (!known) await dynamo.put({ table, item: { ...key, identity } });
      noted.add(key.pk + key.sk);
    },
    has: async (store, identity) =>
      (await dynamo.get({ table, key: keyOf(store, identity), consistent: true })) !== undefined,
  };
}
