import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';

/** A clock that stands still until told to move. */
export function fixedClock(start = '2026-03-02T01:00:00.000Z'): Clock & { advance(ms: number): void } {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}

/** Ids that count upwards: the n-th uuid ends in n, the n-th token is `token-n`. */
export function countedIds(): Ids {
  let n = 0;
  return {
    uuid: () => {
      n += 1;
      return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
    },
    token: () => {
      n += 1;
      return `token-${n}`;
    },
  };
}
