import type { AgencyId, PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import type { Champion } from '../champions/champion.ts';
import { adoptionFacts } from './facts.ts';

const rowOf = (over: Partial<Champion>) => ({
  ...{ pk: 'HABITS#sri', sk: 'CHAMPION', kind: 'champion' },
  ...{ personId: 'sri' as PersonId, agencyId: 'bkn' as AgencyId, unitId: 'u1', state: 'asked' },
  ...{ namedBy: 'adi', namedAt: '2026-03-02T01:00:00.000Z', since: '2026-03-02T01:00:00.000Z' },
  ...{ showsEmail: false, rev: 1, ...over },
});

it('whoever is asked again after an erasure, where revisions begin anew, is told under another id', () => {
  const asked = (since: string) => adoptionFacts({ after: rowOf({ namedAt: since, since }) })[0]?.eventId;
  const [then, later] = ['2026-03-02T01:00:00.000Z', '2026-09-02T01:00:00.000Z'];
  expect(asked(then)).toBe(asked(then));
  expect(asked(then)).not.toBe(asked(later));
});

it('what somebody says of themselves is told nobody', () => {
  const [before, after] = [rowOf({ state: 'active' }), rowOf({ state: 'active', offer: 'kuis', rev: 2 })];
  expect(adoptionFacts({ before, after })).toEqual([]);
  expect(adoptionFacts({ before: rowOf({}), after })).toMatchObject([{ from: 'asked', to: 'active' }]);
});
