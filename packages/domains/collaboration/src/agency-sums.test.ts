import type { AgencyId, PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { sumPairs } from './agency-sums.ts';
import type { PairId } from './pair.ts';
import type { Membership } from './ports.ts';

const member = (n: number, over: Partial<Membership> = {}): Membership => ({
  ...{ personId: `p${n}` as PersonId, pairId: `pair-${n}` as PairId, kind: 'coaching', side: 'learner' },
  ...{ state: 'active', agencyId: 'bkn' as AgencyId, unitId: 'u1' },
  years: { 2026: { sessions: 2, minutes: 90 } },
  ...over,
});
const some = (from: number, count: number, over: Partial<Membership> = {}) =>
  Array.from({ length: count }, (_, n) => member(from + n, over));
const of = { year: 2026, thisYear: 2026 };

it('counts people once, and sessions by whoever learned', () => {
  const twice = member(1, { pairId: 'other' as PairId, side: 'guide' });
  expect(sumPairs([...some(1, 5), twice], of).all).toEqual({
    ...{ people: 5, learners: 5, guides: 1, sessions: 10, minutes: 450 },
  });
});

it('tells nothing of less than five people, and nothing from which they could be reckoned', () => {
  const two = [...some(1, 6), ...some(10, 2, { unitId: 'u2' })];
  const hidden = sumPairs(two, of);
  expect([...hidden.units]).toEqual([
    ['u1', undefined],
    ['u2', undefined],
  ]);
  expect(hidden.all?.people).toBe(8);
  const { unitId: _, ...unitless } = member(20);
  const three = sumPairs([...some(1, 6), ...some(10, 5, { unitId: 'u2' }), unitless], of);
  expect(three.units.get('')).toBeUndefined();
  expect([...three.units.values()].filter((one) => one === undefined)).toHaveLength(2);
  expect(sumPairs(some(1, 4), of).all).toBeUndefined();
});

it('is of one year: sessions of it, and pairs that go on now', () => {
  const ended = some(1, 5, { state: 'ended' });
  expect(sumPairs(ended, { year: 2025, thisYear: 2026 }).all?.people).toBe(0);
  expect(sumPairs(ended, of).all?.sessions).toBe(10);
  expect(sumPairs(some(1, 5, { years: {} }), of).all).toMatchObject({ people: 5, sessions: 0 });
});
