import type { DomainError, Jp } from '@sinau/kernel';
import type { IndexPorts, IndexView } from '../professionalism/ports.ts';

const jp = (hours: number) => (hours * 100) as Jp;

const index: Omit<IndexView, 'official'> = {
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

const at = '2026-03-12T01:15:33.000Z';

/** Of every dimension something: less, more, the same, and nothing to compare. */
const official: IndexView['official'] = {
  isRead: true,
  latest: {
    ...{ year: 2026, total: 50, band: 'very-low', createdAt: at, readAt: '2026-11-03T02:00:00.000Z' },
    parts: [
      { dimension: 'qualification', points: 15, simulated: 5, by: 10 },
      { dimension: 'competency', points: 0, simulated: 17.5, by: -17.5 },
      { dimension: 'performance', points: 30 },
      { dimension: 'discipline', points: 5, simulated: 5, by: 0 },
    ],
  },
  earlier: [{ year: 2025, total: 60.5, band: 'low', createdAt: '2025-03-12T01:15:33.000Z', readAt: at }],
  look: { at: '2026-11-05T02:00:00.000Z', outcome: 'no-answer' },
  asksAgainAt: '2026-11-06T02:00:00.000Z',
};

/** By whose page it is: most have a value, others none yet, for this reason or that. */
const officialOf = (personId: string): IndexView['official'] => {
  if (personId === 'unread') return { isRead: false, earlier: [] };
  if (personId === 'waiting') return { isRead: true, earlier: [], askedAt: at };
  if (personId === 'none') return { isRead: true, earlier: [], look: { at, outcome: 'none' } };
  return official;
};

export function createIndexFixtures(refusal: () => DomainError): IndexPorts {
  return {
    indexOf: async ({ personId }) => ({ ...index, official: officialOf(personId) }),
    set: async (_reader, { rev }) => {
      if (rev !== 1) throw refusal();
    },
    forget: async () => undefined,
    askOfficial: async () => {
      throw refusal();
    },
  };
}
