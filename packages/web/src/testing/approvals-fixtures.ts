import type { Jp } from '@sinau/kernel';
import type { ApprovalsPorts, AssignmentRow, RequestRow } from '../approvals/ports.ts';
import type { CourseView } from '../course/ports.ts';

const course = { id: 'Kelola data terbuka', en: 'Managing open data' };

const requests: readonly RequestRow[] = [
  {
    registration: 'r-1',
    learner: 'Siti Rahmawati, S.Kom.',
    ...{ courseId: 'kelola-data-terbuka', course },
    requestedAt: '2026-11-20T02:00:00.000Z',
  },
  {
    registration: 'r-2',
    learner: 'Yohanis',
    ...{ courseId: 'etika', course: { id: 'Etika pelayanan publik' } },
    requestedAt: '2026-11-21T02:00:00.000Z',
  },
];

const assignments: readonly AssignmentRow[] = [
  {
    ...{ registration: 'r-3', learner: 'Yohanis', courseId: 'kelola-data-terbuka', course },
    ...{ state: 'active', assignedAt: '2026-11-01T02:00:00.000Z', by: 'Maya Puspita' },
    ...{ dueOn: '2026-11-15', overdue: true, withdrawable: true },
  },
  {
    ...{ registration: 'r-4', learner: 'Siti Rahmawati, S.Kom.', courseId: 'etika', course },
    ...{
      state: 'waiting',
      assignedAt: '2026-10-01T02:00:00.000Z',
      dueOn: '2026-12-31',
      overdue: false,
      withdrawable: true,
    },
  },
  {
    ...{ registration: 'r-5', learner: 'Made Wirawan', courseId: 'etika', course },
    ...{ state: 'completed', assignedAt: '2026-09-01T02:00:00.000Z', overdue: false, withdrawable: true },
  },
];

/** Requests, assignments and invitations as pages show them; `absent` makes the refusal for what there is not. */
export function createApprovalsFixtures(absent: () => Error): ApprovalsPorts {
  return {
    requestsOf: async (_reader, { desk, token }) => ({
      rows: desk === 'team' ? requests : [],
      ...(desk === 'team' && token === undefined && { nextPageToken: 'next' }),
    }),
    requestOf: async (_reader, registration) => {
      const row = requests.find((one) => one.registration === registration);
      if (!row) throw absent();
      return {
        ...row,
        ...{ provider: 'Universitas Nusantara', jp: 400 as Jp, minutes: 180 },
        ...(registration === 'r-1' && { seats: { capacity: 30, free: 0, waiting: 2 } }),
        dueSoon: registration === 'r-1' ? [{ course, dueOn: '2026-12-10' }] : [],
        ...(registration === 'r-1' && { quota: { left: 0, seats: 40, whenFull: 'wait' } }),
        ...(registration === 'r-1' && {
          budget: {
            ...{ line: '522191 · Kursus daring', price: 250_000 },
            room: 90_000,
            fits: false,
            whenFull: 'wait',
          },
        }),
        lines:
          registration === 'r-1'
            ? [
                {
                  ...{ lineId: '2026.521211', line: '521211 · Bahan <b>ajar</b>', price: 250_000 },
                  ...{ room: 5_000_000, fits: true },
                },
              ]
            : [],
        taking: registration === 'r-1' ? [{ course, dueOn: '2026-12-01' }, { course }] : [],
        past: registration === 'r-1' ? [{ state: 'completed', at: '2025-05-01T02:00:00.000Z' }] : [],
      };
    },
    decide: async () => undefined,
    assignmentsOf: async (_reader, { desk }) => ({ rows: desk === 'agency' ? assignments : [] }),
    coursesFor: async () => [['etika', { id: 'Etika pelayanan publik' }]],
    assignableOf: async (_reader, { desk, courseId }) => ({
      ...{ courseId, course },
      ...(desk === 'agency' && { seats: { capacity: 30, free: 4, waiting: 0 } }),
      ...(desk === 'team' && {
        team: [
          { personId: 'p1', name: 'Yohanis' },
          { personId: 'p2', name: 'Siti Rahmawati, S.Kom.' },
        ],
      }),
    }),
    assign: async (_reader, { people }) =>
      people.map((who) => ({
        who,
        outcome: who.includes('@') ? ('assigned' as const) : ('unknown' as const),
      })),
    assignmentOf: async (_reader, registration) => ({
      ...{ learner: 'Yohanis', course },
      ownBefore: registration === 'r-4',
    }),
    withdraw: async () => undefined,
    invitationsOf: async (_reader, courseId) => ({
      ...{ courseId, course, byInvitation: courseId !== 'terbuka' },
      invitations:
        courseId === 'terbuka'
          ? []
          : (['revoked', 'expired', 'used-up', undefined] as const).map((ended, n) => ({
              ...{ invitationId: `i-${n}`, label: `Angkatan ${n + 1}`, uses: n, maxUses: 30 },
              expiresAt: '2026-12-01T02:00:00.000Z',
              ...(ended && { ended }),
            })),
    }),
    invite: async (_reader, { courseId }) => ({
      code: 'kode-sekali-9f3a',
      link: `https://sinau.example/courses/${courseId}?invitation=kode-sekali-9f3a`,
    }),
    revoke: async () => undefined,
  };
}

const at = '2026-11-20T02:00:00.000Z';
const seats = { capacity: 30, free: 0, waiting: 2 };
const duty = { as: 'supervisor', by: 'Maya Puspita', dueOn: '2026-12-31', note: 'Untuk tim data.' } as const;

/** What a course page can say about its reader, by course id. */
export const standings: Readonly<Record<string, Partial<CourseView>>> = {
  persetujuan: {
    admission: { mode: 'approval', window: 'open', closesAt: '2026-12-01T02:00:00.000Z' },
    past: [{ state: 'declined', at, reason: 'Tahun ini didahulukan kursus lain.' }],
  },
  penuh: { admission: { mode: 'open', window: 'open', seats } },
  undangan: { admission: { mode: 'invitation', window: 'open' } },
  'belum-buka': { admission: { mode: 'open', window: 'before', opensAt: '2026-12-01T02:00:00.000Z' } },
  tutup: { admission: { mode: 'open', window: 'after', closesAt: '2026-10-01T02:00:00.000Z' } },
  diminta: {
    admission: { mode: 'approval', window: 'open' },
    pending: { state: 'requested', since: at, decides: 'Maya Puspita' },
  },
  antre: {
    admission: { mode: 'open', window: 'open', seats },
    pending: { state: 'waiting', since: at, place: 2, beyond: false },
  },
  'antre-wajib': {
    admission: { mode: 'open', window: 'open', seats },
    pending: { state: 'waiting', since: at, place: 1001, beyond: true, duty },
  },
  'antre-kuota': {
    admission: { mode: 'open', window: 'open' },
    pending: { state: 'waiting', since: at, place: 3, beyond: false, quota: true },
  },
  'antre-kelompok': {
    admission: { mode: 'open', window: 'open' },
    pending: {
      ...{ state: 'waiting', since: at, place: 3, beyond: false, quota: true },
      kept: {
        left: 4,
        groups: [
          { kind: 'unit', unitId: 'u1', name: 'Biro <b>Umum</b>' },
          { kind: 'posts', families: ['jpt-utama', 'pelaksana'] },
          { kind: 'region', province: '53' },
          { kind: 'remote' },
        ],
        openFrom: '2026-12-01',
        lists: [
          { poolId: 'list', name: 'Kursi khusus', asked: false },
          { poolId: 'other', name: 'Kursi lain', asked: true },
        ],
      },
    },
  },
  'antre-anggaran': {
    admission: { mode: 'open', window: 'open' },
    pending: { state: 'waiting', since: at, place: 2, beyond: false, budget: '522191 · Kursus daring' },
  },
  'kampus-penuh': {
    enrolment: {
      ...{ state: 'active', enrolledAt: at },
      atProvider: {
        ...{ state: 'pending', provider: 'Universitas Contoh', reason: 'full', retryable: true },
        until: '2026-11-23T02:00:00.000Z',
      },
    },
  },
  'kampus-terdaftar': {
    enrolment: {
      ...{ state: 'active', enrolledAt: at },
      atProvider: { state: 'confirmed', provider: 'Universitas Contoh', at },
    },
  },
  'kampus-mulai': {
    runsElsewhere: true,
    admission: { mode: 'open', window: 'open', classesFrom: '2027-02-03' },
  },
  'kampus-menolak': {
    runsElsewhere: true,
    admission: { mode: 'open', window: 'open' },
    past: [{ state: 'cancelled', at, atProvider: 'unreachable' }],
  },
  'kursi-dilepas': {
    admission: { mode: 'open', window: 'open' },
    past: [{ state: 'cancelled', at, notBegunDays: 30, behindUntil: '2027-01-31' }],
    seatTerms: { releaseDays: 30, noShowDays: 60 },
  },
  wajib: { enrolment: { state: 'active', enrolledAt: at, duty } },
  dinilai: {
    enrolment: { state: 'completed', enrolledAt: at, completedAt: at },
    rating: { average: 4.3, count: 1_257 },
    mayRate: 'completed',
    evaluation: { evaluationId: 'c-lewat', waits: false },
    ownRating: { stars: 4, comment: '<b>Jelas</b>\n"baik"', hidden: true },
  },
  selesai: {
    enrolment: { state: 'completed', enrolledAt: at, completedAt: at },
    mayRate: 'completed',
  },
  dikoreksi: {
    enrolment: {
      ...{ state: 'completed', enrolledAt: at, completedAt: at },
      providerWord: { score: { at, from: 85, to: 70 } },
    },
  },
  ditarik: {
    admission: { mode: 'open', window: 'open' },
    enrolment: {
      ...{ state: 'completed', enrolledAt: at, completedAt: at },
      providerWord: { takenBack: at, completion: { at, from: 'completed', to: 'not-completed' } },
    },
    past: [{ state: 'completed', at: '2025-05-01T02:00:00.000Z', takenBack: '2025-06-01T02:00:00.000Z' }],
  },
  ulang: {
    admission: { mode: 'open', window: 'open' },
    enrolment: { state: 'completed', enrolledAt: at, completedAt: at },
    past: [
      { state: 'completed', at: '2025-05-01T02:00:00.000Z' },
      { state: 'cancelled', at: '2024-05-01T02:00:00.000Z' },
    ],
  },
};
