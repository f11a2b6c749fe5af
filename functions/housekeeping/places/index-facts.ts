import type { PersonPlace } from '@sinau/privacy';
import type { FactsStore } from '@sinau/professionalism';

/** What somebody told of themselves for the simulation of their index. It is theirs and no record of the office. */
export function indexFactsPlace(
  { indexFacts }: { readonly indexFacts: FactsStore },
  settleMs: number,
): PersonPlace {
  const found = async (personId: Parameters<FactsStore['find']>[0]) => indexFacts.find(personId);
  return {
    name: 'index-facts',
    settleMs,
    settlesAfter: 'confirmation',
    count: async ({ personId, keepVerbs }) => ({
      // A retention rule ends statements alone.
      counts: { indexFacts: !keepVerbs && (await found(personId)) ? 1 : 0 },
    }),
    erase: async ({ personId, keepVerbs }) => ({
      counts: { indexFacts: !keepVerbs && (await indexFacts.forget(personId)) ? 1 : 0 },
    }),
    async copy({ personId }) {
      const kept = await found(personId);
      return { records: kept ? [{ indexFacts: kept }] : [], counts: { indexFacts: kept ? 1 : 0 } };
    },
  };
}
