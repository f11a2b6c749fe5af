import { describe, expect, it } from 'vitest';
import { eLearning, forms, isFormCode } from './forms.ts';
import { nationalRules } from './national-rules.ts';
import { conversionFor, yearRuleFor } from './rule.ts';

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
    const open = nationalRules.filter(({ verified }) => !verified).map(({ kind }) => kind);
    expect(open).toEqual(['effort']);
    expect(conversionFor(nationalRules, eLearning, today)).toMatchObject({
      verified: true,
      intlVerified: false,
    });
  });

  it('want 20 JP a year of a PNS, allow a PPPK 24, and say nothing of a CPNS', () => {
    expect(yearRuleFor(nationalRules, 'PNS', today)).toMatchObject({ minimum: 2000 });
    expect(yearRuleFor(nationalRules, 'PPPK', today)).toMatchObject({ maximum: 2400 });
    expect(yearRuleFor(nationalRules, 'CPNS', today)).toBeUndefined();
    expect(yearRuleFor(nationalRules, 'PNS', { on: '2001-01-01' })).toBeUndefined();
  });
});
