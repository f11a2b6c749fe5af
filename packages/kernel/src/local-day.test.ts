import { expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfLocalDay,
  isDayOver,
  localDateOf,
  startOfLocalDay,
  weekdayOf,
} from './local-day.ts';

it('knows the day of each zone, and where it begins and ends', () => {
  const at = Date.parse('2026-12-31T16:30:00.000Z');
  expect(localDateOf(at, 'Asia/Jakarta')).toBe('2026-12-31');
  expect(localDateOf(at, 'Asia/Makassar')).toBe('2027-01-01');
  expect(new Date(endOfLocalDay(at, 'Asia/Jakarta')).toISOString()).toBe('2026-12-31T17:00:00.000Z');
  expect(new Date(startOfLocalDay('2027-01-01', 'Asia/Jayapura')).toISOString()).toBe(
    '2026-12-31T15:00:00.000Z',
  );
});

it('takes a last day to be over when it is over in western Indonesia, and not when it is in UTC', () => {
  expect(isDayOver('2026-06-30', new Date('2026-06-30T16:59:59.999Z'))).toBe(false);
  expect(isDayOver('2026-06-30', new Date('2026-06-30T17:00:00.000Z'))).toBe(true);
});

it('counts days over the end of years and of a February that is long', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
});
