import { describe, expect, it } from 'vitest';
import { splitName } from './split-name.ts';

describe('splitName', () => {
  it.each([
    ['Siti Rahma', 'Siti', 'Rahma'],
    ['Siti Rahma Dewi', 'Siti Rahma', 'Dewi'],
    ['Dr. Ir. Budi Santoso, M.Si.', 'Budi', 'Santoso'],
    ['Prof. drg. H. Agus Salim, Sp.Ort., Ph.D.', 'Agus', 'Salim'],
    ['M. Yusuf', 'M.', 'Yusuf'],
    ['  Made   Wayan ', 'Made', 'Wayan'],
  ])('takes the last word of %j for the family name, without titles', (name, givenName, familyName) => {
    expect(splitName(name)).toEqual({ givenName, familyName });
  });

  it.each([
    ['Suharto', 'Suharto'],
    ['Hj. Fatimah, S.Pd.', 'Fatimah'],
    ['Dra', 'Dra'],
  ])('invents no family name for %j', (name, givenName) => {
    expect(splitName(name)).toEqual({ givenName });
  });

  it.each(['', ',', 'Dr.', 'Dr. Ir.'])('always has a given name, if only %j', (name) => {
    expect(typeof splitName(name).givenName).toBe('string');
    expect(splitName(name).givenName.length).toBeGreaterThanOrEqual(Math.min(name.length, 1));
  });
});
