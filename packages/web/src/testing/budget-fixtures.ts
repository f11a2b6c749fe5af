import type { DomainError } from '@sinau/kernel';
import type {
  BookingView,
  BudgetPorts,
  EntryView,
  IndicatorView,
  LineView,
  UnitCostView,
} from '../budget/ports.ts';

const at = '2026-11-20T02:00:00.000Z';
const course = { id: 'Statistika <b>terapan</b>', en: 'Applied statistics' };
const seat = { kind: 'seat', course } as const;
const purpose = { kind: 'event', id: 'seminar', title: 'Seminar <b>layanan</b>' } as const;
const spk = { reason: 'Honor <i>narasumber</i>', evidence: 'SPK-12/2026' };
const hand = { kind: 'hand', ...spk, purpose } as const;

const lines: readonly LineView[] = [
  {
    ...{ lineId: '2026.522191', year: 2026, code: '522191', title: '=HYPERLINK("http://jahat")' },
    ...{ source: 'apbn', account: '522191', ceiling: 10_000_000, reserved: 500_000, committed: 1_500_000 },
    ...{ spent: 2_000_000, room: 6_000_000, waiting: 0, people: 8, jp: 6_400, state: 'open', rev: 3 },
  },
  {
    ...{ lineId: '2026.TUTUP', year: 2026, code: 'TUTUP', title: 'Diklat lama', source: 'other' },
    ...{ ceiling: 0, reserved: 0, committed: 0, spent: 0, room: 0, waiting: 2, people: 0, jp: 0 },
    ...{ state: 'closed', rev: 1 },
  },
];

const entries: readonly EntryView[] = [
  { at, kind: 'spent', ceiling: 0, reserved: 0, committed: -250_000, spent: 250_000, cause: seat },
  {
    ...{ at, kind: 'ceiling', ceiling: -500_000, reserved: 0, committed: 0, spent: 0, by: 'Rina <i>' },
    grounds: { reason: 'Efisiensi anggaran', evidence: 'REV-2' },
  },
  { at, kind: 'terms', ceiling: 0, reserved: 0, committed: 0, spent: 0, by: 'Rina' },
];

const bookings: readonly BookingView[] = [
  {
    ...{
      bookingId: 'r1',
      state: 'reserved',
      amount: 250_000,
      people: 0,
      jp: 0,
      createdAt: at,
      updatedAt: at,
    },
    ...{ cause: seat, learner: 'Sri <b>Wahyuni</b>', steps: [] },
  },
  {
    ...{ bookingId: 'b1', state: 'reserved', amount: 1_000_000, people: 20, jp: 8_000, createdAt: at },
    ...{ updatedAt: at, cause: hand, steps: ['committed', 'spent', 'released'] },
  },
];

const cost = (over: Partial<UnitCostView>): UnitCostView => ({
  ...{ code: 'classroom-jp', title: 'Tatap muka', unit: 'jp', amount: 90_000, basis: 'Kontrak <b>2025</b>' },
  ...{ verified: true, from: '2026-01-01', ...over },
});

const indicators: readonly IndicatorView[] = [
  {
    name: 'cost-per-jp',
    figures: [{ of: 'jp', unit: 'rupiah', value: 2_500, from: 50_000_000, by: 20_000 }],
    marks: [],
  },
  {
    name: 'cost-per-participant',
    figures: [
      { of: 'finished', unit: 'rupiah', value: 500_000, from: 50_000_000, by: 100 },
      { of: 'enrolled', unit: 'rupiah', value: 416_667, from: 50_000_000, by: 120 },
    ],
    marks: [],
  },
  {
    name: 'cost-per-gap-point',
    figures: [{ of: 'gap', unit: 'rupiah', lack: 'small', from: 0, by: 0 }],
    marks: [],
  },
  { name: 'coverage', figures: [{ of: 'met', unit: 'share', value: 2 / 3, from: 600, by: 900 }], marks: [] },
  {
    name: 'average-jp',
    figures: [{ of: 'jp', unit: 'jp', value: 2_000, from: 2_000_000, by: 1_000 }],
    marks: [],
  },
  {
    name: 'completion',
    figures: [
      { of: 'duties', unit: 'share', value: 0.75, from: 600, by: 800 },
      { of: 'seats', unit: 'share', value: 0.5, from: 5, by: 10 },
      { of: 'event-seats', unit: 'share', value: 0.75, from: 30, by: 40 },
    ],
    marks: ['proxy'],
  },
  {
    name: 'absorption',
    figures: [{ of: 'ceiling', unit: 'share', value: 0.25, from: 50_000_000, by: 200_000_000 }],
    marks: [],
  },
  { name: 'saving', figures: [{ of: 'courses', unit: 'rupiah', lack: 'unset', from: 0, by: 0 }], marks: [] },
  {
    name: 'index-delta',
    figures: [{ of: 'competency', unit: 'points', value: -250, from: 750, by: 1_000 }],
    marks: ['simulation', 'proxy'],
  },
  {
    name: 'plan-fit',
    figures: [{ of: 'training', unit: 'share', value: 0.8, from: 80, by: 100 }],
    marks: [],
  },
  {
    name: 'outcome',
    figures: [
      { of: 'u6', unit: 'score', value: 10, from: 315, by: 305 },
      { of: 'u7', unit: 'score', value: 0, from: 300, by: 300 },
    ],
    marks: ['correlation'],
  },
];

/** Of a year in which nothing happened. */
const emptyYear: readonly IndicatorView[] = indicators.map(({ figures, ...one }) => ({
  ...one,
  figures: figures.map(({ of, unit }) => ({ of, unit, lack: 'nothing', from: 0, by: 0 })),
}));

/** Two lines: one that is used, and one that is closed. Another is not there; 1.000.001 is more than there is. */
export function createBudgetFixtures(
  refusal: (code: 'budget.not-found' | 'budget.no-room' | 'budget.ceiling-too-low') => DomainError,
): BudgetPorts {
  const lineOf = (lineId: string): LineView => {
    const found = lines.find((line) => line.lineId === lineId);
    if (!found) throw refusal('budget.not-found');
    return found;
  };
  return {
    yearOf: async (_person, year = 2026) => ({
      year,
      lines: year === 2026 ? lines : [],
      courses: year === 2026 ? [{ courseId: 'c1', course, spent: 2_000_000, people: 8, jp: 0 }] : [],
    }),
    workbook: async () => ({ contentType: 'application/octet-stream', body: new Uint8Array([80, 75]) }),
    lineOf: async (_person, { lineId, page }) => ({
      ...{ line: lineOf(lineId), entries, ...(page === undefined && { next: 'n2' }) },
    }),
    bookingsOf: async (_person, { lineId, state }) => ({
      ...{ line: lineOf(lineId), bookings: state === 'reserved' ? bookings : [] },
    }),
    bookingOf: async (_person, { lineId, bookingId }) => {
      const booking = bookings.find((one) => one.bookingId === bookingId);
      if (!booking) throw refusal('budget.not-found');
      return { line: lineOf(lineId), booking };
    },
    indicatorsOf: async (_person, year = 2026) => ({
      year,
      indicators: year === 2026 ? indicators : emptyYear,
    }),
    purposesFor: async (_person, { lineId }) => (lineOf(lineId).state === 'open' ? [purpose] : []),
    newForm: async () => '8f0f6a0e-0d3f-4d38-9a3f-0b1a1c6a7f10',
    open: async () => '2026.522191',
    changeTerms: async () => {},
    setCeiling: async (_person, _at, { ceiling }) => {
      if (ceiling < 4_000_000) throw refusal('budget.ceiling-too-low');
    },
    setState: async () => {},
    book: async (_person, _at, { amount }) => {
      if (amount === 1_000_001) throw refusal('budget.no-room');
    },
    step: async () => {},
    unitCosts: async () => ({
      current: [cost({})],
      others: [cost({ amount: 80_000, from: '2025-01-01' })],
      seen: [cost({ code: 'latsar', title: 'Latsar klasikal', unit: 'person', verified: false })],
    }),
    addUnitCost: async () => {},
    quotasOf: async () => [
      {
        ...{ quotaId: 'course.c1.2026-01-01', provider: 'Universitas Contoh', course, rev: 2 },
        ...{ from: '2026-01-01', to: '2026-12-31', payer: 'agency', lineId: '2026.522191' },
        lines: [{ lineId: '2026.522191', name: '522191 · Kursus daring' }],
      },
      {
        ...{ quotaId: 'provider.u.2026-01-01', provider: 'Universitas Contoh', rev: 1, payer: 'platform' },
        ...{ from: '2026-01-01', to: '2026-12-31', lines: [] },
      },
    ],
    nameLine: async () => {},
  };
}
