import type { DomainError, Jp } from '@sinau/kernel';
import type { IndexPorts, IndexView } from '../professionalism/ports.ts';

const jp = (hours: number) => (hours * 100) as Jp;

const index: IndexView = {
  ...{ year: 2026, legalBasis: 'PermenPANRB 38/2018', unverified: ['performance', 'look-back'] },
  ...{ technicalJp: jp(20), own: { education: 'sma-d2', predicate: 'baik', sanction: 'none' }, rev: 1 },
  ...{ recordedKind: 'executing', status: 'CPNS', score: { total: 52.5, band: 'very-low' } },
  parts: [
    { dimension: 'qualification', points: 5, most: 25 },
    {
      ...{ dimension: 'competency', points: 17.5, most: 40 },
      components: [
        { component: 'technical', points: 0, most: 22.5, held: false, jp: jp(12), lines: 1 },
        { component: 'seminar', points: 17.5, most: 17.5, held: true, jp: jp(4), lines: 1 },
      ],
    },
    { dimension: 'performance', points: 25, most: 30 },
    { dimension: 'discipline', points: 5, most: 5 },
  ],
  steps: [
    { component: 'technical', gain: 22.5, missingJp: jp(8), after: { total: 75, band: 'medium' } },
    { component: 'leadership', gain: 15 },
  ],
};

export function createIndexFixtures(refusal: () => DomainError): IndexPorts {
  return {
    indexOf: async () => index,
    set: async (_reader, { rev }) => {
      if (rev !== 1) throw refusal();
    },
    forget: async () => undefined,
  };
}
