import type { DomainError, Jp } from '@sinau/kernel';
import type {
  AmountsView,
  AnnualPlanPorts,
  ItemView,
  NeedView,
  PlanRow,
  PlanView,
  RealisationView,
  SignalView,
} from '../annual-plan/ports.ts';

const survey: NeedView = {
  ...{ signalId: 'citizens:ktp:2026-11-01:u7', source: 'citizens' },
  basis: {
    ...{ kind: 'survey', serviceId: 'ktp', service: 'KTP <b>elektronik</b>', element: 'u7' },
    ...{ subject: 'conduct', answers: 128, mean: 261 },
  },
};
const complaints: NeedView = {
  ...{ signalId: 'complaints:ktp:2026:sikappetugas', source: 'citizens' },
  basis: {
    ...{ kind: 'complaints', serviceId: 'ktp', service: 'KTP elektronik', theme: 'Sikap <b>petugas</b>' },
    ...{ year: 2026, count: 52, handled: 39 },
  },
};
const gap: NeedView = {
  ...{ signalId: 'competency:M7', source: 'competency-gap' },
  basis: {
    ...{ kind: 'competency', competencyId: 'M7', name: { id: 'Mengelola Perubahan', en: 'Managing change' } },
    ...{ short: 12, assessed: 30 },
  },
};
const promised: NeedView = {
  ...{ signalId: 'commitment:f1:k3', source: 'citizens' },
  basis: {
    ...{ kind: 'commitment', forumId: 'f1', forum: 'Forum layanan KTP', topic: 'Komunikasi <b>ramah</b>' },
    ...{ text: 'Petugas dilatih', unit: 'Dukcapil', due: '2026-12-01' },
  },
};
const performance: NeedView = {
  ...{ signalId: 'n1', source: 'performance-gap' },
  basis: { kind: 'performance', title: 'Waktu layanan', detail: 'Target 3 hari, hasil 5 hari' },
};
const rule: NeedView = {
  ...{ signalId: 'n2', source: 'new-rule' },
  basis: { kind: 'rule', title: 'SPBE', legalBasis: 'Perpres 95/2018', detail: 'Arsitektur data' },
};

const standing: NeedView = {
  ...{ signalId: 'performance:2026:unit:u1', source: 'performance-gap' },
  basis: {
    ...{ kind: 'standing', by: 'unit', id: 'u1', name: 'Dukcapil <b>Kota</b>', rated: 42, below: 9 },
    year: 2026,
  },
};
const asking: NeedView = {
  ...{ signalId: 'rule:r1', source: 'new-rule' },
  basis: {
    ...{ kind: 'new-rule', ruleId: 'r1', title: 'Satu <b>Data</b>', number: 'Perpres 39/2019' },
    ...{
      inForceFrom: '2019-06-17',
      posts: ['pelaksana'],
      units: [],
      subject: 'data',
      asks: 'Mengelola data',
    },
  },
};

const written = { rev: 1, by: 'Rina', at: '2026-11-20T02:00:00.000Z' };
const signals: readonly SignalView[] = [
  { ...gap, state: 'open' },
  { ...performance, state: 'open', note: written },
  { ...standing, state: 'open' },
  { ...asking, state: 'open' },
  { ...survey, state: 'taken', itemId: 'i1' },
  { ...complaints, state: 'open' },
  { ...promised, state: 'open' },
  {
    ...{ ...rule, state: 'aside', note: written },
    aside: { reason: 'Sudah ada di rencana 2026', by: 'Rina', at: '2026-11-21T02:00:00.000Z' },
  },
];

const units = [{ unitId: 'u1', name: 'Dukcapil <b>Kota</b>' }];

const item: ItemView = {
  ...{ itemId: 'i1', need: survey, title: 'Pelayanan publik yang ramah', form: 'KL10', people: 40 },
  ...{ unitIds: ['u1'], units: ['Dukcapil'], jp: 2000 as Jp, from: '2027-03-01', to: '2027-03-03' },
  ...{
    organiser: 'BPSDM',
    budgetLine: '521211',
    budgetLineId: '2027.521211',
    cost: 92_690_000,
    saving: 40_090_000,
    rev: 1,
  },
  ...{ formName: { id: 'Bimbingan teknis', en: 'Technical guidance' }, lacksAlternative: false },
  alternative: { form: 'NKL03', cost: 52_600_000 },
  alternativeName: { id: 'E-learning', en: 'E-learning' },
};
const {
  alternative: _,
  alternativeName: __,
  saving: ___,
  budgetLine: ____,
  budgetLineId: _____,
  ...bare
} = item;
const items: readonly ItemView[] = [
  item,
  {
    ...{ ...bare, itemId: 'i2', need: gap, title: 'Memimpin perubahan', unitIds: [], units: [] },
    ...{ lacksAlternative: true, curriculum: 'Sesuai pembina', from: '2027-05-01', to: '2027-05-01' },
  },
  {
    ...{ ...bare, itemId: 'i3', need: rule, title: 'SPBE dasar' },
    noAlternative: 'Wajib tatap muka menurut pedoman',
  },
];

const since = '2026-11-20T02:00:00.000Z';
const rows: readonly PlanRow[] = [
  { year: 2027, version: 2, state: 'draft', items: 3, since },
  { year: 2027, version: 1, state: 'set', items: 3, since },
  { year: 2026, version: 1, state: 'agreed', items: 3, since },
  { year: 2025, version: 1, state: 'proposed', items: 3, since },
];
const movesOf: Readonly<Record<PlanRow['state'], PlanView['moves']>> = {
  draft: [{ move: 'propose' }],
  proposed: [{ move: 'agree', way: 'letter' }, { move: 'return' }, { move: 'undo' }],
  agreed: [{ move: 'return' }, { move: 'set', way: 'letter' }, { move: 'undo', refused: 'other' }],
  set: [{ move: 'undo' }],
  replaced: [],
};

const planOf = (row: PlanRow): PlanView => ({
  ...{ ...row, agency: 'Badan Contoh', rev: 4, items },
  moves: movesOf[row.state],
  waitsFor: row.state === 'draft' ? [] : ['Kepala <b>Badan</b>'],
  steps: [
    { to: 'draft', at: since, by: 'Rina', reason: 'Anggaran turun' },
    {
      ...{ to: row.state, at: since, by: 'Rina' },
      way: 'letter',
      decision: {
        ...{ official: 'Kepala Badan Contoh', number: 'SK-1/2026', on: '2026-11-19' },
        decree: { decreeId: 'd1', name: 'SK <b>1</b>.pdf', pages: 2 },
      },
    },
  ],
  totals: { items: 3, people: 120, jp: 240_000 as Jp, cost: 278_070_000, saving: 40_090_000 },
  versions: rows.filter(({ year }) => year === row.year),
});
const empty: PlanView = {
  ...planOf({ year: 2028, version: 1, state: 'draft', items: 0, since }),
  ...{ items: [], versions: [], totals: { items: 0, people: 0, jp: 0 as Jp, cost: 0, saving: 0 } },
};

const nothing: AmountsView = { people: 0, jp: 0 as Jp, cost: 0 };
const some: AmountsView = { people: 34, jp: 68_000 as Jp, cost: 81_000_000 };
const planned: AmountsView = { people: 40, jp: 80_000 as Jp, cost: 92_690_000 };
const realisation: RealisationView = {
  items: [
    {
      ...{ itemId: 'i1', title: 'Pelayanan publik yang ramah', planned, realised: some },
      held: [
        { ...some, kind: 'event', learningId: 'seminar', title: { id: 'Seminar' }, spent: 81_000_000 },
        { ...nothing, kind: 'course', learningId: 'hilang' },
        { ...some, cost: 4_000_000, booked: 4_000_000, kind: 'elsewhere', learningId: 'i1' },
      ],
    },
    { itemId: 'i2', title: 'Memimpin perubahan', planned, realised: nothing, held: [] },
    { itemId: 'i3', title: 'SPBE dasar', planned: { ...planned, cost: 0 }, realised: nothing, held: [] },
  ],
  planned: { people: 120, jp: 240_000 as Jp, cost: 278_070_000 },
  realised: some,
};

/** 2027 has a draft beside the version in force, 2028 a plan without items; of other years there is nothing. */
export function createAnnualPlanFixtures(refusals: {
  readonly absent: () => DomainError;
  readonly changed: () => DomainError;
}): AnnualPlanPorts {
  return {
    list: async ({ personId }) => ({
      plans: personId === 'kosong' ? [] : rows,
      years: personId === 'kosong' ? [2026, 2027, 2028] : [2028],
    }),
    begin: async (_person, year) => ({ year, version: 1 }),
    signalsOf: async (_person, year, of) => ({
      ...{ year, signals: year === 2027 ? signals : [], units: year === 2027 ? units : [] },
      ...(of && 'unitId' in of && { unitId: of.unitId }),
      rule: { basis: { id: 'Aturan Sinau: di bawah mutu B.', en: 'Below grade B.' }, leastAnswers: 10 },
      ...(year === 2027 && { newest: { year, version: 2, state: 'draft' as const } }),
      ...(year === 2026 && { newest: { year, version: 1, state: 'agreed' as const } }),
    }),
    decide: async () => undefined,
    writeNote: async () => undefined,
    async planOf(_person, { year, version }) {
      if (year === 2028) return empty;
      const row = rows.find((one) => one.year === year && one.version === version);
      if (!row) throw refusals.absent();
      return planOf(row);
    },
    standingOf: async ({ personId }) =>
      personId === 'kosong'
        ? { groups: [] }
        : {
            groups: [
              { by: 'agency', id: 'all', rated: 90, below: 14, isSignal: true },
              { by: 'unit', id: 'u1', name: 'Dukcapil <b>Kota</b>', rated: 42, below: 9, isSignal: true },
              { by: 'unit', id: 'lama', rated: 48, below: 5, isSignal: true },
              { by: 'post', id: 'pelaksana', rated: 90, below: 14, isSignal: false },
            ],
            counted: { year: 2026, at: since },
            rule: { id: 'Aturan Sinau: sedikitnya 10%.', en: 'At least 10%.' },
          },
    fitOf: async (_person, year) =>
      year === 2028
        ? { year, rows: [], all: nothing, planned: nothing }
        : {
            ...{
              year,
              version: 1,
              all: { people: 60, jp: 90_000 as Jp },
              planned: { people: 40, jp: 72_000 as Jp },
            },
            rows: [
              {
                ...{ kind: 'course', learningId: 'c1', title: { id: 'Data <b>terbuka</b>' } },
                ...{ all: { people: 12, jp: 12_000 as Jp }, planned: { people: 2, jp: 2_000 as Jp } },
              },
              {
                ...{ kind: 'elsewhere', learningId: '-external' },
                ...{ all: { people: 9, jp: 8_000 as Jp }, planned: nothing },
              },
              {
                ...{
                  kind: 'event',
                  learningId: 'seminar',
                  title: { id: 'Seminar' },
                  all: some,
                  planned: some,
                },
                item: { itemId: 'i1', title: 'Pelayanan publik yang ramah' },
              },
            ],
          },
    rulesOf: async ({ personId }) => ({
      units: [['u1', 'Dukcapil']],
      rules:
        personId === 'kosong'
          ? []
          : [
              {
                ...{ ruleId: 'r1', title: 'Satu <b>Data</b>', number: 'Perpres 39/2019', rev: 1 },
                ...{ inForceFrom: '2019-06-17', posts: ['pelaksana'], unitIds: ['u1'], units: ['Dukcapil'] },
                ...{ subject: 'data', asks: 'Mengelola data' },
              },
              {
                ...{ ruleId: 'r2', title: 'SPBE', number: 'Perpres 95/2018', inForceFrom: '2018-10-05' },
                ...{ posts: [], unitIds: [], units: [], subject: 'digital', rev: 2 },
                closed: { reason: 'Sudah dipelajari', by: 'Rina', at: since },
              },
            ],
    }),
    saveRule: async (_person, { existing }) => {
      if (existing && existing.rev !== 1) throw refusals.changed();
    },
    closeRule: async (_person, { ruleId }) => {
      if (ruleId === 'tidak-ada') throw refusals.absent();
    },
    maxBytes: 4_096,
    move: async (_person, _at, { order, rev, decree }) => {
      if (rev !== 4) throw refusals.changed();
      return order.move === 'set' && !decree ? 'missing' : 'moved';
    },
    async decreeOf(_person, _at, decreeId) {
      if (decreeId !== 'd1') throw refusals.absent();
      return new Uint8Array(new TextEncoder().encode('%PDF-1.7'));
    },
    beginVersion: async (_person, { year, version }) => ({ year, version: version + 1 }),
    remove: async () => undefined,
    choices: async () => ({
      forms: [
        ['KL03', { id: 'Pelatihan teknis', en: 'Technical training' }],
        ['KL10', { id: 'Bimbingan teknis', en: 'Technical guidance' }],
        ['NKL03', { id: 'E-learning', en: 'E-learning' }],
      ],
      units: [['u1', 'Dukcapil']],
      budgetLines: [['521211', 'Belanja bahan']],
    }),
    addItem: async () => undefined,
    changeItem: async (_person, _at, { rev }) => {
      if (rev !== 1) throw refusals.changed();
    },
    removeItem: async () => undefined,
    realisationOf: async (_person, { year }) =>
      year === 2028 ? { items: [], planned: nothing, realised: nothing } : realisation,
    freeEvents: async () => [['seminar', 'Seminar layanan publik']],
    async link(_person, _at, { learning }) {
      if (learning.learningId === 'tidak-ada') throw refusals.changed();
    },
    unlink: async () => undefined,
    async learners(_person, _year, { learning, after }) {
      if (learning.learningId === 'tidak-ada') throw refusals.absent();
      if (learning.kind === 'course') return { rows: [] };
      const rows = [{ personId: 'p1', name: 'Sri <b>Wahyuni</b>', jp: 800 as Jp, serves: true }];
      return { title: { id: 'Seminar layanan publik' }, rows, ...(after === undefined && { next: 'next' }) };
    },
    file: async (_person, { year, version }, { format }) => ({
      ...{ name: `plan-${year}-v${version}.${format}`, type: 'text/csv; charset=utf-8' },
      body: new Uint8Array(new TextEncoder().encode('a;b\r\n')),
    }),
  };
}
