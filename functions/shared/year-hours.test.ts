import { creditWorld, pns, sri } from '@sinau/credit/testing';
import type { Jp } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { yearHoursOf } from './year-hours.ts';

it('whoever has the minimum of the year has reached it, and nobody for whom none holds', async () => {
  const { credit, standings, people, clock } = creditWorld();
  const hours = yearHoursOf({ credit: async () => ({ credit, standings }), clock });
  const reached = () => hours.hasReachedMinimum(sri);
  expect(await reached()).toBe(false);
  const none = 0 as Jp;
  const sums = { stated: none, computed: none, held: none, lines: 1, asOf: '2026-03-01T00:00:00.000Z' };
  const row = { personId: sri, year: 2026, ...sums };
  await credit.saveYear({ ...row, recognised: 1_999 as Jp, rev: 0 });
  expect(await reached()).toBe(false);
  await credit.saveYear({ ...row, recognised: 2_000 as Jp, rev: 1 });
  expect(await reached()).toBe(true);
  people.set(sri, { ...pns, statuses: [{ status: 'PPPK', from: '2024-01-01' }] });
  expect(await reached()).toBe(false);
});
