import type { SealStore } from '../ports.ts';
import type { SealRef, SealRow } from '../seal-row.ts';
import type { SealSettings } from '../settings.ts';

/** The ports on maps. Passes the same contract suite as the DynamoDB adapter. */
export function memorySealStore(): SealStore {
  const rows = new Map<string, SealRow>();
  const settings = new Map<string, SealSettings>();
  const keyOf = ({ kind, number, edition }: SealRef) => JSON.stringify([kind, number, edition]);
  const all = () => [...rows.values()];
  return {
    rows: {
      find: async (ref) => rows.get(keyOf(ref)),
      async save(row) {
        if ((rows.get(keyOf(row))?.rev ?? 0) !== row.rev) return 'stale';
        rows.set(keyOf(row), { ...row, rev: row.rev + 1 });
        return 'saved';
      },
      listDue: async (agencyId, now, limit) =>
        all()
          .filter((row) => row.agencyId === agencyId && row.dueAt !== undefined && row.dueAt <= now)
          .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
          .slice(0, limit),
      async listIn(agencyId, state, { limit, after = '0' }) {
        const found = all()
          .filter((row) => row.agencyId === agencyId && row.state === state)
          .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
        const end = Number(after) + limit;
        return { rows: found.slice(Number(after), end), ...(end < found.length && { next: String(end) }) };
      },
    },
    settings: {
      find: async (agencyId) => settings.get(agencyId),
      async save(next) {
        if ((settings.get(next.agencyId)?.rev ?? 0) !== next.rev) return 'stale';
        settings.set(next.agencyId, { ...next, rev: next.rev + 1 });
        return 'saved';
      },
      listOn: async () => [...settings.values()].filter(({ isOn }) => isOn).map(({ agencyId }) => agencyId),
    },
  };
}
