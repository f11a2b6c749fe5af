import type { DomainError } from '@sinau/kernel';
import type {
  CohortCard,
  CohortOrder,
  CohortsDeskPorts,
  CohortsPorts,
  CohortView,
  DeskCohortView,
  LateAsk,
  LateView,
  Roster,
} from '../cohorts/ports.ts';

const at = '2026-11-20T01:00:00.000Z';

const card: CohortCard = {
  ...{ cohortId: 'satu', name: 'Angkatan <b>I</b>', state: 'open' },
  subject: { kind: 'path', id: 'layanan', title: { id: 'Jalur <i>layanan</i>' } },
  ...{ startsOn: '2026-12-01', endsOn: '2026-12-31', applyUntil: '2026-12-05' },
};

const cohort: CohortView = {
  ...{ ...card, about: 'Dua pekan.\nBersama.', admission: 'supervisor', zone: 'Asia/Jakarta' },
  ...{ capacity: 30, taken: 30, waiting: 2, facilitator: 'Wulan <b>C</b>', mayApply: false },
  ...{ needed: 2, done: 1, isFacilitator: false },
  steps: [
    { title: { id: 'Etika <b>dasar</b>' }, state: 'done', dueOn: '2026-12-05', isLate: false },
    { title: { id: 'Layanan' }, state: 'open', dueOn: '2026-12-10', isLate: true },
    { title: { id: 'Seminar' }, state: 'locked', isLate: false },
  ],
};

const roster: Roster = {
  rows: [
    { personId: 'p1', name: 'Budi <b>S</b>', state: 'confirmed', needed: 2, done: 1, late: 1 },
    {
      ...{ personId: 'p2', name: 'Ani', state: 'confirmed', needed: 2, done: 2, late: 0 },
      completedAt: at,
    },
    {
      ...{ personId: 'p4', name: 'Dewi', state: 'waiting', rank: 'priority' },
      ...{ needed: 2, done: 0, late: 0 },
    },
    {
      ...{ personId: 'p3', name: 'Citra', state: 'removed', reason: 'Pindah <i>tugas</i>' },
      ...{ needed: 2, done: 0, late: 0 },
    },
  ],
};

/** What an id in an address stands for. */
function cohortOf(cohortId: string, absent: () => DomainError): CohortView {
  switch (cohortId) {
    case 'tidak-ada':
      throw absent();
    case 'buka':
      return { ...cohort, cohortId, mayApply: true, taken: 3, waiting: 0 };
    case 'nominasi':
      return { ...cohort, cohortId, admission: 'nomination' };
    case 'antre':
      return {
        ...{ ...cohort, cohortId },
        place: { state: 'waiting', ahead: 2, mayUsePriority: true, mayLeave: true },
      };
    case 'dahulu':
      return {
        ...{ ...cohort, cohortId },
        place: { state: 'waiting', ahead: 0, rank: 'priority', mayLeave: true },
      };
    case 'tawaran':
      return { ...cohort, cohortId, place: { state: 'offered', offeredUntil: at, mayLeave: true } };
    case 'kursus':
      return {
        ...{ ...cohort, cohortId, isFacilitator: true },
        subject: { kind: 'course', id: 'c1', title: { id: 'Etika' } },
        place: { state: 'confirmed', mayLeave: true },
      };
    case 'batal':
      return { ...cohort, cohortId, state: 'cancelled', cancelReason: 'Anggaran <b>dialihkan</b>' };
    default:
      return { ...cohort, place: { state: 'confirmed', mayLeave: true } };
  }
}

const order: CohortOrder = {
  ...{ name: 'Angkatan I', startsOn: '2026-12-01', endsOn: '2026-12-31', applyUntil: '2026-12-05' },
  ...{ zone: 'Asia/Jakarta', capacity: 30, admission: 'supervisor', audience: 'units', unitIds: ['u1'] },
  ...{ confirmHours: 48, facilitator: 'wulan@contoh.example', dueDays: [{ stepId: 's1', on: '2026-12-10' }] },
};

const desk: DeskCohortView = {
  ...{ ...card, capacity: 30, taken: 2, waiting: 1, order, rev: 2, facilitator: 'Wulan <b>C</b>' },
  steps: [
    { stepId: 's1', title: { id: 'Etika <b>dasar</b>' }, dueOn: '2026-12-10' },
    { stepId: 's2', title: { id: 'Layanan' } },
  ],
};

/** Cohorts for everybody, and for the desk of an agency. */
export function createCohortFixtures(absent: () => DomainError): {
  readonly cohorts: CohortsPorts;
  readonly cohortsDesk: CohortsDeskPorts;
} {
  return { cohorts: readerFixtures(absent), cohortsDesk: deskFixtures(absent) };
}

function readerFixtures(absent: () => DomainError): CohortsPorts {
  return {
    list: async ({ personId }) =>
      personId === 'kosong'
        ? { open: [], own: [] }
        : { open: [{ ...card, cohortId: 'buka' }], own: [{ ...card, state: 'closed', seat: 'confirmed' }] },
    cohortOf: async (_person, cohortId) => cohortOf(cohortId, absent),
    rosterOf: async () => roster,
    lateOf: async (_person, cohortId, ask) => lateOf(cohortId, ask, absent),
    calendarOf: async (_person, cohortId) => `BEGIN:VCALENDAR ${cohortOf(cohortId, absent).cohortId}`,
    sheet: async () => ({ body: new Uint8Array(), headers: {} }),
    apply: async () => undefined,
    confirm: async () => undefined,
    leave: async () => undefined,
    teamOf: async ({ personId }) =>
      personId === 'kosong'
        ? { requests: [], naming: [], steps: [] }
        : {
            steps: [
              {
                ...{ name: 'Budi <b>S</b>', cohortId: 'satu', cohort: card.name, dueOn: '2026-12-10' },
                ...{ title: { id: 'Etika <b>dasar</b>' }, isLate: true },
              },
            ],
            requests: [
              {
                cohortId: 'satu',
                personId: 'p1',
                name: 'Budi <b>S</b>',
                cohort: card.name,
                free: 2,
                waiting: 0,
              },
            ],
            naming: [
              {
                ...{
                  cohortId: 'satu',
                  name: card.name,
                  startsOn: card.startsOn,
                  applyUntil: card.applyUntil,
                },
                ...{ free: 2, waiting: 0, people: [['p2', 'Ani <i>W</i>']] },
              },
              {
                ...{ cohortId: 'dua', name: 'Angkatan II', startsOn: '2027-01-01', applyUntil: '2027-01-02' },
                ...{ free: 0, waiting: 4, people: [] },
              },
            ],
          },
    decide: async () => undefined,
    nominate: async () => ({ seated: 1, waiting: 0, already: 0, refused: [] }),
  };
}

function lateOf(cohortId: string, { only, stepId }: LateAsk, absent: () => DomainError): LateView {
  const { name } = cohortOf(cohortId, absent);
  const title = { id: 'Etika <b>dasar</b>' };
  if (cohortId === 'nominasi') return { cohortId, name, steps: [], rows: [] };
  return {
    ...{ cohortId, name },
    steps: [
      { stepId: 's1', title, dueOn: '2026-12-10', open: 2, late: 1 },
      { stepId: 's2', title: { id: 'Layanan' }, dueOn: '2026-12-20', open: 3, late: 0 },
    ],
    rows:
      stepId === 's2' && only === 'late'
        ? []
        : [
            { personId: 'p1', name: 'Budi <b>S</b>', title, dueOn: '2026-12-10', isLate: true },
            { personId: 'p2', name: 'Ani', title, dueOn: '2026-12-20', isLate: false },
          ],
  };
}

function deskFixtures(absent: () => DomainError): CohortsDeskPorts {
  const find = (cohortId: string): DeskCohortView => {
    if (cohortId === 'tidak-ada') throw absent();
    if (cohortId === 'draf') return { ...desk, cohortId, state: 'draft' };
    if (cohortId === 'batal') return { ...desk, cohortId, state: 'cancelled', cancelReason: 'Anggaran' };
    return { ...desk, cohortId };
  };
  return {
    list: async ({ personId }) => ({ rows: personId === 'kosong' ? [] : [desk, find('draf')] }),
    choices: async () => ({
      paths: [['path:layanan', { id: 'Jalur <b>layanan</b>' }]],
      courses: [['course:c1', { id: 'Etika' }]],
      units: [['u1', 'Sekretariat']],
    }),
    lateOf: async (_person, cohortId, ask) => lateOf(cohortId, ask, absent),
    cohortOf: async (_person, cohortId) => find(cohortId),
    make: async (_person, { order: { name } }) =>
      name === 'salah' ? { outcome: 'faulty', fields: ['endsOn'] } : { outcome: 'saved', cohortId: 'satu' },
    change: async (_person, cohortId) => ({ outcome: 'saved', cohortId }),
    act: async () => undefined,
    cancel: async () => undefined,
    nominate: async () => ({ seated: 1, waiting: 1, already: 0, refused: ['tidak@ada'] }),
    takeBack: async () => undefined,
    roster: async () => roster,
    wholeRoster: async () => roster.rows,
    sheet: async () => ({ body: new Uint8Array(), headers: {} }),
  };
}
