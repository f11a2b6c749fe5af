import type { Jp } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { type Forecast, forecastYear } from './forecast-year.ts';

const jp = (hours: number) => Math.round(hours * 100) as Jp;
const on = (days: Readonly<Record<string, number>>) =>
  Object.entries(days).map(([date, hours]) => ({ date, recognised: jp(hours) }));

interface Row {
  readonly of: string;
  readonly today: string;
  readonly days: Readonly<Record<string, number>>;
  readonly minimum?: number;
  readonly told: Forecast | undefined;
}

const rows: readonly Row[] = [
  {
    of: 'nothing yet, in November',
    today: '2026-11-28',
    days: {},
    told: { kind: 'unknown', because: 'nothing' },
  },
  {
    of: 'the first days of January',
    today: '2026-01-03',
    days: { '2026-01-01': 3, '2026-01-02': 3 },
    told: { kind: 'unknown', because: 'early' },
  },
  {
    of: 'a single day of learning',
    today: '2026-06-30',
    days: { '2026-03-02': 3 },
    told: { kind: 'unknown', because: 'few' },
  },
  // 10 JP in 100 days: the 200th day of the year.
  {
    of: 'a pace that reaches it',
    today: '2026-04-10',
    days: { '2026-02-02': 5, '2026-03-02': 5 },
    told: { kind: 'reached-on', on: '2026-07-19' },
  },
  // The same pace in a leap year: its 200th day is one date earlier.
  {
    of: 'a leap year',
    today: '2028-04-09',
    days: { '2028-02-29': 5, '2028-03-02': 5 },
    told: { kind: 'reached-on', on: '2028-07-18' },
  },
  // 10 JP in 183 days: the 366th day, which a leap year has and another has not.
  {
    of: 'the last day of a leap year',
    today: '2028-07-01',
    days: { '2028-02-29': 5, '2028-03-02': 5 },
    told: { kind: 'reached-on', on: '2028-12-31' },
  },
  {
    of: 'a pace that misses it by a day',
    today: '2026-07-02',
    days: { '2026-02-02': 5, '2026-03-02': 5 },
    // 182 days are left for ten JP.
    told: { kind: 'short', atYearEnd: jp(19.94), perWeek: jp(0.5) },
  },
  {
    of: 'the last day of the year',
    today: '2026-12-31',
    days: { '2026-02-02': 5, '2026-03-02': 5 },
    told: { kind: 'short', atYearEnd: jp(10), perWeek: jp(10) },
  },
  {
    of: 'met already, on the day that reached it',
    today: '2026-11-28',
    days: { '2026-02-02': 12, '2026-05-04': 8, '2026-06-01': 3 },
    told: { kind: 'met', on: '2026-05-04' },
  },
  {
    of: 'half a JP short of it (T10)',
    today: '2026-12-01',
    days: { '2026-02-02': 12, '2026-05-04': 7.5 },
    told: { kind: 'reached-on', on: '2026-12-10' },
  },
  {
    of: 'met by what was learned in December before',
    today: '2026-01-02',
    days: { '2025-12-30': 20 },
    told: { kind: 'met', on: '2026-01-01' },
  },
  {
    of: 'days that are still to come',
    today: '2026-06-30',
    days: { '2026-07-01': 30 },
    told: { kind: 'unknown', because: 'nothing' },
  },
  { of: 'a year that is over', today: '2027-01-01', days: { '2026-02-02': 12 }, told: undefined },
  {
    of: 'a minimum of nothing',
    today: '2026-01-01',
    days: {},
    minimum: 0,
    told: { kind: 'met', on: '2026-01-01' },
  },
];

describe('the pace of a year', () => {
  it.each(rows)('tells of $of', ({ today, days, minimum = 20, told }) => {
    const year = Number(today === '2027-01-01' ? 2026 : today.slice(0, 4));
    expect(forecastYear({ year, today, minimum: jp(minimum), days: on(days) })).toEqual(told);
  });
});
