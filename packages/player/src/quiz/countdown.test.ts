import { describe, expect, it } from 'vitest';
import { Countdown, clockText } from './countdown.ts';

function running(seconds: number) {
  let now = 1000;
  const marks: number[] = [];
  let last = -1;
  let ends = 0;
  const countdown = new Countdown(seconds, {
    now: () => now,
    onTick: (left) => {
      last = left;
    },
    onMark: (left) => marks.push(left),
    onEnd: () => {
      ends += 1;
    },
  });
  const pass = (ms: number) => {
    now += ms;
    countdown.tick();
  };
  return { countdown, pass, marks, left: () => last, ends: () => ends };
}

describe('Countdown', () => {
  it('says five minutes and one minute, once each, and ends once', () => {
    const { pass, marks, left, ends } = running(400);
    for (let second = 0; second < 410; second += 1) pass(1000);
    expect([marks, left(), ends()]).toEqual([[300, 60], 0, 1]);
  });

  it('says nothing of a mark that had passed when it began, and the nearer one after a sleep', () => {
    const short = running(200);
    short.pass(1000);
    expect(short.marks).toEqual([]);
    const slept = running(900);
    slept.pass(850_000);
    expect(slept.marks).toEqual([60]);
  });

  it('follows the server in both directions, and says a mark no second time', () => {
    const { countdown, pass, marks, left } = running(400);
    countdown.sync(299);
    expect([left(), marks]).toEqual([299, [300]]);
    countdown.sync(350);
    pass(60_000);
    expect([left(), marks]).toEqual([290, [300]]);
  });

  it('writes time as clocks do', () => {
    expect([3909, 545, 5, 0].map(clockText)).toEqual(['1:05:09', '9:05', '0:05', '0:00']);
  });
});
