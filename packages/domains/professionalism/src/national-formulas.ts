import type { Jp } from '@sinau/kernel';
import type { Formula } from './formula.ts';

/**
 * Formulas of the index, latest first. Tables beside the four maxima and the bands were seen at agencies (Kudus,
 * Kemendagri's application) and not in the text of the rule. That predicates of performance take the places of the older
 * numeric scale in their order is unverified, and so is how far is looked back.
 */
export const nationalFormulas: readonly Formula[] = [
  {
    version: '2019-1',
    legalBasis: 'PermenPANRB 38/2018; PerBKN 8/2019',
    fromYear: 2019,
    unverified: ['qualification', 'competency', 'performance', 'discipline', 'look-back'],
    qualification: { 'below-sma': 1, 'sma-d2': 5, d3: 10, 's1-d4': 15, s2: 20, s3: 25 },
    competency: {
      managerial: { leadership: 15, technical: 15, seminar: 10 },
      functional: { functional: 15, technical: 15, seminar: 10 },
      executing: { technical: 22.5, seminar: 17.5 },
    },
    performance: { 'sangat-baik': 30, baik: 25, 'butuh-perbaikan': 15, kurang: 5, 'sangat-kurang': 1 },
    discipline: { none: 5, light: 3, medium: 2, heavy: 1 },
    bands: [
      { band: 'very-high', from: 91 },
      { band: 'high', from: 81 },
      { band: 'medium', from: 71 },
      { band: 'low', from: 61 },
      { band: 'very-low', from: 0 },
    ],
    technicalJp: 2000 as Jp,
    years: { technical: 1, seminar: 2 },
    // For the level that is held (PKP, PKA, PKN): a line names the form, and none of these.
    ofLevel: ['leadership'],
    forms: {
      leadership: ['KL01'],
      functional: ['KL04'],
      // All that SIASN has under technical training, but for what the rule itself names beside seminars.
      technical: [
        ...['KL02', 'KL03', 'KL05', 'KL09', 'KL10', 'KL12'],
        ...[
          'NKL01',
          'NKL02',
          'NKL03',
          'NKL04',
          'NKL05',
          'NKL06',
          'NKL07',
          'NKL08',
          'NKL09',
          'NKL10',
          'NKL11',
          'NKL13',
        ],
      ],
      seminar: ['KL06', 'KL07', 'KL08', 'KL11', 'NKL12'],
    },
  },
];

/** The formula that a year is measured by; before the first one, the first. */
export function formulaOf(year: number, all: readonly Formula[] = nationalFormulas): Formula {
  const found =
    all.find(({ fromYear, toYear }) => fromYear <= year && year <= (toYear ?? year)) ?? all.at(-1);
  if (!found) throw new Error('there is no formula');
  return found;
}
