import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsIn, type LessonStatus, meetsPrerequisites, parsePrerequisites } from './prerequisites.ts';

const states: Readonly<Record<string, LessonStatus>> = {
  P: 'passed',
  C: 'completed',
  F: 'failed',
  I: 'incomplete',
  B: 'browsed',
};
const met = (script: string) => {
  const parsed = parsePrerequisites(script);
  if (!parsed) throw new Error(`cannot be read: ${script}`);
  return meetsPrerequisites(parsed, (item) => states[item] ?? 'not attempted');
};

describe('prerequisites', () => {
  it.each([
    ['P', true],
    ['C', true],
    ['F', false],
    ['N', false],
    ['P&C', true],
    ['P & F', false],
    ['F|C', true],
    ['F|I', false],
    ['~F', true],
    ['~P', false],
    ['~~P', true],
    // `&` binds closer than `|`, `~` closer than both.
    ['P|F&F', true],
    ['(P|F)&F', false],
    ['~F&P', true],
    ['~(F&P)', true],
    ['F="failed"', true],
    ['F=failed', true],
    ['P=completed', false],
    ['P<>completed', true],
    ['P<>"passed"', false],
    ['N="not attempted"', true],
    ['N=not attempted', true],
    ['I=i', true],
    ['B="Browsed"', true],
    ['2*{P,C,F}', true],
    ['3*{P,C,F}', false],
    ['1*{F, P&C}', true],
    ['0*{F}', true],
    ['P&2*{F,I,C}', false],
    ['"P"', true],
  ])('%s is %s', (script, expected) => {
    expect(met(script)).toBe(expected);
  });

  it.each([
    '',
    '  ',
    '&',
    'A&',
    '|A',
    'A B',
    '(A',
    'A)',
    '~',
    'A=',
    'A=rich',
    'A=not',
    '2*A',
    '2*{A',
    '2*{}',
    '2*{A,}',
    'A,B',
    '"A',
    `${'('.repeat(60)}A${')'.repeat(60)}`,
    'A'.repeat(4001),
  ])('cannot be read: %j', (script) => {
    expect(parsePrerequisites(script)).toBeUndefined();
  });

  it('lists the items a script speaks of', () => {
    const parsed = parsePrerequisites('A&~B|2*{C,D=passed}&(E<>failed)');
    expect(parsed && itemsIn(parsed)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('takes a hundred terms', () => {
    expect(met(Array.from({ length: 100 }, () => 'P').join('&'))).toBe(true);
  });

  it('never throws, whatever the script', () => {
    const part = fc.constantFrom(
      'A',
      '&',
      '|',
      '~',
      '(',
      ')',
      '{',
      '}',
      '*',
      '2',
      ',',
      '=',
      '<>',
      '"',
      'passed',
      ' ',
      '<',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const parsed = parsePrerequisites(parts.join(''));
        if (parsed) expect(typeof meetsPrerequisites(parsed, () => 'passed')).toBe('boolean');
      }),
    );
  });
});
