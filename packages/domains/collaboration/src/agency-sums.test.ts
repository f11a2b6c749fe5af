import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
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
    ...{ people: 5, learners: 5, guides: 1, signed: { sessions: 10, minutes: 450 } },
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
  expect(sumPairs(ended, of).all?.signed?.sessions).toBe(10);
  expect(sumPairs(some(1, 5, { years: {} }), of).all).toMatchObject({
    ...{ people: 5, signed: { sessions: 0, minutes: 0 } },
  });
});

describe('minutes', () => {
  const idle = { years: {} };
  const unitOf = (sums: ReturnType<typeof sumPairs>, unitId: string) => sums.units.get(unitId);

  it('are hidden where less than five learners have some, however many people there are', () => {
    const one = sumPairs([...some(1, 9, idle), member(10)], of);
    expect(one.all).toEqual({ people: 10, learners: 10, guides: 0 });
    expect(unitOf(one, 'u1')).toEqual({ people: 10, learners: 10, guides: 0 });
    // Those who guide have none of their own.
    const guides = some(20, 6, { side: 'guide' });
    expect(sumPairs([...some(1, 4), ...guides], of).all).toEqual({ people: 10, learners: 4, guides: 6 });
    expect(sumPairs([...some(1, 5), ...guides], of).all?.signed).toEqual({ sessions: 10, minutes: 450 });
  });

  it('of another unit are hidden with them where they could be reckoned from the sum', () => {
    const second = { unitId: 'u2' };
    const sums = sumPairs([...some(1, 6), ...some(10, 5, { ...second, ...idle }), member(20, second)], of);
    expect(sums.all?.signed).toEqual({ sessions: 14, minutes: 630 });
    expect(unitOf(sums, 'u2')).toEqual({ people: 6, learners: 6, guides: 0 });
    expect(unitOf(sums, 'u1')).toEqual({ people: 6, learners: 6, guides: 0 });
    // Nobody at all tells nothing of anybody.
    const none = sumPairs([...some(1, 6), ...some(10, 6, { ...second, ...idle })], of);
    expect(unitOf(none, 'u2')?.signed).toEqual({ sessions: 0, minutes: 0 });
    expect(unitOf(none, 'u1')?.signed).toEqual({ sessions: 12, minutes: 540 });
  });
});
