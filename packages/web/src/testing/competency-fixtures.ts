import type { DomainError, LanguageMap } from '@sinau/kernel';
import type { CompetencyDeskPorts, MapPartView } from '../competency/desk-ports.ts';
import type { CompetencyListPorts } from '../competency/list-ports.ts';
import type { Desk } from '../competency/names.ts';
import type {
  CompetencyPersonPorts,
  CompetencyView,
  ItemCourseView,
  PersonView,
  SuggestionView,
} from '../competency/person-ports.ts';
import type { TeachingPorts } from '../competency/teaching-ports.ts';
import type { SheetPorts } from '../sheets.ts';

const levels: readonly LanguageMap[] = [1, 2, 3, 4, 5].map((level) => ({
  ...{ id: `Perilaku ${level}`, en: `Behaviour ${level}` },
}));
const integrity: CompetencyView = {
  ...{ competencyId: 'M1', family: 'managerial', name: { id: 'Integritas', en: 'Integrity' }, levels },
  ...{ legalBasis: 'PermenPANRB 38/2017', verified: false },
};
const change: CompetencyView = {
  ...integrity,
  ...{ competencyId: 'M7', name: { id: 'Mengelola Perubahan', en: 'Managing change' } },
};
const cash: CompetencyView = {
  ...{ competencyId: 'T.KEU.01', family: 'technical', name: { id: 'Pengelolaan kas' }, field: 'Keuangan' },
  ...{ levels: [], verified: true },
};
const suggestion: SuggestionView = {
  ...{ courseId: 'c1', title: { id: 'Memimpin perubahan' }, competencyId: 'M7', competency: change.name },
  ...{ level: 3, priority: 6, points: 2, people: 1, criticality: 3, price: 0 },
};
const found = {
  method: 'competency-test',
  level: 1,
  assessedOn: '2026-03-01',
  validTo: '2028-03-01',
} as const;
const own = { method: 'self', level: 4, assessedOn: '2026-04-01', note: 'Menurut saya' } as const;

const agreedItem = (itemId: string, course?: ItemCourseView): PersonView['items'][number] => ({
  ...{ itemId, competencyId: 'M7', competency: change.name, form: 'NKL03', title: 'Kursus' },
  ...(course && { course, courseId: course.courseId }),
  ...{ targetLevel: 3, dueOn: '2026-06-30', state: 'agreed', isOverdue: true },
  ...{ evidence: 'Satu <b>proses</b>', commitment: 'Saya menerapkannya', gap: { required: 3, held: 1 } },
  ...{ mayChange: false, waits: false, rev: 2, moves: ['finish', 'drop'] },
  steps: [{ move: 'agree', to: 'agreed', by: 'Budi', at: '2026-05-01T02:00:00.000Z' }],
});

const person: PersonView = {
  ...{ personId: 'p1', name: 'Sri Wahyuni, S.E.', post: 'Analis Keuangan', desk: 'own', today: '2026-11-28' },
  ...{ mayPlan: true, hasSupervisor: true, dictionary: [integrity, change, cash] },
  standard: {
    source: 'title',
    title: 'Analis Keuangan',
    criticality: 3,
    verified: false,
    from: '2026-01-01',
  },
  match: {
    ...{ hundredths: 6667, assessed: 3, required: 3, isUnverified: true },
    band: { mapping: 'low', selection: 'middle' },
  },
  rows: [
    {
      ...{ competency: integrity, required: 3, standing: 'met', held: 3, gap: 0 },
      found: { ...found, level: 3, assessor: 'Tim penilai' },
    },
    { competency: change, required: 3, standing: 'short', held: 1, gap: 2, found, own },
    { competency: cash, required: 2, standing: 'expired', found: { ...found, validTo: '2026-06-01' } },
  ],
  assessments: [
    {
      ...found,
      name: 'M7  2026-03-01 competency-test',
      competency: change.name,
      recordedBy: 'Agus',
      mayWithdraw: true,
    },
    {
      ...{ ...own, name: 'M7  self', competency: change.name, recordedBy: 'Sri Wahyuni', mayWithdraw: false },
    },
    {
      ...{ ...found, name: 'M1  2025-01-01 competency-test', competency: integrity.name, recordedBy: 'Agus' },
      ...{ mayWithdraw: true, withdrawn: { by: 'Agus', reason: 'Tertukar' } },
    },
  ],
  items: [
    {
      ...{ itemId: 'i1', competencyId: 'M7', competency: change.name, form: 'NKL01', title: 'Coaching' },
      ...{ targetLevel: 3, dueOn: '2027-06-30', state: 'proposed', mayChange: true, waits: false, rev: 1 },
      isOverdue: false,
      moves: ['agree', 'return', 'drop'],
      steps: [{ move: 'propose', to: 'proposed', by: 'Sri Wahyuni', at: '2026-11-01T02:00:00.000Z' }],
    },
    agreedItem('i2', { courseId: 'c1', title: { id: 'Memimpin perubahan' }, state: 'open' }),
    agreedItem('i3', {
      ...{ courseId: 'c2', title: { id: 'Data' }, state: 'completed' },
      completedAt: '2026-10-01T02:00:00.000Z',
    }),
    agreedItem('i5'),
    agreedItem('i4', { courseId: 'c3', title: { id: 'Anggaran' }, state: 'taken' }),
  ],
  evidence: [
    {
      ...{ courseId: 'c1', title: { id: 'Memimpin perubahan' }, completedAt: '2026-10-01T02:00:00.000Z' },
      teaches: [{ name: change.name, level: 3 }],
    },
  ],
  suggestions: [suggestion],
};

/** `kosong` has no post on record and nothing else. */
const empty: PersonView = {
  ...{
    personId: 'kosong',
    name: 'Tono',
    desk: 'own',
    mayPlan: false,
    hasSupervisor: false,
    today: '2026-11-28',
  },
  ...{ rows: [], dictionary: [], assessments: [], items: [], evidence: [], suggestions: [] },
};

const cell = { asked: 12, assessed: 9, short: 4, points: 7, hidden: false };
const part = (over: Partial<MapPartView>): MapPartView => ({
  ...{ unitId: 'u1', name: 'Biro Keuangan', opens: true, people: 12 },
  cells: { M1: cell, M7: { ...cell, short: 0 } },
  ...over,
});

export function createCompetencyFixtures(refusal: () => DomainError): {
  readonly competency: CompetencyPersonPorts;
  readonly competencyDesk: CompetencyDeskPorts;
  readonly competencyLists: CompetencyListPorts;
  readonly teaching: TeachingPorts;
} {
  const personOf = async (personId: string): Promise<PersonView> => {
    if (personId === 'tidak-ada') throw refusal();
    return personId === 'kosong' ? empty : { ...person, desk: 'own' satisfies Desk };
  };
  return {
    competency: {
      personOf: (_, personId) => personOf(personId),
      teamOf: async () => [
        {
          ...{ personId: 'p1', name: person.name, hasStandard: true, short: 1, unassessed: 1, waiting: 1 },
          gaps: [{ name: change.name, gap: 2 }],
          ...(person.match && { match: person.match }),
        },
        {
          personId: 'kosong',
          name: 'Tono',
          hasStandard: false,
          short: 0,
          unassessed: 0,
          waiting: 0,
          gaps: [],
        },
      ],
      declare: async () => undefined,
      assess: async () => undefined,
      withdraw: async () => undefined,
      propose: async () => undefined,
      change: async () => undefined,
      move: async () => undefined,
    },
    competencyDesk: createDeskFixtures(),
    competencyLists: {
      maxBytes: 1024,
      template: async () => 'Jabatan',
      try: async () => ({
        ...{ outcome: 'read', applied: false, text: '{}' },
        rows: [{ row: 2, outcome: 'refused', about: 'M1', problem: 'missing', column: 'Level' }],
      }),
      take: async () => ({ outcome: 'missing', heads: ['Level'] }),
      refused: async () => ({
        ...{ heads: ['Jabatan', 'Kode', 'Level', 'Baris asal', 'Reason'] },
        rows: [{ row: 2, cells: ['=1+1', 'M1', '', '7', 'is empty'], problem: 'missing', column: 'Level' }],
      }),
      sheet: sheetText,
    },
    teaching: {
      teachingOf: async (_, courseId) => ({
        ...{ courseId, title: { id: 'Memimpin perubahan' }, national: [integrity, change] },
        ...{ teaches: [{ competencyId: 'M7', level: 3 }], rev: 1 },
      }),
      setTeaching: async () => undefined,
    },
  };
}

/** The cells as they are handed over. */
export const sheetText: SheetPorts['sheet'] = async ({ rows }) => ({
  ...{ body: new TextEncoder().encode(JSON.stringify(rows)), headers: {} },
});

function createDeskFixtures(): CompetencyDeskPorts {
  return {
    mapOf: async (_, unitId) => ({
      ...{ agency: 'Badan Contoh', hasStandards: unitId !== 'kosong', suggestions: [suggestion], path: [] },
      followUps: { waiting: { count: 0, isMore: false }, overdue: { count: 3, isMore: false } },
      ...(unitId === 'u1' && { unit: { unitId, name: 'Biro Keuangan' } }),
      competencies:
        unitId === 'kosong'
          ? []
          : [integrity, change].map(({ competencyId, name }) => ({ competencyId, name })),
      total: part({ unitId: '', people: 16 }),
      parts: [
        part({}),
        part({ unitId: 'u2', name: 'Biro Umum', cells: { M1: { ...cell, assessed: 3, hidden: true } } }),
        { unitId: '', opens: false, people: 4, cells: { M1: { ...cell, assessed: 0, short: 0 } } },
      ],
    }),
    concerned: async (_, { standing }) => ({
      competency: change.name,
      rows:
        standing === 'met'
          ? []
          : [
              {
                personId: 'p1',
                name: person.name,
                post: 'Analis',
                unit: 'Biro',
                required: 3,
                held: 1,
                gap: 2,
              },
            ],
    }),
    closed: async (_, year = 2026, token) => ({
      ...{ year, points: -1, changes: 2 },
      rows:
        year !== 2026
          ? []
          : [
              {
                person: { personId: 'p1', name: person.name },
                ...{ competency: change.name, required: 3, before: 1, after: 2, points: 1 },
                ...{ day: '2026-05-04', source: { method: 'competency-test', assessedOn: '2026-05-01' } },
              },
              {
                ...{ competency: integrity.name, required: 3, before: 3, after: 1, points: -2 },
                day: '2026-03-04',
              },
            ],
      ...(year === 2026 && token === undefined && { nextPageToken: 'n' }),
    }),
    followUps: async (_, list, token) => ({
      counts: { waiting: { count: 1, isMore: false }, overdue: { count: 100, isMore: true } },
      rows:
        list === 'overdue' && token === undefined
          ? []
          : [
              {
                ...{ personId: 'p1', name: person.name, itemId: 'i1', title: 'Coaching', form: 'NKL01' },
                ...{ competency: change.name, dueOn: '2027-06-30', since: '2026-11-01T02:00:00.000Z' },
              },
            ],
      ...(list === 'overdue' && token === undefined && { nextPageToken: 'n' }),
    }),
    everybodyConcerned: async () => ({
      ...{ competency: change.name, isCut: true },
      rows: [{ personId: 'p1', name: '=HYPERLINK("x")', required: 3, held: 1, gap: 2 }],
    }),
    sheet: sheetText,
    dictionaryOf: async () => ({
      national: [integrity, change],
      technical: [
        { ...{ ...cash, code: 'KEU.01', from: '2026-01-01', state: 'active', editions: 2, rev: 2 } },
        {
          ...{ ...cash, competencyId: 'T.KEU.02', code: 'KEU.02', from: '2026-01-01', levels },
          state: 'retired',
          editions: 1,
          rev: 2,
        },
      ],
    }),
    caseOf: async () => '{"CFDocument":{}}',
    describe: async () => undefined,
    retire: async () => undefined,
    bandsOf: async () => [
      {
        ...{ use: 'mapping', rev: 2 },
        inForce: {
          ...{ source: 'agency', high: 8_750, middle: 7_000, verified: true, from: '2026-01-01' },
          legalBasis: 'Perka <b>1</b>/2026',
        },
        editions: [
          {
            ...{ from: '2027-01-01', high: 9_000, middle: 7_800, verified: false, mayWithdraw: true },
            ...{ setBy: 'Agus', setAt: '2026-11-20T02:00:00.000Z' },
          },
          {
            ...{ from: '2026-01-01', high: 8_750, middle: 7_000, verified: true, mayWithdraw: false },
            ...{ setBy: 'Agus', setAt: '2025-12-20T02:00:00.000Z', legalBasis: 'Perka <b>1</b>/2026' },
          },
        ],
      },
      {
        ...{ use: 'selection', editions: [], rev: 0 },
        inForce: { source: 'practice', high: 8_000, middle: 6_800, verified: false },
      },
    ],
    setBands: async () => undefined,
    withdrawBands: async () => undefined,
    standardsOf: async () => ({
      ...{ dictionary: [integrity, change, cash], today: '2026-11-28' },
      standards: [
        {
          ...{
            post: 'group:ahli-muda',
            title: 'ahli-muda',
            kind: 'group',
            state: 'active',
            from: '2027-01-01',
          },
          ...{ isToCome: true, requirements: [{ competencyId: 'M1', level: 3 }], criticality: 2 },
          ...{ legalBasis: 'Keputusan 1', verified: true, editions: 2, rev: 2 },
        },
        {
          ...{ post: 'title:analis', title: 'Analis', kind: 'title', state: 'withdrawn', from: '2026-01-01' },
          ...{ isToCome: false, requirements: [{ competencyId: 'M7', level: 2 }], criticality: 1 },
          ...{ verified: false, editions: 1, rev: 1 },
        },
      ],
    }),
    setStandard: async () => undefined,
    withdrawStandard: async () => undefined,
  };
}
