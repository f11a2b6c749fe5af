import {
  type AudienceView,
  type DutyGroupName,
  type DutyRow,
  dutyGroupNames,
  type ExceptionRow,
  type MyDuty,
  type MyObligation,
  type ObligationsPorts,
  type ObligationView,
  type TermsDraft,
} from '../obligations/ports.ts';

const courses = [{ id: 'Keamanan Informasi', en: 'Information security' }, { id: 'Antikorupsi' }];
const audience: AudienceView = {
  units: ['Sekretariat Utama', 'Deputi Bidang Pembinaan'],
  ...{
    postFamilies: ['pengawas', 'fungsional-keahlian'],
    postWords: ['keuangan'],
    statuses: ['PNS', 'PPPK'],
  },
};
const counts = {
  overdue: 12,
  required: 3,
  enrolled: 420,
  started: 88,
  finished: 40,
  recognised: 680,
  released: 9,
};

const view = (obligationId: string): ObligationView => {
  const state = obligationId === 'paused' || obligationId === 'ended' ? obligationId : 'active';
  const isSpreading = obligationId === 'spreading';
  return {
    ...{ obligationId, title: 'Keamanan informasi tahunan', courses, audience, state },
    due: state === 'ended' ? { kind: 'once', on: '2026-06-30' } : { kind: 'yearly', by: '12-31' },
    ...{ counts, note: 'SE Menpan 12/2026', createdAt: '2026-11-24T02:00:00.000Z', createdBy: 'Agus Contoh' },
    periods: [
      { period: '2026', counts },
      { period: '2025', counts: { finished: 1_100, started: 2, overdue: 2 } },
    ],
    ...(isSpreading && { spreading: 42 }),
    spread: { seen: 840, heads: 2_000, failed: state === 'active' ? 2 : 0 },
    ...{ remindedToday: obligationId === 'reminded', rev: 3, courseIds: ['c1', 'c2'] },
    courseChanges: obligationId === 'paused' ? [] : courseChanges,
  };
};

const courseChanges: ObligationView['courseChanges'] = [
  {
    ...{ change: 1, course: { id: 'Etika Pelayanan' }, to: { id: 'Antikorupsi' }, canUndo: true },
    ...{ reason: 'Kursus ini ditutup penyelenggaranya.', changedAt: '2026-11-24T02:00:00.000Z' },
    changedBy: 'Agus Contoh',
  },
  {
    ...{ change: 0, course: { id: 'Keamanan Informasi', en: 'Information security' }, canUndo: false },
    ...{ reason: 'Sudah termasuk pelatihan dasar.', changedAt: '2026-11-20T02:00:00.000Z' },
    ...{ changedBy: 'Agus Contoh', undone: { at: '2026-11-21T02:00:00.000Z', by: 'Budi Contoh' } },
  },
];

const row = (state: DutyRow['state'], isOverdue: boolean): DutyRow => ({
  ...{
    personId: 'p1',
    name: 'Sri Contoh',
    course: courses[0] ?? {},
    period: '2026',
    dueOn: '2026-12-31',
    state,
    isOverdue,
  },
  ...(state === 'required' && { obstacle: 'waiting' }),
  ...(state === 'released' && { released: 'left-audience' }),
  ...(state === 'finished' && { finishedAt: '2026-11-24T02:00:00.000Z' }),
});

const terms: TermsDraft = {
  ...{ title: 'Keamanan informasi tahunan', note: 'SE Menpan 12/2026' },
  ...{ unitIds: ['u2'], postFamilies: ['pengawas'], postWords: ['keuangan'], statuses: ['PNS'] },
  due: { kind: 'yearly', by: '12-31' },
};

const decided = { changedAt: '2026-11-24T02:00:00.000Z', changedBy: 'Agus Contoh' };
const exceptions: readonly ExceptionRow[] = [
  {
    ...{ personId: 'p1', name: 'Sri Contoh', kind: 'exempt', state: 'open', until: '2027-03-31' },
    ...{ reason: 'Cuti di luar tanggungan negara', ...decided },
  },
  {
    ...{ personId: 'p2', name: 'Budi Contoh', kind: 'later-day', state: 'undone', dueOn: '2027-01-31' },
    ...{ reason: 'Tugas di lapangan sampai Januari', ...decided },
  },
];

const ownDuty = (state: DutyRow['state'], n: number): MyDuty => {
  const { personId: _, name: __, period: ___, ...duty } = row(state, state === 'started');
  return { ...duty, href: `/courses/c${n}` };
};
const mine: readonly MyObligation[] = [
  {
    ...{ title: 'Dasar ASN 2026', period: '2026', done: 1, note: 'SE Menpan 12/2026' },
    programme: { title: 'Program dasar ASN', inOrder: true },
    duties: [
      ownDuty('finished', 1),
      { ...ownDuty('started', 2), extendedFrom: '2026-06-30' },
      { ...ownDuty('required', 3), obstacle: 'earlier-course' },
    ],
    laterReason: 'Tugas di lapangan sampai Januari',
  },
  {
    ...{ title: 'Antikorupsi', period: 'once', done: 0 },
    duties: [{ ...ownDuty('released', 1), released: 'exempted' }],
    exempt: { reason: 'Cuti di luar tanggungan negara', until: '2027-03-31' },
  },
];

const stateOf = (group: DutyGroupName): DutyRow['state'] => (group === 'overdue' ? 'started' : group);

export const createObligationFixtures = (notFound: () => Error): ObligationsPorts => ({
  obligationsOf: async ({ personId }) =>
    personId === 'kosong' ? [] : ['active', 'spreading', 'paused', 'ended'].map(view),
  choicesFor: async () => ({
    courses: courses.map((title, n) => [`c${n + 1}`, title] as const),
    paths: [['layanan', { id: 'Jalur layanan <b>publik</b>' }]],
    units: [
      { unitId: 'u1', name: 'Sekretariat Utama' },
      { unitId: 'u2', name: 'Bagian Umum', parentId: 'u1' },
    ],
  }),
  preview: async (_person, { due }) => ({
    ...{
      people: 1_243,
      isComplete: true,
      lookedAt: 200,
      finished: ['Sri Contoh', 'Budi'],
      finishedCount: 31,
    },
    ...{ dueOn: '2027-06-30', courses, audience },
    ...(due.kind === 'yearly' && { beginsOn: '2027-01-01' }),
  }),
  make: async () => ({ obligationId: 'spreading' }),
  obligationOf: async (_person, obligationId) => {
    if (obligationId === 'none') throw notFound();
    return view(obligationId);
  },
  dutiesOf: async (_person, { group, token }) => ({
    rows:
      group === 'released' && token === undefined
        ? []
        : dutyGroupNames.slice(0, 3).map(() => row(stateOf(group), group === 'overdue')),
    ...(token === undefined && { nextPageToken: 'next' }),
  }),
  termsOf: async (_person, obligationId) => {
    if (obligationId === 'none') throw notFound();
    return { ...terms, rev: 3, dueDay: '2026-12-31' };
  },
  previewTerms: async (_person, { terms: { due, title } }) => ({
    ...{ title, due, audience, people: 1_400, comes: 160, goes: 3, isComplete: true },
    moves: { duties: 511, from: '2026-12-31', to: '2026-11-30' },
  }),
  changeTerms: async () => undefined,
  courseToChange: async (_person, { obligationId, courseId }) => {
    if (obligationId === 'none' || courseId === 'none') throw notFound();
    return {
      obligation: { obligationId, title: 'Keamanan informasi tahunan', rev: 3 },
      ...{ courseId, course: courses[0] ?? {}, isOnly: courseId === 'only' },
      choices: [['c3', { id: 'Antikorupsi' }]],
    };
  },
  previewCourse: async (_person, { to }) => ({
    ...{ title: 'Keamanan informasi tahunan', course: courses[0] ?? {} },
    ...{ waiting: 1_432, closed: 120, begun: 31, isComplete: false },
    ...(to !== undefined && { to: { id: 'Antikorupsi' } }),
  }),
  changeCourse: async () => undefined,
  undoCourse: async () => undefined,
  exceptionsOf: async (_person, { obligationId, token }) => ({
    rows: obligationId === 'paused' ? [] : exceptions,
    ...(token === undefined && { nextPageToken: 'next' }),
  }),
  personOf: async ({ personId: own }, { obligationId, personId }) => {
    if (obligationId === 'none') throw notFound();
    return {
      ...{ personId, name: 'Sri Contoh', isSelf: own === personId },
      obligation: {
        ...{ obligationId, title: 'Keamanan informasi tahunan' },
        isEnded: obligationId === 'ended',
      },
      duties: [row('started', true), { ...row('enrolled', false), extendedFrom: '2026-06-30' }],
      past: obligationId === 'paused' ? [] : exceptions,
    };
  },
  except: async () => undefined,
  undoException: async () => undefined,
  mine: async ({ personId }) => (personId === 'kosong' ? [] : mine),
  change: async () => undefined,
  remind: async () => undefined,
});
