import type { AgencyId, PersonId } from '@sinau/kernel';
import { takeOfficial } from '@sinau/professionalism';
import { memoryOfficialStore } from '@sinau/professionalism/testing';
import type { IndexReading } from '@sinau/siasn-sync';
import { memoryReadingStore } from '@sinau/siasn-sync/testing';
import { expect, it } from 'vitest';
import { officialIndexPlace } from './official-index.ts';

const sri = 'sri' as PersonId;
const [bkn, lan] = ['bkn' as AgencyId, 'lan' as AgencyId];
const organisations = {
  listAgencies: async () => [bkn, lan].map((agencyId) => ({ agencyId })) as never,
};
const order = (keepVerbs?: readonly string[]) =>
  ({ personId: sri, ...(keepVerbs && { keepVerbs }) }) as never;

it('official values are copied and erased with their person, and left by a rule that ends statements', async () => {
  const officialIndexes = memoryOfficialStore();
  const points = { qualification: 15, competency: 40, performance: 25, discipline: 5 };
  for (const personId of [sri, 'budi' as PersonId]) {
    const index = { points, createdAt: '2026-03-12T01:15:33.000Z' };
    const reading = { personId, readAt: '2026-04-01T00:00:00.000Z', outcome: 'value', index } as const;
    await takeOfficial({ official: officialIndexes }, reading);
  }
  const indexReadings = memoryReadingStore();
  const place = officialIndexPlace({ officialIndexes, indexReadings, organisations }, 7);
  expect(await place.copy?.(order(), undefined)).toMatchObject({
    records: [
      { officialIndex: { year: 2026, points, source: 'siasn' } },
      { officialIndexLook: { look: { outcome: 'value' } } },
    ],
    counts: { officialIndexes: 2 },
  });
  const verbs = order(['x']);
  expect(await place.count(verbs, undefined)).toEqual({ counts: { officialIndexes: 0 } });
  expect(await place.erase?.(verbs, undefined)).toEqual({ counts: { officialIndexes: 0 } });
  expect(await officialIndexes.yearsOf(sri)).toHaveLength(1);
  expect(await place.count(order(), undefined)).toEqual({ counts: { officialIndexes: 2 } });
  expect(await place.erase?.(order(), undefined)).toEqual({ counts: { officialIndexes: 2 } });
  expect(await officialIndexes.yearsOf(sri)).toEqual([]);
  expect(await officialIndexes.yearsOf('budi' as PersonId)).toHaveLength(1);
});

it('that somebody asked, and that nothing came of them, goes with them at every agency; others stay', async () => {
  const budi = 'budi' as PersonId;
  const indexReadings = memoryReadingStore();
  const at = '2026-04-01T00:00:00.000Z';
  const failed = (personId: PersonId) => ({ personId, because: 'unreadable' as const, at });
  const reading: IndexReading = {
    ...{ agencyId: bkn, isOn: true, environment: 'production', dueAt: at, isListed: true, rev: 0 },
    left: [sri, budi].map((personId) => ({ personId, tries: 1 })),
    failures: [failed(sri), failed(budi), failed(sri)],
  };
  await indexReadings.save(reading);
  // Where they were before, an agency that has ended it since.
  await indexReadings.save({ ...reading, agencyId: lan, isOn: false, left: [], failures: [] });
  // However many have asked before: an agency that has ended it keeps their wishes.
  for (let n = 0; n < 1_001; n += 1) await indexReadings.want(lan, `p${n}` as PersonId);
  for (const agencyId of [bkn, lan])
    for (const personId of [sri, budi]) await indexReadings.want(agencyId, personId);
  const stores = { officialIndexes: memoryOfficialStore(), indexReadings, organisations };
  const place = officialIndexPlace(stores, 7);
  const failure = { because: 'unreadable', at };
  expect(await place.copy?.(order(), undefined)).toEqual({
    records: [
      {
        officialIndexReading: {
          ...{ agencyId: bkn, isWanted: true, isLeft: true, failures: [failure, failure] },
        },
      },
      { officialIndexReading: { agencyId: lan, isWanted: true, isLeft: false, failures: [] } },
    ],
    counts: { officialIndexes: 2 },
  });
  expect(await place.erase?.(order(['x']), undefined)).toEqual({ counts: { officialIndexes: 0 } });
  // A reader writes the same row just then.
  const { save } = indexReadings;
  let writes = 0;
  indexReadings.save = async (next) => {
    writes += 1;
    return writes === 1 ? 'stale' : save(next);
  };
  expect(await place.erase?.(order(), undefined)).toEqual({ counts: { officialIndexes: 2 } });
  expect(await indexReadings.find(bkn)).toMatchObject({
    left: [{ personId: budi, tries: 1 }],
    failures: [failed(budi)],
  });
  for (const agencyId of [bkn, lan]) {
    expect(await indexReadings.isWanted(agencyId, sri)).toBe(false);
    expect(await indexReadings.isWanted(agencyId, budi)).toBe(true);
  }
  expect(await place.count(order(), undefined)).toEqual({ counts: { officialIndexes: 0 } });
  expect(await place.erase?.(order(), undefined)).toEqual({ counts: { officialIndexes: 0 } });
});
