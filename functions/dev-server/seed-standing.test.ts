import { memoryStandingStore } from '@sinau/annual-plan/testing';
import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { seedStanding } from './seed-standing.ts';

it('performance of the year before is told on the first day, and counted once however often it is seeded', async () => {
  const clock = fixedClock('2026-11-29T02:00:00.000Z');
  const agencyId = 'badan' as AgencyId;
  const standings = memoryStandingStore();
  const rated = {
    async *ratedOf(_: AgencyId, year: number) {
      if (year === 2025) yield Array.from({ length: 30 }, (_, n) => ({ unitId: 'u1', isBelow: n < 9 }));
    },
  };
  await seedStanding({ standings, rated, clock }, agencyId);
  const first = await standings.find(agencyId);
  expect(first?.told).toMatchObject({ year: 2025, groups: [{ rated: 30, below: 5 }, { id: 'u1' }] });
  clock.advance(86_400_000);
  await seedStanding({ standings, rated, clock }, agencyId);
  expect(await standings.find(agencyId)).toEqual(first);
});
