import { describe, expect, it } from 'vitest';
import { readEducation, readGrade, readLegalStanding } from './terms.ts';

describe('terms of a list of people', () => {
  it.each([
    ['III/c', 'PNS', 'III/c'],
    [' iii / C ', undefined, 'III/c'],
    ['Penata (III/c)', 'PNS', 'III/c'],
    ['Pembina Utama, IV/e', 'CPNS', 'IV/e'],
    ['IX', 'PPPK', 'IX'],
    ['ix', undefined, 'IX'],
    ['17', 'PPPK', 'XVII'],
  ] as const)('reads the grade %s of %s as %s', (text, status, grade) => {
    expect(readGrade(text, status)).toBe(grade);
  });

  it.each([
    ...([
      ['III/e', 'PNS'],
      ['IX', 'PNS'],
      ['III/c', 'PPPK'],
      ['XVIII', 'PPPK'],
      ['18', 'PPPK'],
    ] as const),
    ...([
      ['0', 'PPPK'],
      ['V/a', 'PNS'],
      ['Penata', 'PNS'],
      ['III/ca', 'PNS'],
    ] as const),
  ])('refuses the grade %s of %s', (text, status) => {
    expect(readGrade(text, status)).toBeUndefined();
  });

  it.each([
    ...([
      ['Aktif', 'active'],
      ['01', 'active'],
      ['1', 'active'],
      ['CLTN', 'unpaid-leave'],
    ] as const),
    ...([
      ['Tugas Belajar', 'study'],
      ['20', 'before-retirement'],
      ['Pensiun', 'retired'],
    ] as const),
    ...([
      ['Mencapai Batas Usia Pensiun', 'retirement-age'],
      ['100', undefined],
      ['', undefined],
    ] as const),
  ])('reads the legal standing %s as %s', (text, standing) => {
    expect(readLegalStanding(text)).toBe(standing);
  });

  it.each([
    ...([
      ['S-1', 's1'],
      ['S1/Sarjana', 's1'],
      ['D-IV', 'd4'],
      ['Diploma III', 'd3'],
      ['SMA', 'slta'],
    ] as const),
    ...([
      ['Magister', 's2'],
      ['S3', 's3'],
      ['SD', 'sd'],
      ['TK', undefined],
      ['S4', undefined],
    ] as const),
  ])('reads the education %s as %s', (text, level) => {
    expect(readEducation(text)).toBe(level);
  });
});
