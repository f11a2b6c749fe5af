import { describe, expect, it } from 'vitest';
import { eLearning, forms, isFormCode } from './forms.ts';
import { nationalRules } from './national-rules.ts';
import { conversionFor, excessOf, isVerified, type Rule, yearRuleFor } from './rule.ts';

const today = { on: '2026-03-02' };

describe('the rules of the nation', () => {
  it('name each form once, in both languages', () => {
    expect(new Set(forms.map(({ code }) => code)).size).toBe(27);
    expect(forms.every(({ id, en }) => id !== '' && en !== '')).toBe(true);
    expect([isFormCode('NKL03'), isFormCode('NKL14')]).toEqual([true, false]);
  });

  it('have a row for every form but the other ones, each with its ground', () => {
    const without = forms.filter(({ code }) => !conversionFor(nationalRules, code, today));
    expect(without.map(({ code }) => code)).toEqual(['KL12', 'NKL13']);
    expect(new Set(nationalRules.map(({ ruleId }) => ruleId)).size).toBe(nationalRules.length);
    expect(nationalRules.every(({ legalBasis }) => legalBasis !== '')).toBe(true);
  });

  it('say what nobody has verified', () => {
    const read = nationalRules.filter(({ verified }) => verified).map(({ ruleId }) => ruleId);
    // Of the table of conversions nobody has read more than what agencies make of it.
    expect(read).toEqual(['national:year:PNS:2018', 'national:year:PPPK:2018']);
  });

  it('say of what is done abroad where sources differ, also once what is done at home was read', () => {
    const differ = nationalRules.flatMap((rule) =>
      rule.kind === 'conversion' && !isVerified({ ...rule, verified: true }, true) ? [rule.formCode] : [],
    );
    expect(differ).toEqual([eLearning, 'NKL05', 'NKL12']);
  });

  it('want 20 JP a year of a PNS, allow a PPPK 24, and say nothing of a CPNS', () => {
    expect(yearRuleFor(nationalRules, 'PNS', today)).toMatchObject({ minimum: 2000 });
    expect(yearRuleFor(nationalRules, 'PPPK', today)).toMatchObject({ maximum: 2400 });
    expect(yearRuleFor(nationalRules, 'CPNS', today)).toBeUndefined();
    expect(yearRuleFor(nationalRules, 'PNS', { on: '2001-01-01' })).toBeUndefined();
  });
});

describe('an agency may ask for more than the law, never for less', () => {
  const national = (kind: Rule['kind']) => {
    const found = nationalRules.find((rule) => rule.kind === kind);
    if (!found) throw new Error(kind);
    return found;
  };
  const eLearningRule = conversionFor(nationalRules, eLearning, today) as Rule;
  const pppk = yearRuleFor(nationalRules, 'PPPK', today) as Rule;
  const outbond = conversionFor(nationalRules, 'NKL06', today) as Rule;

  it.each<readonly [string, readonly [Rule, object, string?]]>([
    ['a higher minimum', [national('year'), { minimum: 2400 }]],
    ['a lower minimum', [national('year'), { minimum: 1900 }, 'minimum']],
    ['no minimum', [national('year'), { minimum: undefined }, 'minimum']],
    ['a lower maximum', [pppk, { maximum: 2000 }]],
    ['no maximum', [pppk, { maximum: undefined }, 'maximum']],
    ['years by the day of certificates', [national('year'), { countsBy: 'certificate-day' }]],
    ['calendar years of a contract', [pppk, { period: 'calendar-year' }, 'period']],
    ['a lower cap', [eLearningRule, { capAmount: 200 }]],
    ['no cap', [eLearningRule, { capAmount: undefined }, 'capAmount']],
    ['a cap of a month', [eLearningRule, { capPeriod: 'month' }, 'capPeriod']],
    [
      'a higher cap abroad',
      [{ ...eLearningRule, intlCapAmount: 300 } as Rule, { intlCapAmount: 400 }, 'intlCapAmount'],
    ],
    ['more for what is done abroad', [outbond, { intlValue: 150 }, 'intlValue']],
    ['another way to count abroad', [outbond, { intlMode: 'fixed' }, 'intlMode']],
    ['another unit', [outbond, { unit: 'day' }, 'unit']],
    ['a cap where the law has none', [outbond, { capAmount: 300, capPeriod: 'day', capMeasure: 'jp' }]],
    ['a higher share of the time', [national('effort'), { leastShare: 50 }]],
    ['a lower one', [national('effort'), { leastShare: 10 }, 'leastShare']],
    ['longer idle time', [national('effort'), { idleMinutes: 60 }, 'idleMinutes']],
    ['claims that exceed the clock by more', [national('effort'), { claimSeconds: 600 }, 'claimSeconds']],
    ['or by a larger share', [national('effort'), { claimShare: 50 }, 'claimShare']],
  ])('%s', (_, [law, more, excess]) => {
    expect(excessOf({ ...law, ...more } as Rule, law)).toBe(excess);
  });
});
