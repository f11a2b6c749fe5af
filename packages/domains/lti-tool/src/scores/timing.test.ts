import { expect, it } from 'vitest';
import { waitMs } from './timing.ts';

const minute = 60_000;

it('waits longer with each try, an hour at most, up and down by a third', () => {
  expect([1, 2, 3, 20].map((tries) => waitMs(tries, { random: 0.5 }) / minute)).toEqual([1, 2, 4, 60]);
  expect(waitMs(1, { random: 0 })).toBe(42_000);
  expect(waitMs(1, { random: 1 })).toBe(78_000);
});

it('never comes sooner than a platform asks for', () => {
  expect(waitMs(1, { random: 0, afterSeconds: 600 })).toBe(10 * minute);
});

it('asks no more often because a platform that is away asks for a second each time', () => {
  expect(waitMs(8, { random: 0.5, afterSeconds: 1 })).toBe(60 * minute);
});
