import { InvalidInput } from '@sinau/kernel';
import { places } from '../box.ts';
import type { RatingKey, TalentStore } from '../ports.ts';
import { isSamePlace, placeOf, type Rating, type Thresholds } from '../rating.ts';

const keyOf = ({ agencyId, personId, year }: RatingKey): string => JSON.stringify([agencyId, personId, year]);

/** Talent without a table. */
export function memoryTalentStore(): TalentStore {
  const now = new Map<string, Rating>();
  const versions: Rating[] = [];
  const thresholds = new Map<string, Thresholds>();
  const newestFirst = (found: readonly Rating[]) =>
    found.toSorted((a, b) => b.year - a.year || b.rev - a.rev);
  const ofYear = (agencyId: string, year: number) =>
    [...now.values()].filter((one) => one.agencyId === agencyId && one.year === year);
  return {
    find: async (key) => now.get(keyOf(key)),
    historyOf: async (agencyId, personId) =>
      newestFirst(versions.filter((one) => one.agencyId === agencyId && one.personId === personId)),
    everythingOf: async (personId) => newestFirst(versions.filter((one) => one.personId === personId)),
    async save(before, next) {
      if (now.get(keyOf(next))?.rev !== before?.rev) return 'changed';
      now.set(keyOf(next), next);
      versions.push(next);
      return 'done';
    },
    countsOf: async (agencyId, year) =>
      places.map((at) => ({
        ...at,
        people: ofYear(agencyId, year).filter((one) => isSamePlace(placeOf(one), at)).length,
      })),
    async listAt(agencyId, at, { limit, after }) {
      const from = after === undefined ? 0 : Number(after);
      if (!Number.isSafeInteger(from)) throw new InvalidInput('This is no place of the list.');
      const ids = ofYear(agencyId, at.year)
        .filter((one) => isSamePlace(placeOf(one), at))
        .map(({ personId }) => personId)
        .toSorted();
      return {
        personIds: ids.slice(from, from + limit),
        ...(from + limit < ids.length && { next: String(from + limit) }),
      };
    },
    thresholdsOf: async (agencyId) => thresholds.get(agencyId),
    async setThresholds(agencyId, next) {
      if ((thresholds.get(agencyId)?.rev ?? 0) !== next.rev) return 'changed';
      thresholds.set(agencyId, { ...next, rev: next.rev + 1 });
      return 'done';
    },
  };
}
