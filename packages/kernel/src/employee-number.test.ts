import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEmployeeNumber, maskEmployeeNumber, parseEmployeeNumber } from './employee-number.ts';

const today = new Date('2026-03-02T00:00:00.000Z');
const nip = '199005172015031999';

describe('parseEmployeeNumber', () => {
  it.each([
    [nip, 'NIP'],
    ['19900517 201503 1 999', 'NIP'],
    ["'199005172015031999", 'NIP'],
    ['199005172015032999', 'NIP'],
    ['199208112022212999', 'NI_PPPK'],
    ['200002292021031999', 'NIP'],
  ] as const)('accepts %s as %s', (text, kind) => {
    expect(parseEmployeeNumber(text, kind, today)).toEqual({ value: text.replace(/\D/g, '') });
  });

  it.each([
    ['199208112022212999', 'NIP', 'appointment'],
    ['199013172015031999', 'NIP', 'birth-date'],
    ['199002302015031999', 'NIP', 'birth-date'],
    ['190005171918031999', 'NIP', 'birth-date'],
    ['201505172032031999', 'NIP', 'birth-date'],
    ['199005172005031999', 'NIP', 'appointment'],
    ['199005172015033999', 'NIP', 'sex'],
    ['199005172015031000', 'NI_PPPK', 'serial'],
    ['1.99005E+17', 'NIP', 'lost-digits'],
    ['1,99005e17', 'NIP', 'lost-digits'],
    ['19900517201503199', 'NIP', 'not-18-digits'],
    ['1990051720150319990', 'NIP', 'not-18-digits'],
    ['', 'NIP', 'not-18-digits'],
    ['१९९००५१७२०१५०३१९९९', 'NIP', 'not-18-digits'],
  ] as const)('refuses %s as %s for its %s', (text, kind, problem) => {
    expect(parseEmployeeNumber(text, kind, today)).toEqual({ problem });
  });

  it('answers any text without throwing, and only ever gives 18 digits', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('NIP', 'NI_PPPK'), (text, kind) => {
        const parsed = parseEmployeeNumber(text, kind, today);
        expect('problem' in parsed || /^\d{18}$/.test(parsed.value)).toBe(true);
      }),
    );
  });
});

describe('showing a number', () => {
  it('hides the fourteen digits that hold the birth date in lists', () => {
    expect(maskEmployeeNumber(nip)).toBe('••••••••••••••1999');
  });

  it('prints it in its four parts', () => {
    expect(formatEmployeeNumber(nip)).toBe('19900517 201503 1 999');
  });
});
