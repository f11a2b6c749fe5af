import { describe, expect, it } from 'vitest';
import { usualWishes } from './mail-wishes.ts';
import { quietUntil } from './quiet-hours.ts';

const [wib, wita, wit] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

// 2 March 2026 is a Monday.
describe('quiet hours', () => {
  it.each([
    // Monday evening and night in Jakarta.
    [wib, '2026-03-02T11:59:59.000Z', undefined],
    [wib, '2026-03-02T12:00:00.000Z', '2026-03-03T00:00:00.000Z'],
    [wib, '2026-03-02T23:59:00.000Z', '2026-03-03T00:00:00.000Z'],
    [wib, '2026-03-03T00:00:00.000Z', undefined],
    // The same moments where it is an hour or two later.
    [wita, '2026-03-02T11:00:00.000Z', '2026-03-02T23:00:00.000Z'],
    [wit, '2026-03-02T10:00:00.000Z', '2026-03-02T22:00:00.000Z'],
    [wit, '2026-03-02T22:00:00.000Z', undefined],
    // Friday evening rests until Monday morning.
    [wib, '2026-03-06T11:00:00.000Z', undefined],
    [wib, '2026-03-06T12:30:00.000Z', '2026-03-09T00:00:00.000Z'],
    [wib, '2026-03-07T05:00:00.000Z', '2026-03-09T00:00:00.000Z'],
    // It is Saturday in Jayapura while it is Friday in UTC.
    [wit, '2026-03-06T15:30:00.000Z', '2026-03-08T22:00:00.000Z'],
  ] as const)('in %s at %s', (zone, at, until) => {
    expect(quietUntil(new Date(at), zone, usualWishes)?.toISOString()).toBe(until);
  });

  it('are as somebody has set them', () => {
    const until = (at: string, over: object) =>
      quietUntil(new Date(at), wib, { ...usualWishes, ...over })?.toISOString();
    expect(until('2026-03-07T05:00:00.000Z', { quietWeekends: false })).toBeUndefined();
    expect(until('2026-03-06T12:30:00.000Z', { quietWeekends: false })).toBe('2026-03-07T00:00:00.000Z');
    expect(until('2026-03-02T17:00:00.000Z', { quietFrom: 7, quietUntil: 7 })).toBeUndefined();
    expect(until('2026-03-02T05:30:00.000Z', { quietFrom: 12, quietUntil: 14 })).toBe(
      '2026-03-02T07:00:00.000Z',
    );
  });
});
