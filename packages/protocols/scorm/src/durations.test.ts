import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIsoDuration, formatTimespan, parseIsoDuration, parseTimespan } from './durations.ts';

const longestTimespan = 9999 * 3600 + 59 * 60 + 59.99;
const hundredths = (max: number) =>
  fc.integer({ min: 0, max: Math.round(max * 100) }).map((value) => value / 100);

describe('durations', () => {
  it.each([
    ['0000:00:00', 0],
    ['0001:02:03.04', 3723.04],
    ['00:00:07.5', 7.5],
    ['9999:59:59.99', longestTimespan],
    ['00:90:75', 5475],
  ])('reads the 1.2 timespan %s', (text, seconds) => {
    expect(parseTimespan(text)).toBe(seconds);
  });

  it.each([
    ['PT0S', 0],
    ['PT1H2M3.04S', 3723.04],
    ['P1DT1S', 86_401],
    ['P1Y2M3DT4H5M6.7S', 365 * 86_400 + 60 * 86_400 + 3 * 86_400 + 4 * 3600 + 5 * 60 + 6.7],
    ['PT90M', 5400],
    ['PT1.999S', 1.99],
  ])('reads the 2004 interval %s', (text, seconds) => {
    expect(parseIsoDuration(text)).toBe(seconds);
  });

  it.each(['', '1', '10:00', '00:00:00.123', '-1:00:00', '10000:00:00', 'PT1H'])(
    'is no timespan: %j',
    (text) => {
      expect(parseTimespan(text)).toBeUndefined();
    },
  );

  it.each(['', 'P', 'PT', 'P1W', 'PT1', '-PT1S', 'PT1.S', 'P1H', `PT${'9'.repeat(30)}H`])(
    'is no interval: %j',
    (text) => {
      expect(parseIsoDuration(text)).toBeUndefined();
    },
  );

  it('writes what it reads, to the hundredth', () => {
    fc.assert(
      fc.property(hundredths(longestTimespan), (seconds) => {
        expect(parseTimespan(formatTimespan(seconds))).toBe(seconds);
        expect(parseIsoDuration(formatIsoDuration(seconds))).toBe(seconds);
      }),
    );
  });

  it('writes one form only, so that reading and writing again changes nothing', () => {
    fc.assert(
      fc.property(fc.double(), (seconds) => {
        const iso = formatIsoDuration(seconds);
        expect(formatIsoDuration(parseIsoDuration(iso) ?? -1)).toBe(iso);
        const span = formatTimespan(seconds);
        expect(formatTimespan(parseTimespan(span) ?? -1)).toBe(span);
      }),
    );
  });

  it('writes whole forms and nothing below zero', () => {
    expect(formatIsoDuration(3723.04)).toBe('PT1H2M3.04S');
    expect(formatIsoDuration(3600)).toBe('PT1H');
    expect(formatIsoDuration(-5)).toBe('PT0S');
    expect(formatIsoDuration(Number.NaN)).toBe('PT0S');
    expect(formatTimespan(3723.04)).toBe('0001:02:03.04');
    expect(formatTimespan(1e9)).toBe('9999:59:59.99');
  });
});
