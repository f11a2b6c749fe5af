import type { Jp } from '@sinau/kernel';
import type { CompliancePorts, CoverageView, NumbersView } from '../compliance/ports.ts';

const jp = (hours: number) => (hours * 100) as Jp;
const asOf = '2026-11-28T06:05:00.000Z';

const coverage = (people: number, met: number, overdue = 0): CoverageView => ({
  ...{ people, overdue, jp: jp(people * 14) },
  standings: { met, below: people - met, within: 0, 'at-maximum': 0, unruled: 0 },
});

const steps = { required: 1_240, enrolled: 1_100, started: 830, finished: 512, recognised: 498 };

const few = { required: 9, enrolled: 8, started: 5, finished: 0, recognised: 0 };

const numbers: NumbersView = {
  ...{ agency: 'Kementerian Contoh', year: 2026, years: [2026, 2025, 2024], asOf, path: [] },
  total: {
    ...coverage(1_250, 620, 38),
    standings: { met: 620, below: 430, within: 170, 'at-maximum': 20, unruled: 10 },
  },
  parts: [
    {
      unitId: 'u1',
      name: 'Direktorat Jenderal Perbendaharaan',
      opens: true,
      hidden: false,
      ...coverage(900, 480, 30),
      duties: { steps, hidden: false },
    },
    {
      ...{ unitId: 'u2', name: 'Balai Diklat Keagamaan', opens: false, hidden: true, ...coverage(9, 4) },
      duties: { steps: few, hidden: false },
    },
    { unitId: '', opens: false, hidden: true, ...coverage(3, 1, 1), duties: { steps: few, hidden: true } },
  ],
  duties: { steps, hidden: false },
  whole: {
    funnel: { steps, overdue: 41 },
    obligations: [
      { obligationId: 'o1', period: '2026', title: 'Keamanan informasi', steps, overdue: 41 },
      { obligationId: 'o2', period: 'once', title: 'Antikorupsi', steps, overdue: 3 },
    ],
    cost: { reserved: 1_500_000, committed: 4_000_000, spent: 62_000_000 },
    costPerJp: 3_542.8,
    seats: { used: 180, seats: 250, waiting: 4 },
  },
};

const unit = { unitId: 'u1', name: 'Direktorat Jenderal Perbendaharaan' };

/** Numbers of an agency; `kosong` is a unit without people, and the second page of a list is its last. */
export const complianceFixtures: CompliancePorts = {
  numbersOf: async (_person, { unitId, year }) => {
    if (unitId === undefined) return { ...numbers, ...(year === 2025 && { year, counting: 400 }) };
    const { whole: _, ...rest } = numbers;
    const total = unitId === 'kosong' ? coverage(0, 0) : coverage(900, 480, 30);
    return { ...rest, unit, total, parts: unitId === 'kosong' ? [] : numbers.parts };
  },
  standingOf: async (_person, { unitId }, page) => ({
    ...{ year: 2026, asOf, count: 620, ...(unitId === undefined ? {} : { unit }) },
    rows: [
      {
        ...{ personId: 'p1', name: 'Siti Rahmawati, S.Kom.', unit: unit.name, status: 'PNS' },
        ...{ recognised: jp(21), minimum: jp(20) },
      },
      { personId: 'p2', name: 'Yohanis', status: 'PPPK', recognised: jp(24), maximum: jp(24) },
    ],
    ...(page === undefined && { nextPageToken: 'dua' }),
  }),
  dutiesOf: async (_person, { step }) => ({
    ...{ year: 2026, asOf, count: steps[step], obligation: 'Keamanan informasi' },
    rows: [
      {
        ...{ personId: 'p1', name: 'Siti Rahmawati, S.Kom.', unit: unit.name, title: 'Keamanan informasi' },
        ...{ period: '2026', state: 'started', dueOn: '2026-12-15' },
      },
    ],
  }),
  overdueOf: async (_person, { unitId }) => ({
    ...{ year: 2026, asOf, count: unitId === 'u2' ? 0 : 1 },
    rows: unitId === 'u2' ? [] : [{ personId: 'p2', name: 'Yohanis', open: 2, dueOn: '2026-10-31' }],
  }),
};
