import type { ThemeListStore, ThemeStore } from '../themes/ports.ts';
import { keyOf, type ThemeCount, type ThemePlace } from '../themes/theme.ts';
import type { ListedRow, ThemeList } from '../themes/theme-list.ts';

const heldMs = 120_000;

/** Themes and their lists, without a table. */
export function memoryThemeStores(): { readonly themes: ThemeStore; readonly themeLists: ThemeListStore } {
  return { themes: memoryThemes(), themeLists: memoryLists() };
}

function memoryThemes(): ThemeStore {
  const rows = new Map<string, ThemeCount>();
  const at = (place: ThemePlace) => `${place.agencyId} ${keyOf(place)}`;
  return {
    of: async ({ agencyId, serviceId }, { from, to }) =>
      [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.serviceId === serviceId)
        .filter((row) => from <= row.from && row.from <= to)
        .toSorted((a, b) => a.from.localeCompare(b.from)),
    async save(next) {
      if ((rows.get(at(next))?.rev ?? 0) !== next.rev) return 'conflict';
      rows.set(at(next), { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    async remove(row) {
      if (rows.get(at(row))?.rev !== row.rev) return 'conflict';
      rows.delete(at(row));
      return 'removed';
    },
  };
}

function memoryLists(): ThemeListStore {
  const lists = new Map<string, ThemeList>();
  const rows = new Map<string, readonly ListedRow[]>();
  const holds = new Map<string, { readonly run: string; readonly until: number }>();
  return {
    find: async (agencyId, listId) => lists.get(`${agencyId} ${listId}`),
    lists: async (agencyId, limit) =>
      [...lists.values()]
        .filter((list) => list.agencyId === agencyId)
        .toSorted((a, b) => b.listId.localeCompare(a.listId))
        .slice(0, limit),
    async save(next) {
      const key = `${next.agencyId} ${next.listId}`;
      if ((lists.get(key)?.rev ?? 0) !== next.rev) return 'conflict';
      lists.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    async keepRows({ agencyId, listId }, as, kept) {
      rows.set(`${agencyId} ${listId} ${as}`, kept);
    },
    rows: async ({ agencyId, listId }, as) => rows.get(`${agencyId} ${listId} ${as}`),
    async hold(agencyId, run, now) {
      const held = holds.get(agencyId);
      if (held && held.until >= now.getTime()) return false;
      holds.set(agencyId, { run, until: now.getTime() + heldMs });
      return true;
    },
    async release(agencyId, run) {
      if (holds.get(agencyId)?.run === run) holds.delete(agencyId);
    },
  };
}
