import type { PersonPlace } from '@sinau/privacy';
import type { FactsStore, OfficialStore } from '@sinau/professionalism';
import { indexFactsPlace } from './index-facts.ts';

/** What was read of BKN's index of somebody, and when it was looked for. BKN keeps its own; this copy is the person's. */
export function officialIndexPlace(
  { officialIndexes }: { readonly officialIndexes: Pick<OfficialStore, 'yearsOf' | 'lookOf' | 'forget'> },
  settleMs: number,
): PersonPlace {
  const recordsOf = async (personId: Parameters<OfficialStore['lookOf']>[0]) => {
    const [years, look] = await Promise.all([
      officialIndexes.yearsOf(personId),
      officialIndexes.lookOf(personId),
    ]);
    return [
      ...years.map((officialIndex) => ({ officialIndex })),
      ...(look ? [{ officialIndexLook: look }] : []),
    ];
  };
  return {
    name: 'official-index',
    // Whoever was writing has written by then.
    settleMs,
    count: async ({ personId, keepVerbs }) => ({
      // A retention rule ends statements alone.
      counts: { officialIndexes: keepVerbs ? 0 : (await recordsOf(personId)).length },
    }),
    erase: async ({ personId, keepVerbs }) => ({
      counts: { officialIndexes: keepVerbs ? 0 : await officialIndexes.forget(personId) },
    }),
    async copy({ personId }) {
      const records = await recordsOf(personId);
      return { records, counts: { officialIndexes: records.length } };
    },
  };
}

/** Everything of the professionalism index: what people told, and what BKN has set. */
export const indexPlaces = (
  stores: Parameters<typeof officialIndexPlace>[0] & { readonly indexFacts: FactsStore },
  settleMs: number,
): readonly PersonPlace[] => [indexFactsPlace(stores, settleMs), officialIndexPlace(stores, settleMs)];
