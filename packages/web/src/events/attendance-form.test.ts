import { describe, expect, it } from 'vitest';
import { boxesOf, changesOf, pairOf, shownAs } from './attendance-form.ts';

const [budi, ani, citra, dewi] = ['budi', 'ani', 'citra', 'dewi'].map((name) => pairOf(name, 's1')) as [
  string,
  string,
  string,
  string,
];

describe('a list of attendance that comes back', () => {
  it('says something of boxes that were touched alone', () => {
    const shown = [shownAs(budi, true), shownAs(ani, true), shownAs(citra, false), shownAs(dewi, false)];
    expect(changesOf({ shown, present: [budi, citra] })).toEqual([
      { personId: 'ani', sessionId: 's1', present: false },
      { personId: 'citra', sessionId: 's1', present: true },
    ]);
    expect(changesOf({ shown, present: [budi, ani] })).toEqual([]);
  });

  it('marks nobody as absent whose box does not tell what it said, and nobody without a box', () => {
    expect(changesOf({ shown: [budi, ani], present: [ani] })).toEqual([
      { personId: 'ani', sessionId: 's1', present: true },
    ]);
    expect(changesOf({ shown: [], present: [budi] })).toEqual([]);
  });

  it('keeps what was changed, beside what is known of all others by now', () => {
    const shown = [shownAs(budi, true), shownAs(ani, false), shownAs(citra, false)].join(' ');
    const boxOf = boxesOf({ shown, present: ani, reason: 'x' });
    expect([boxOf(budi, true), boxOf(ani, false), boxOf(citra, true)]).toEqual([false, true, true]);
    expect([boxOf(citra, false), boxOf(dewi, true)]).toEqual([false, true]);
    const untouched = boxesOf({});
    expect([untouched(budi, true), untouched(ani, false)]).toEqual([true, false]);
  });
});
