import type { Adapter, StoredPayload } from 'oidc-provider';

interface Entry {
  readonly payload: StoredPayload;
  readonly endsAtMs: number;
}

/**
 * Storage of one local provider: everything it keeps lives for minutes, so a restart only breaks sign-ins that are
 * under way. Models share one map, as one database would.
 */
export function ephemeralAdapters(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const live = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.endsAtMs > Date.now() ? entry.payload : undefined;
  };
  const sweep = () => {
    for (const [key, { endsAtMs }] of entries) if (endsAtMs <= Date.now()) entries.delete(key);
  };
  const search = (model: string, matches: (payload: StoredPayload) => boolean) =>
    [...entries.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map(live)
      .find((payload) => payload && matches(payload));

  return (model) => ({
    async upsert(id, payload, expiresInSeconds = 3600) {
      sweep();
      entries.set(`${model}:${id}`, { payload, endsAtMs: Date.now() + expiresInSeconds * 1000 });
    },
    async find(id) {
      return live(`${model}:${id}`);
    },
    async findByUid(uid) {
      return search(model, (payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return search(model, (payload) => payload.userCode === userCode);
    },
    async consume(id) {
      const payload = live(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
