import { describe, expect, it } from 'vitest';
import { evidenceRuleFor, evidenceRules, missingProofs } from './evidence-asked.ts';

const today = '2026-03-02';
const asksOf = (form: string) => evidenceRuleFor(form, today)?.asks;

describe('what those who verify ask for', () => {
  it('is told by form, as domain 1.5 has it', () => {
    expect(asksOf('KL03')).toEqual(['certificate', 'letter']);
    expect(asksOf('KL06')).toEqual(['certificate', 'letter-or-invitation']);
    expect(asksOf('NKL01')).toEqual(['signed-form']);
    expect(asksOf('NKL03')).toEqual(['certificate', 'journal']);
    expect(asksOf('NKL09')).toEqual(['summary']);
    expect(asksOf('NKL10')).toEqual(['minutes']);
    expect(asksOf('NKL07')).toEqual(['letter', 'activity-report']);
    expect(asksOf('PD01')).toEqual(['study-decree', 'study-results']);
  });

  it('is not made up for forms of which nobody says', () => {
    for (const form of ['KL12', 'NKL06', 'NKL11', 'NKL13']) expect(asksOf(form)).toBeUndefined();
  });

  it('has one row a form, each with its ground, and says which nobody has read', () => {
    const forms = evidenceRules.flatMap((rule) => rule.forms);
    expect(new Set(forms).size).toBe(forms.length);
    expect(evidenceRules.every(({ basis }) => basis !== '')).toBe(true);
    expect(evidenceRules.filter(({ verified }) => verified).flatMap((rule) => rule.forms)).toEqual([
      ...['NKL01', 'NKL02', 'NKL03', 'NKL09'],
    ]);
  });

  it('is that of the newest row which holds on the day', () => {
    const [training] = evidenceRules;
    if (!training) throw new Error('no row');
    const later = { ...training, validFrom: '2027-01-01', asks: ['certificate'] as const };
    const on = (day: string) => evidenceRuleFor('KL03', day, [training, later])?.asks;
    expect([on('2026-12-31'), on('2027-01-01'), on('2017-12-31')]).toEqual([
      ['certificate', 'letter'],
      ['certificate'],
      undefined,
    ]);
  });

  it('is there with a file of its kind, one file for each', () => {
    const asks = ['certificate', 'letter'] as const;
    const there = (...kinds: readonly ('certificate' | 'letter' | 'report')[]) =>
      missingProofs(
        { asks },
        kinds.map((kind) => ({ kind })),
      ).map(({ isThere }) => isThere);
    expect(there()).toEqual([false, false]);
    expect(there('certificate', 'certificate', 'report')).toEqual([true, false]);
    expect(there('letter', 'certificate')).toEqual([true, true]);
    const two = { asks: ['summary', 'journal'] as const };
    expect(missingProofs(two, [{ kind: 'report' }]).map(({ isThere }) => isThere)).toEqual([true, false]);
  });
});
