import type { PersonId } from '@sinau/kernel';
import { takeOfficial } from '@sinau/professionalism';
import { memoryOfficialStore } from '@sinau/professionalism/testing';
import { expect, it } from 'vitest';
import { officialIndexPlace } from './official-index.ts';

const sri = 'sri' as PersonId;
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
  const place = officialIndexPlace({ officialIndexes }, 7);
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
