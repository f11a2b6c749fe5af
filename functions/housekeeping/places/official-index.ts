import type { OrganisationStore } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';
import type { FactsStore, OfficialStore } from '@sinau/professionalism';
import { forgetInReading, type ReadingStore, type ReadingTrace, traceIn } from '@sinau/siasn-sync';
import { indexFactsPlace } from './index-facts.ts';

interface OfficialStores {
  readonly officialIndexes: Pick<OfficialStore, 'yearsOf' | 'lookOf' | 'forget'>;
  readonly indexReadings: ReadingStore;
  readonly organisations: Pick<OrganisationStore, 'listAgencies'>;
}

/**
 * What was read of BKN's index of somebody, when it was looked for, and what agencies that read know of them: that they asked, and that nothing came of them. BKN keeps its own; this
 * copy is the person's.
 */
export function officialIndexPlace(stores: OfficialStores, settleMs: number): PersonPlace {
  const { officialIndexes, indexReadings } = stores;
  const recordsOf = async (personId: PersonId) => {
    const [years, look, traces] = await Promise.all([
      officialIndexes.yearsOf(personId),
      officialIndexes.lookOf(personId),
      tracesOf(stores, personId),
    ]);
    return [
      ...years.map((officialIndex) => ({ officialIndex })),
      ...(look ? [{ officialIndexLook: look }] : []),
      ...traces.map((officialIndexReading) => ({ officialIndexReading })),
    ];
  };
  return {
    name: 'official-index',
    // Whoever was writing, or held them in a batch, has written by then.
    settleMs,
    settlesAfter: 'confirmation',
    count: async ({ personId, keepVerbs }) => ({
      // A retention rule ends statements alone.
      counts: { officialIndexes: keepVerbs ? 0 : (await recordsOf(personId)).length },
    }),
    async erase({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: { officialIndexes: 0 } };
      const traces = await tracesOf(stores, personId);
      for (const { agencyId } of traces) await forgetInReading(indexReadings, { agencyId, personId });
      return { counts: { officialIndexes: traces.length + (await officialIndexes.forget(personId)) } };
    },
    async copy({ personId }) {
      const records = await recordsOf(personId);
      return { records, counts: { officialIndexes: records.length } };
    },
  };
}

/** Of every agency: whoever goes to another one may have asked in the one before. */
async function tracesOf(
  { indexReadings, organisations }: OfficialStores,
  personId: PersonId,
): Promise<readonly ReadingTrace[]> {
  const traces: ReadingTrace[] = [];
  for (const { agencyId } of await organisations.listAgencies()) {
    const trace = await traceIn(indexReadings, { agencyId, personId });
    if (trace) traces.push(trace);
  }
  return traces;
}

/** Everything of the professionalism index: what people told, and what BKN has set. */
export const indexPlaces = (
  stores: OfficialStores & { readonly indexFacts: FactsStore },
  settleMs: number,
): readonly PersonPlace[] => [indexFactsPlace(stores, settleMs), officialIndexPlace(stores, settleMs)];
