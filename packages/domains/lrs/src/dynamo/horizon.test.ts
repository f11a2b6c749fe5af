import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { sharedHorizon, soleHorizon } from './horizon.ts';

describe('soleHorizon', () => {
  it('ends before the oldest write on its way, also when younger ones are done', () => {
    const clock = fixedClock();
    const horizon = soleHorizon({ clock });
    const first = horizon.begin();
    clock.advance(10);
    const second = horizon.begin();
    clock.advance(10);
    second.close();
    expect(horizon.throughMs(undefined)).toBe(first.ms - 1);
    first.close();
    expect(horizon.throughMs(undefined)).toBe(clock.now().getTime());
  });

  it('holds what was stored in this very millisecond, and runs no further ahead of the clock than writes do', () => {
    const clock = fixedClock();
    const horizon = soleHorizon({ clock });
    const now = clock.now().getTime();
    for (const n of [0, 1, 2]) {
      const write = horizon.begin();
      expect(write.ms).toBe(now + n);
      expect(horizon.throughMs(undefined)).toBe(write.ms - 1);
      write.close();
      for (const _ of [1, 2]) expect(horizon.throughMs(undefined)).toBe(write.ms);
    }
  });

  it('stores nothing at or before what it promised, although the clock steps back', () => {
    const clock = fixedClock();
    const horizon = soleHorizon({ clock });
    const promised = horizon.throughMs(undefined);
    clock.advance(-60_000);
    expect(horizon.begin().ms).toBeGreaterThan(promised);
    expect(horizon.throughMs(undefined)).toBeGreaterThanOrEqual(promised);
  });

  it('stays before a commit that was left without its rows, until it is healed, and before a hold', () => {
    const clock = fixedClock();
    const horizon = soleHorizon({ clock });
    const write = horizon.begin();
    write.leave('p1');
    clock.advance(1_000);
    expect(horizon.throughMs(undefined)).toBe(write.ms - 1);
    expect(horizon.throughMs(write.ms - 500)).toBe(write.ms - 501);
    horizon.healed('p1');
    expect(horizon.throughMs(undefined)).toBe(clock.now().getTime());
  });

  it('knows that a reservation of a dead process is dead', () => {
    const horizon = soleHorizon({ clock: fixedClock() });
    const write = horizon.begin();
    expect(horizon.mayBeOpen(write.ms)).toBe(true);
    expect(horizon.mayBeOpen(write.ms - 1)).toBe(false);
    write.close();
    expect(horizon.mayBeOpen(write.ms)).toBe(false);
  });
});

describe('sharedHorizon', () => {
  it('allows for the deadline, for clocks that differ, and for holds', () => {
    const clock = fixedClock();
    const now = clock.now().getTime();
    const horizon = sharedHorizon({ clock, commitDeadlineMs: 10_000, allowanceMs: 2_000 });
    expect(horizon.throughMs(undefined)).toBe(now - 12_000);
    expect(horizon.throughMs(now - 20_000)).toBe(now - 20_001);
    expect(horizon.mayBeOpen(now - 10_000)).toBe(true);
    expect(horizon.mayBeOpen(now - 10_001)).toBe(false);
  });

  it('lets no commit begin that could end behind the deadline', () => {
    const clock = fixedClock();
    const horizon = sharedHorizon({ clock, commitDeadlineMs: 10_000, answerMs: 5_000 });
    const { ms } = horizon.begin();
    clock.advance(5_000);
    expect(horizon.mayCommit(ms)).toBe(true);
    clock.advance(1);
    expect(horizon.mayCommit(ms)).toBe(false);
  });
});
