import type { AgencyId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { eachAgency } from './walk-people.ts';

it('gives every agency its turn, and tells which ones failed', async () => {
  const agencyIds = ['a', 'b', 'c'] as AgencyId[];
  const seen: string[] = [];
  const failures = await eachAgency(agencyIds, async (agencyId) => {
    seen.push(agencyId);
    if (agencyId === 'a') throw new Error('a row cannot be read');
  });
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(failures.map(({ message }) => message)).toEqual(['people of the agency a cannot be counted']);
  expect(await eachAgency(agencyIds, async () => {})).toEqual([]);
});
