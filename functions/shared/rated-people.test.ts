import type { RatedMember } from '@sinau/annual-plan';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { Axes, Rating } from '@sinau/talent';
import { memoryTalentStore } from '@sinau/talent/testing';
import { expect, it } from 'vitest';
import { ratedPeople } from './rated-people.ts';

const agencyId = 'bkn' as AgencyId;
const ratingOf = (personId: string, axes: Axes, over: Partial<Rating> = {}): Rating => ({
  ...{ personId: personId as PersonId, agencyId, year: 2025, ...axes, basis: 'BA 1', foundOn: '2026-02-01' },
  ...{ recordedBy: { id: 'sari' as PersonId, name: 'Sari' }, recordedAt: '2026-02-01T02:00:00.000Z', rev: 1 },
  ...over,
});
const personOf = (personId: string) => ({
  ...{ personId, name: personId, status: personId === 'tutup' ? 'disabled' : 'active', unitId: 'u1' },
  home: { kind: 'agency', agencyId: personId === 'pindah' ? 'lan' : 'bkn' },
  career: { posts: [{ from: '2020-01-01', title: 'Petugas Loket', family: 'pelaksana' }] },
});

it('counts who is of the agency today by unit and group of posts, in lots, and the last version of a rating alone', async () => {
  const talent = memoryTalentStore();
  const below = { performance: 'below', potential: 'high' } as const;
  const met = { performance: 'as-expected', potential: 'low' } as const;
  for (let n = 0; n < 120; n += 1) await talent.save(undefined, ratingOf(`p${n}`, n < 110 ? below : met));
  for (const personId of ['pindah', 'tutup']) await talent.save(undefined, ratingOf(personId, below));
  const first = ratingOf('ralat', below);
  await talent.save(undefined, first);
  await talent.save(first, { ...first, ...met, rev: 2 });
  await talent.save(undefined, ratingOf('tarik', below));
  await talent.save(
    ratingOf('tarik', below),
    ratingOf('tarik', below, { withdrawn: { reason: 'Keliru' }, rev: 2 }),
  );
  await talent.save(undefined, ratingOf('lain', below, { year: 2024 }));
  const lots: number[] = [];
  const rated = ratedPeople({
    talent,
    people: {
      findMany: async (ids) => {
        lots.push(ids.length);
        return ids.map(personOf) as never;
      },
    },
    clock: fixedClock('2026-11-29T02:00:00.000Z'),
  });
  const members: RatedMember[] = [];
  for await (const some of rated.ratedOf(agencyId, 2025)) members.push(...some);
  expect(members.filter(({ isBelow }) => isBelow)).toHaveLength(110);
  expect(members).toHaveLength(121);
  expect(members[0]).toEqual({ isBelow: true, unitId: 'u1', post: 'pelaksana' });
  expect(Math.max(...lots)).toBe(100);
});
