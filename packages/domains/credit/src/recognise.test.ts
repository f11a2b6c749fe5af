import type { AgencyId, Jp } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { Entry, EntryId } from './ledger/entry.ts';
import type { PersonStanding } from './ledger/standing.ts';
import { recognise } from './recognise.ts';
import { nationalRules } from './rules/national-rules.ts';
import type { Rule } from './rules/rule.ts';
import { correctedOf, decidedOf, earnedOf, heldOf, on, pns, pppk, reversedOf } from './testing/samples.ts';
import { totalYear } from './total-year.ts';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;

function yearOf(entries: readonly Entry[], standing: PersonStanding = pns, rules = nationalRules) {
  const basis = { rules, standing };
  const lines = recognise(entries, basis);
  return { lines, ...totalYear(lines, { year: 2026, today: '2026-12-31' }, basis) };
}

const jp = (entries: readonly Entry[], standing?: PersonStanding) =>
  yearOf(entries, standing).recognised / 100;
const id = (entryId: string) => ({ entryId: entryId as EntryId });

describe('the worked examples of the conversion table', () => {
  it('T1: a seminar of two days is 8 JP', () => {
    expect(jp([earnedOf('KL06', on({ [day(2)]: 1, [day(3)]: 1 }))])).toBe(8);
  });

  it('T2: an international workshop of three days is 21 JP', () => {
    const parts = on({ [day(2)]: 1, [day(3)]: 1, [day(4)]: 1 });
    expect(jp([earnedOf('KL07', parts, { abroad: true })])).toBe(21);
  });

  it('T3: e-learning of 10 JP in two days is 6 JP, and says why', () => {
    const { lines, recognised } = yearOf([earnedOf('NKL03', on({ [day(2)]: 5, [day(3)]: 5 }))]);
    expect(recognised).toBe(600);
    expect(lines).toMatchObject([
      { stated: 1000, computed: 1000, recognised: 600, reasons: ['cap_day'], rule: { formCode: 'NKL03' } },
    ]);
    expect(lines[0]?.parts.map((part) => part.recognised)).toEqual([300, 300]);
  });

  it('T4: e-learning of 10 JP over four days is 10 JP', () => {
    const parts = on({ [day(2)]: 3, [day(3)]: 3, [day(4)]: 3, [day(5)]: 1 });
    expect(jp([earnedOf('NKL03', parts)])).toBe(10);
  });

  it('T5: of three coaching sessions in a month the third is over the cap', () => {
    const sessions = [2, 9, 16].map((n) => earnedOf('NKL01', on({ [day(n)]: 1 }), id(`s${n}`)));
    const { lines, recognised } = yearOf(sessions);
    expect(recognised).toBe(400);
    expect(lines.map(({ reasons }) => reasons)).toEqual([[], [], ['cap_month']]);
    expect(jp([...sessions, earnedOf('NKL01', on({ '2026-04-01': 1 }))])).toBe(6);
  });

  it('T6: a technical training of 40 JP abroad is 48 JP', () => {
    expect(jp([earnedOf('KL03', on({ [day(6)]: 40 }), { abroad: true })])).toBe(48);
  });

  it('T7: 3 JP in a community of practice on one day are 2 JP', () => {
    expect(jp([earnedOf('NKL10', on({ [day(2)]: 3 }))])).toBe(2);
  });

  it('T8: two semesters of a study assignment are 40 JP', () => {
    expect(jp([earnedOf('PD01', on({ '2026-01-31': 1, '2026-07-31': 1 }))])).toBe(40);
  });

  it('T9: a PPPK with 22 JP and 6 more has earned 28, of which 24 are recognised', () => {
    const before = earnedOf('KL03', on({ [day(2)]: 22 }));
    const { lines, ...year } = yearOf([before, earnedOf('KL03', on({ [day(9)]: 6 }))], pppk);
    expect(year).toMatchObject({ computed: 2800, recognised: 2400, maximum: { jp: 2400, recognised: 2400 } });
    expect(year.minimum).toBeUndefined();
    expect(lines[1]).toMatchObject({ computed: 600, recognised: 200, reasons: ['over_cap'] });
  });

  it('T10: 19.5 JP of a PNS do not meet the minimum, 20 do', () => {
    const hours = (amount: number) => yearOf([earnedOf('KL03', on({ [day(2)]: amount }))]).minimum;
    expect(hours(19.5)).toMatchObject({ jp: 2000, met: false });
    expect(hours(20)).toMatchObject({ met: true });
  });
});

describe('what else the ledger says', () => {
  const course = earnedOf('NKL03', on({ [day(2)]: 2 }), id('a'));
  const other = earnedOf('NKL03', on({ [day(2)]: 2 }), id('b'));

  it('two courses share the cap of one day, in the order of their ids', () => {
    const { lines } = yearOf([other, course]);
    expect(lines.map(({ recognised }) => recognised)).toEqual([200, 100]);
  });

  it('L1: what is held or rejected counts nothing and leaves the cap to others; what is released counts', () => {
    const held = heldOf(course);
    expect(yearOf([course, other, held])).toMatchObject({ recognised: 200, held: 200, computed: 400 });
    const later = '2026-03-09T01:00:00.000Z';
    expect(jp([course, other, held, decidedOf(course, 'released', { at: later })])).toBe(3);
    const rejected = yearOf([course, held, decidedOf(course, 'rejected', { at: later })]);
    expect(rejected).toMatchObject({ recognised: 0, held: 0, computed: 0 });
    expect(rejected.lines[0]?.reasons).toEqual(['rejected']);
  });

  it('a completion that is taken back counts no more, and again once a correction brings it back', () => {
    expect(jp([course, reversedOf(course)])).toBe(0);
    const back = correctedOf(course, course.parts, { at: '2026-03-09T01:00:00.000Z' });
    expect(jp([course, reversedOf(course), back])).toBe(2);
  });

  it('the last correction holds, by the time when it became true', () => {
    const late = correctedOf(course, on({ [day(2)]: 1, [day(3)]: 1 }), {
      entryId: 'c1',
      at: '2026-03-04T00:00:00.000Z',
    });
    const early = correctedOf(course, on({ [day(2)]: 0.5 }), {
      entryId: 'c2',
      at: '2026-03-03T00:00:00.000Z',
    });
    expect(yearOf([late, early, course]).lines[0]?.parts).toHaveLength(2);
  });

  it('the same learning counts once a year', () => {
    const again = earnedOf('NKL03', on({ [day(9)]: 2 }), { ...id('z'), sameAs: course.sameAs });
    const { lines, recognised, computed } = yearOf([again, course]);
    expect({ recognised, computed }).toEqual({ recognised: 200, computed: 200 });
    expect(lines[1]?.reasons).toEqual(['duplicate']);
    const nextYear = earnedOf('NKL03', on({ '2027-01-05': 2 }), { ...id('y'), sameAs: course.sameAs });
    expect(yearOf([course, nextYear]).lines[1]?.recognised).toBe(200);
  });

  it('the year of the last day counts, and a day has its cap whichever year that is', () => {
    const over = earnedOf('NKL03', on({ '2025-12-31': 3, '2026-01-01': 3 }), id('n'));
    const old = earnedOf('NKL03', on({ '2025-12-31': 2 }), id('o'));
    const { lines, recognised } = yearOf([over, old]);
    expect(lines.map(({ year, recognised: own }) => [year, own])).toEqual([
      [2025, 200],
      [2026, 400],
    ]);
    expect(recognised).toBe(400);
  });

  it('shows a form without a rule, and leadership abroad, and recognises nothing of them', () => {
    expect(yearOf([earnedOf('KL12', on({ [day(2)]: 4 }))]).lines[0]).toMatchObject({
      reasons: ['no_rule'],
      recognised: 0,
    });
    const abroad = earnedOf('KL01', on({ [day(2)]: 40 }), { abroad: true });
    expect(yearOf([abroad]).lines[0]).toMatchObject({ reasons: ['not_applicable'], recognised: 0 });
  });

  it('takes the newest valid row of the agency before that of the nation', () => {
    const agencyId = 'bkn' as AgencyId;
    const [row] = nationalRules.filter((rule) => rule.ruleId === 'national:NKL03:2018');
    const own = { ...row, ruleId: 'bkn:NKL03', scope: { kind: 'agency', agencyId }, capAmount: 200 } as Rule;
    const newer = { ...own, ruleId: 'bkn:NKL03:2', validFrom: day(9), capAmount: 100 } as Rule;
    const rules = [...nationalRules, own, newer];
    const spent = (date: string, of?: AgencyId) =>
      yearOf([earnedOf('NKL03', on({ [date]: 6 }), of && { agencyId: of })], pns, rules).recognised / 100;
    expect([spent(day(2)), spent(day(2), agencyId), spent(day(9), agencyId)]).toEqual([3, 2, 1]);
    const ended = [...nationalRules, { ...own, validTo: day(1) } as Rule];
    expect(yearOf([earnedOf('NKL03', on({ [day(2)]: 6 }), { agencyId })], pns, ended).recognised).toBe(300);
  });

  it('counts a maximum by years of the contract, and only while the person is a PPPK', () => {
    const contract = {
      ...pppk,
      contractYears: [
        { from: '2025-07-01', to: '2026-06-30' },
        { from: '2026-07-01', to: '2027-06-30' },
      ],
    };
    const twice = [earnedOf('KL03', on({ '2026-06-30': 30 })), earnedOf('KL03', on({ '2026-07-01': 30 }))];
    expect(yearOf(twice, contract)).toMatchObject({ recognised: 4800, maximum: { recognised: 2400 } });
    const became: PersonStanding = {
      ...pppk,
      statuses: [
        { status: 'PPPK', from: '2024-01-01', to: '2026-06-30' },
        { status: 'PNS', from: '2026-07-01' },
      ],
    };
    expect(yearOf(twice, became)).toMatchObject({ recognised: 5400, minimum: { met: true } });
  });

  it('loses no hundredth between the days of a training abroad', () => {
    const parts = [333, 333, 334].map((amount, n) => ({ date: day(n + 2), amount }));
    const { lines } = yearOf([earnedOf('KL03', parts, { abroad: true, stated: 1000 as Jp })]);
    expect(lines[0]).toMatchObject({ computed: 1200, recognised: 1200 });
  });
});
