import type { Jp } from '@sinau/kernel';
import type { PlanLink } from '../link.ts';
import type { LinkStore, RealisedStore } from '../ports.ts';
import { learningName, noSum, placeName, type Realised, type RealisedSum } from '../realised.ts';

/** Links without a table. */
export function memoryLinkStore(): LinkStore {
  const links = new Map<string, PlanLink>();
  const isAsRead = (link: PlanLink) => (links.get(placeName(link))?.rev ?? 0) === link.rev;
  return {
    list: async ({ agencyId, year }) =>
      [...links.values()].filter((link) => link.agencyId === agencyId && link.year === year),
    async save(link) {
      if (!isAsRead(link)) return 'conflict';
      links.set(placeName(link), { ...link, rev: link.rev + 1 });
      return 'saved';
    },
    async remove(link) {
      if (!links.has(placeName(link)) || !isAsRead(link)) return 'conflict';
      links.delete(placeName(link));
      return 'removed';
    },
  };
}

/** What people have learned, without a table. */
export function memoryRealisedStore(): RealisedStore {
  const rows = new Map<string, Realised>();
  const keyOf = (row: Realised) => `${row.personId} ${placeName(row)}`;
  return {
    ofPerson: async (personId) => [...rows.values()].filter((row) => row.personId === personId),
    async replace(before, after) {
      const row = after ?? before;
      if (!row) return 'stored';
      if ((rows.get(keyOf(row))?.rev ?? 0) !== row.rev) return 'conflict';
      if (after) rows.set(keyOf(row), { ...after, rev: after.rev + 1 });
      else rows.delete(keyOf(row));
      return 'stored';
    },
    async sums({ agencyId, year }) {
      const sums = new Map<string, RealisedSum>();
      for (const row of rows.values()) {
        if (row.agencyId !== agencyId || row.year !== year) continue;
        const { people, jp, served } = sums.get(learningName(row)) ?? noSum;
        sums.set(learningName(row), {
          ...{ people: people + 1, jp: (jp + row.jp) as Jp },
          served: row.serves ? { people: served.people + 1, jp: (served.jp + row.jp) as Jp } : served,
        });
      }
      return sums;
    },
    async list(place, { limit, after }) {
      const all = [...rows.values()]
        .filter((row) => placeName(row) === placeName(place))
        .toSorted((a, b) => a.personId.localeCompare(b.personId));
      const from = after === undefined ? 0 : Number(after);
      return {
        rows: all.slice(from, from + limit),
        ...(from + limit < all.length && { next: String(from + limit) }),
      };
    },
  };
}
