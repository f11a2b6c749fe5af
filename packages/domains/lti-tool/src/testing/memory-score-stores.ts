import type { LineItemStore, PlacementRef, ScoreStore } from '../scores/ports.ts';
import type { ScoreRef, ScoreRow } from '../scores/score-row.ts';

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryScoreStore(): ScoreStore {
  const rows = new Map<string, ScoreRow>();
  const keyOf = ({ registration, platformId, placementId, subject }: ScoreRef) =>
    JSON.stringify([registration, platformId, placementId, subject]);
  const all = () => [...rows.values()];
  return {
    find: async (ref) => rows.get(keyOf(ref)),
    async save(row) {
      if ((rows.get(keyOf(row))?.rev ?? 0) !== row.rev) return 'stale';
      rows.set(keyOf(row), { ...row, rev: row.rev + 1 });
      return 'saved';
    },
    remove: async (ref) => void rows.delete(keyOf(ref)),
    listAt: async (registration) => all().filter((row) => row.registration === registration),
    listDue: async (now, limit) =>
      all()
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
        .slice(0, limit),
    async listOf(platformId, state, { limit, after = '0' }) {
      const found = all()
        .filter((row) => row.platformId === platformId && row.state === state)
        .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
      const end = Number(after) + limit;
      const page = found.slice(Number(after), end);
      return { rows: page, ...(end < found.length && { next: String(end) }) };
    },
  };
}

/** The port on a map. */
export function memoryLineItemStore(): LineItemStore {
  const rows = new Map<string, { readonly lineItem?: string; readonly heldUntil?: string }>();
  const keyOf = ({ platformId, placementId }: PlacementRef) => JSON.stringify([platformId, placementId]);
  return {
    find: async (placement) => rows.get(keyOf(placement))?.lineItem,
    async hold(placement, { now, until }) {
      const { lineItem, heldUntil = '' } = rows.get(keyOf(placement)) ?? {};
      if (lineItem !== undefined || heldUntil > now) return 'elsewhere';
      rows.set(keyOf(placement), { heldUntil: until });
      return 'held';
    },
    keep: async (placement, lineItem) => void rows.set(keyOf(placement), { lineItem }),
    forget: async (placement) => void rows.delete(keyOf(placement)),
  };
}
