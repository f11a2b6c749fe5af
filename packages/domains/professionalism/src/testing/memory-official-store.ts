import type { PersonId } from '@sinau/kernel';
import { type OfficialIndex, type OfficialLook, type OfficialStore, rankOf } from '../official.ts';

/** What BKN has set, without a table. */
export function memoryOfficialStore(): OfficialStore {
  const years = new Map<PersonId, ReadonlyMap<number, OfficialIndex>>();
  const looks = new Map<PersonId, OfficialLook>();
  return {
    yearsOf: async (personId) =>
      [...(years.get(personId)?.values() ?? [])].toSorted((a, b) => b.year - a.year),
    async save(index) {
      const kept = years.get(index.personId) ?? new Map<number, OfficialIndex>();
      const before = kept.get(index.year);
      if (before && rankOf(before) >= rankOf(index)) return 'older';
      years.set(index.personId, new Map([...kept, [index.year, index]]));
      return 'saved';
    },
    lookOf: async (personId) => looks.get(personId),
    async noteLook(personId, look) {
      const before = looks.get(personId);
      if ((before?.look?.at ?? '') > look.at) return;
      looks.set(personId, { ...before, personId, look });
    },
    async noteAsked(personId, { at, notBefore }) {
      const before = looks.get(personId);
      if ((before?.askedAt ?? '') > notBefore) return 'too-soon';
      looks.set(personId, { ...before, personId, askedAt: at });
      return 'noted';
    },
    async forget(personId) {
      const count = (years.get(personId)?.size ?? 0) + (looks.has(personId) ? 1 : 0);
      years.delete(personId);
      looks.delete(personId);
      return count;
    },
  };
}
