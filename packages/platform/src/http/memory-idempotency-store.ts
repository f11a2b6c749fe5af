import type { IdempotencyStore, StoredResponse } from './idempotency.ts';

/** The store over a map, without expiry. `lost.finish`: answers cannot be kept. */
export function createMemoryIdempotencyStore(lost: { readonly finish?: boolean } = {}): IdempotencyStore {
  const rows = new Map<string, { bodyHash: string; response?: StoredResponse }>();
  return {
    claim: async ({ key, bodyHash }) => {
      const earlier = rows.get(key);
      if (earlier) return earlier;
      rows.set(key, { bodyHash });
      return 'claimed';
    },
    finish: async (key, response) => {
      if (lost.finish) throw new Error('the table does not answer');
      rows.set(key, { bodyHash: rows.get(key)?.bodyHash ?? '', response });
    },
    release: async (key) => {
      rows.delete(key);
    },
  };
}
