import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import type { AgencyPerson, LearningRow } from '../agency/ports.ts';
import type { ApiClient } from '../clients/ports.ts';
import type { CourseCard } from '../course/card.tsx';
import type { ClassificationChoices } from '../course/classification.ts';
import type { CourseView } from '../course/ports.ts';
import type { HomeView } from '../home/ports.ts';
import type { InboxItem } from '../inbox/ports.ts';
import type { HealthView } from '../operator/health.ts';
import type { PersonView, UnitRow } from '../people/ports.ts';
import type { PlanView } from '../plan/ports.ts';
import type { RecordLine } from '../records/ports.ts';
import type { ReviewedQuiz, ReviewedVersion } from '../review/ports.ts';
import type { StatementRow, StatementView } from '../statements/ports.ts';
import type { ChangeView, ImportView, StudioCourseView } from '../studio/ports.ts';

export const jp = (whole: number) => (whole * 100) as Jp;

/** Synthetic people of the view tests. */
export const siti: PersonPrincipal = {
  kind: 'person',
  personId: '0b6f7c52-1111-4a11-8a11-000000000001' as PersonId,
  name: 'Siti Rahmawati, S.Kom.',
  roles: ['learner'],
  agencyId: 'agency-1' as AgencyId,
};

export const everyRole: PersonPrincipal = {
  ...siti,
  name: 'Made',
  roles: [
    'learner',
    'supervisor',
    'provider-author',
    'agency-admin',
    'talent-officer',
    'reviewer',
    'operator',
  ],
  providerId: 'provider-1' as ProviderId,
};

/** Courses as a catalogue of partners could hold them. */
export const cards: readonly CourseCard[] = [
  {
    courseId: 'kelola-data-terbuka',
    title: {
      id: 'Mengelola Data Terbuka untuk Layanan Publik',
      en: 'Managing Open Data for Public Services',
    },
    provider: 'Universitas Nusantara',
    jp: jp(4),
    languages: ['id'],
    state: 'active',
    percent: 40,
  },
  {
    courseId: 'pelayanan-inklusif',
    title: { id: 'Pelayanan Publik yang Inklusif bagi Penyandang Disabilitas' },
    provider: 'Lembaga Konten Cendekia',
    jp: jp(6),
    languages: ['id', 'en'],
    dueAt: '2026-12-15T10:00:00.000Z',
    reason: { id: 'Wajib dari instansi Anda', en: 'Required by your agency' },
  },
  {
    courseId: 'plain-language',
    title: { 'en-US': 'Writing in Plain Language' },
    provider: 'Universitas Nusantara',
    jp: 250 as Jp,
    languages: ['en'],
  },
  {
    courseId: 'dasar-anggaran',
    title: { id: 'Dasar-Dasar Penganggaran Berbasis Kinerja' },
    provider: 'Lembaga Konten Cendekia',
    jp: jp(8),
    languages: ['id'],
    state: 'completed',
  },
];

/** A week on its Tuesday. */
export const plannedWeek: PlanView = {
  ...{ days: [1, 3], minutes: 90, stopped: false, rev: 1, doneSeconds: 1500 },
  week: {
    ...{ state: 'under-way', plannedMinutes: 90 },
    days: ['23', '24', '25', '26', '27', '28', '29'].map((day, index) => ({
      ...{ date: `2026-11-${day}`, isPlanned: index === 0 || index === 2 },
      when: index === 0 ? 'past' : index === 1 ? 'today' : 'ahead',
      doneSeconds: index === 0 ? 1500 : 0,
      minutes: index === 2 ? 65 : 0,
      suggested:
        index === 2 ? [{ courseId: 'kelola-data-terbuka', title: { id: 'Data terbuka' }, minutes: 65 }] : [],
    })),
  },
};

export const home: HomeView = {
  resume: {
    courseId: 'kelola-data-terbuka',
    title: {
      id: 'Mengelola Data Terbuka untuk Layanan Publik',
      en: 'Managing Open Data for Public Services',
    },
    provider: 'Universitas Nusantara',
    place: {
      ...{ kind: 'part', partId: '3', inWindow: false },
      partTitle: { id: 'Menilai mutu data', en: 'Judging data quality' },
    },
    percent: 40,
    begun: true,
    partsLeft: 3,
    lastAt: '2026-11-24T02:42:00.000Z',
  },
  year: {
    ...{ year: 2026, daysLeft: 33, recognised: jp(12), held: jp(2), inProgress: jp(4), planned: jp(2) },
    ...{ minimum: jp(20), pace: { kind: 'short', atYearEnd: jp(13), perWeek: jp(1.5) } },
    paceRule: { leastDays: 28, leastDaysLearned: 2 },
  },
  plan: plannedWeek,
  required: cards.slice(1, 2),
  dueSoon: [],
  active: cards.slice(0, 1),
  evaluations: { count: 2, evaluationId: 'c-baru' },
  suggested: cards.slice(2, 3),
  certificates: [
    {
      ...{ number: 'SINAU-7K3M-9QXD-4TPA', title: { id: 'Etika pelayanan' } },
      completedAt: '2026-11-20T02:00:00.000Z',
    },
  ],
};

export const course: CourseView = {
  courseId: 'kelola-data-terbuka',
  title: { id: 'Mengelola Data Terbuka untuk Layanan Publik', en: 'Managing Open Data for Public Services' },
  description: {
    id: 'Dari memilih kumpulan data sampai menerbitkannya dengan metadata yang benar.\nCocok bagi walidata dan pengelola layanan.',
  },
  provider: 'Universitas Nusantara',
  jp: jp(4),
  languages: ['id'],
  minutes: 180,
  details: {
    form: 'NKL03',
    subject: 'data',
    competencies: ['Kerja sama', 'Literasi data'],
    audience: { id: 'Pengelola data di instansi pusat dan daerah' },
    price: 0,
    classified: {
      fields: [{ id: 'Statistik', en: 'Statistics' }],
      coreValues: [
        { id: 'Kompeten', en: 'Competent' },
        { id: 'Kolaboratif', en: 'Collaborative' },
      ],
      digitalPillars: [],
      certification: { id: 'Kursus', en: 'Course' },
    },
  },
  saved: false,
  version: 2,
  status: 'published',
  outline: [
    {
      kind: 'block',
      id: 'b1',
      title: { id: 'Mengenal data terbuka' },
      nodes: [
        {
          kind: 'part',
          id: '1',
          title: { id: 'Mengapa data dibuka' },
          state: 'done',
          criterion: 'completed',
          ownWindow: false,
        },
        {
          kind: 'part',
          id: '2',
          title: { id: 'Kuis awal' },
          state: 'done',
          criterion: 'passed',
          masteryScore: 70,
          score: 85,
          ownWindow: false,
        },
      ],
    },
    {
      kind: 'block',
      id: 'b2',
      title: { id: 'Menyiapkan dan menerbitkan' },
      nodes: [
        {
          kind: 'part',
          id: '3',
          title: { id: 'Menilai mutu data' },
          description: { id: 'Enam ukuran mutu dan cara memeriksanya.' },
          state: 'started',
          criterion: 'completed',
          percent: 60,
          savedAt: '2026-11-24T02:42:00.000Z',
          ownWindow: false,
        },
        {
          kind: 'part',
          id: '4',
          title: { en: 'Metadata workshop' },
          state: 'not-started',
          criterion: 'completed-or-passed',
          ownWindow: true,
        },
        {
          kind: 'part',
          id: '5',
          title: { id: 'Ujian akhir' },
          state: 'not-started',
          criterion: 'completed-and-passed',
          masteryScore: 80,
          failed: true,
          ownWindow: false,
        },
      ],
    },
  ],
  enrolment: {
    ...{ state: 'active', enrolledAt: '2026-11-20T01:00:00.000Z' },
    serves: [
      { kind: 'own', itemId: 'i2', competency: { id: 'Mengelola <b>Perubahan</b>' }, gap: 2 },
      { kind: 'agency', year: 2026, title: 'Data terbuka' },
    ],
  },
};

export const units: readonly UnitRow[] = [
  { unitId: 'unit-1', name: 'Sekretariat Utama' },
  { unitId: 'unit-2', name: 'Bagian Umum', parentId: 'unit-1' },
];

export const person: PersonView = {
  personId: 'p1',
  name: 'Siti Rahmawati, S.Kom.',
  email: 'siti@contoh.example',
  status: 'active',
  roles: ['learner'],
  maskedEmployeeNumber: '1990••••••••••••01',
  home: 'Kementerian Contoh',
  place: {
    agencyId: 'agency-1',
    unitId: 'unit-2',
    supervisor: { name: 'Yohanis', email: 'yohanis@contoh.example' },
    service: {
      employment: {
        ...{ status: 'PPPK', from: '2025-04-01' },
        contract: { from: '2025-04-01', to: '2030-03-31' },
      },
      post: { title: 'Analis', family: 'fungsional-keahlian', level: 'ahli-muda', from: '2025-04-01' },
    },
    units,
  },
  invitedAt: '2026-01-05T01:00:00.000Z',
  mayBeViewed: true,
  accountChanges: [
    { at: '2026-02-03T02:00:00.000Z', act: 'opened', because: 'administrator', by: 'Agus' },
    { at: '2026-02-02T02:00:00.000Z', act: 'closed', because: 'legal-standing' },
  ],
  isSelf: false,
  editable: true,
  isLentHere: false,
  grantable: ['learner', 'supervisor', 'agency-admin'],
};

export const agencyPeople: readonly AgencyPerson[] = [
  {
    ...{ personId: 'p1', name: 'Siti Rahmawati, S.Kom.', status: 'active', lent: false },
    ...{ maskedEmployeeNumber: '1990••••••••••••01', activeCourses: 1, completedCourses: 2 },
    jpThisYear: 1_200 as Jp,
  },
  {
    ...{ personId: 'p2', name: 'Yohanis', status: 'invited', lent: true },
    ...{ activeCourses: 0, completedCourses: 0, jpThisYear: 0 as Jp },
  },
];

/** What differs in some of the people, by id. */
export const personKinds: Readonly<Record<string, Partial<PersonView>>> = {
  self: { isSelf: true, roles: ['learner', 'operator'] },
  foreign: { editable: false, grantable: [], roles: ['learner', 'reviewer'] },
  borrowed: { editable: false, isLentHere: true, grantable: [] },
  led: {
    place: {
      ...{ agencyId: 'agency-1', units: [], service: {} },
      supervisor: {
        ...{ name: 'Yohanis', email: 'yohanis@contoh.example', lacksRole: { personId: 'y1' } },
      },
    },
  },
  disabled: { status: 'disabled', disabledAt: '2026-11-01T01:00:00.000Z' },
  lent: {
    place: {
      agencyId: 'agency-1',
      workingAgencyId: 'agency-2',
      workingAgency: 'Badan Contoh',
      units: [],
      service: {},
    },
  },
};

export const records: readonly RecordLine[] = [
  {
    statementId: 's4',
    at: '2026-11-24T02:42:00.000Z',
    verb: { display: { id: 'mengunduh', en: 'downloaded' } },
    object: { id: 'Lembar kerja mutu data' },
    course: course.title,
  },
  {
    statementId: 's3',
    at: '2026-11-24T02:40:00.000Z',
    verb: 'passed',
    object: { id: 'Kuis awal' },
    course: course.title,
    score: 85,
    durationSeconds: 725,
  },
  {
    statementId: 's2',
    at: '2026-11-23T07:05:00.000Z',
    verb: 'completed',
    object: { id: 'Mengapa data dibuka' },
    course: course.title,
  },
  {
    statementId: 's1',
    at: '2026-11-23T07:00:00.000Z',
    verb: 'launched',
    object: { id: 'Mengapa data dibuka' },
    course: course.title,
  },
];

export const inbox: readonly InboxItem[] = [
  {
    notificationId: 'n2',
    at: '2026-11-24T02:00:00.000Z',
    title: 'Anda terdaftar di kursus',
    text: 'Mengelola Data Terbuka untuk Layanan Publik siap dipelajari.',
    href: '/courses/kelola-data-terbuka',
    read: false,
  },
  {
    notificationId: 'n1',
    at: '2026-11-20T02:00:00.000Z',
    title: 'Selamat datang di Sinau',
    text: 'Akun Anda sudah aktif.',
    read: true,
  },
];

const studioModules: StudioCourseView['draft']['modules'] = [
  {
    ...{ moduleId: 'm1', kind: 'cmi5', title: { id: 'Kelola data' }, parts: 4, required: true },
    after: [],
  },
  {
    ...{ moduleId: 'm2', kind: 'video', title: { id: 'Wawancara' }, parts: 1, required: true },
    ...{ after: ['m1'], moveOn: 'Completed', share: 0.9 },
  },
  {
    ...{ moduleId: 'm3', kind: 'link', title: { id: 'Peraturan' }, parts: 1, required: false },
    ...{ after: [], moveOn: 'Completed' },
  },
  {
    ...{ moduleId: 'alat', kind: 'lti', title: { id: 'Kuliah <b>3</b>' }, parts: 1, required: true },
    ...{ after: [], moveOn: 'Passed', completion: { by: 'pass', passMark: 0.7 }, trouble: 'place-gone' },
  },
  {
    ...{ moduleId: 'laman', kind: 'external', title: { id: 'Kelas <b>4</b>' }, parts: 1, required: true },
    ...{ after: [], moveOn: 'Completed', completion: { by: 'completed' } },
  },
  {
    ...{ moduleId: 'kuis', kind: 'quiz', title: { id: 'Kuis etika' }, parts: 1, required: true },
    ...{ after: [], moveOn: 'CompletedOrPassed', madeIn: { quizId: 'whole', title: 'Kuis <b>etika</b>' } },
    quiz: {
      shuffleQuestions: false,
      review: 'marks',
      reviewFrom: 'end',
      passMark: 0.7,
      timeLimitSeconds: 90,
    },
  },
];

const studioChanges: ChangeView = {
  from: 1,
  modules: [
    { title: { id: 'Kelola data' }, change: 'same', moved: true },
    { title: { id: 'Wawancara' }, change: 'added', moved: false },
    {
      ...{ title: { id: 'Ujian' }, change: 'replaced', moved: false, quizRules: ['passMark'] },
      questions: { added: ['Etika'], removed: [], changed: ['<b>Data</b>', 'B', 'C', 'D', 'E', 'F'] },
    },
  ],
  parts: [{ title: { id: 'Bagian 2' }, change: 'criterion' }],
  ...{ carried: 4, running: 12, moving: 0, partly: false },
};

const classificationChoices: ClassificationChoices = {
  coreValues: {
    isConfirmed: true,
    rows: [
      { code: 'service', name: { id: 'Berorientasi Pelayanan', en: 'Service-oriented' } },
      { code: 'competent', name: { id: 'Kompeten', en: 'Competent' } },
    ],
  },
  fields: {
    isConfirmed: false,
    rows: [
      { code: 'statistik', name: { id: 'Statistik', en: 'Statistics' } },
      { code: 'kearsipan', name: { id: 'Kearsipan', en: 'Archives' } },
    ],
  },
  digitalPillars: {
    isConfirmed: false,
    rows: [{ code: 'skills', name: { id: 'Kecakapan digital', en: 'Digital skills' } }],
  },
  certification: { isConfirmed: false, rows: [{ code: 'course', name: { id: 'Kursus', en: 'Course' } }] },
};

export const studioCourse: StudioCourseView = {
  courseId: course.courseId,
  title: course.title,
  status: 'published',
  jp: jp(4),
  publishedVersion: 1,
  changedAt: '2026-11-22T03:00:00.000Z',
  rev: 7,
  admission: { mode: 'open', seats: 120 },
  versionRule: 'stay',
  draft: {
    title: course.title,
    description: course.description ?? {},
    jp: jp(4),
    facts: {
      ...{ form: 'NKL03', subject: 'data', competencies: ['Tata kelola data'], languages: ['id'] },
      ...{ audience: { id: 'Analis data' }, price: 0, minutes: 180 },
      classification: { coreValues: ['competent'], fields: ['statistik'], digitalPillars: ['skills'] },
    },
    modules: studioModules,
  },
  choices: classificationChoices,
  changes: studioChanges,
  unused: [
    {
      ...{ packageId: 'p-lama', kind: 'cmi5', title: { id: 'Versi lama' } },
      importedAt: '2026-10-02T03:00:00.000Z',
    },
  ],
  review: {
    ...{ version: 2, state: 'returned', submittedAt: '2026-11-22T04:00:00.000Z' },
    comments: [
      {
        ...{ by: 'Putu Contoh', side: 'reviewer', at: '2026-11-23T04:00:00.000Z' },
        text: 'Teks video belum ada.',
      },
    ],
  },
  versions: [
    { version: 2, importedAt: '2026-11-22T03:00:00.000Z', parts: 5, state: 'ready', isPackage: false },
    { version: 1, importedAt: '2026-10-02T03:00:00.000Z', parts: 4, state: 'published', isPackage: true },
  ],
};

export const rejectedImport: ImportView = {
  importId: 'job-1',
  fileName: 'data-terbuka-v2.zip',
  startedAt: '2026-11-24T02:00:00.000Z',
  state: 'rejected',
  step: 'checking',
  findings: [
    {
      severity: 'error',
      file: 'cmi5.xml',
      line: 42,
      column: 7,
      rule: '8.1.3.0-3',
      problem: { id: 'Dua bagian memakai id yang sama.', en: 'Two assignable units have the same id.' },
      mend: { id: 'Beri setiap bagian id yang berbeda.', en: 'Give every unit an id of its own.' },
    },
    {
      severity: 'warning',
      file: 'media/intro.mp4',
      rule: 'sinau.large-file',
      problem: {
        id: 'Berkas 180 MB berat di jaringan seluler.',
        en: 'A file of 180 MB is heavy on mobile networks.',
      },
    },
  ],
};

export const acceptedImport: ImportView = {
  ...rejectedImport,
  state: 'accepted',
  step: 'done',
  courseId: course.courseId,
  findings: rejectedImport.findings.slice(1),
  content: { title: course.title, parts: 5, files: 128 },
};

export const learning: readonly LearningRow[] = [
  {
    personId: 'p1',
    name: 'Siti Rahmawati, S.Kom.',
    courseId: course.courseId,
    course: course.title,
    state: 'active',
    percent: 40,
    begun: true,
    enrolledAt: '2026-11-20T01:00:00.000Z',
  },
  {
    personId: 'p3',
    name: 'Made Wirawan',
    courseId: course.courseId,
    course: course.title,
    state: 'active',
    percent: 0,
    begun: false,
    enrolledAt: '2026-11-23T01:00:00.000Z',
  },
  {
    personId: 'p2',
    name: 'Yohanis',
    courseId: 'dasar-anggaran',
    course: { id: 'Dasar-Dasar Penganggaran Berbasis Kinerja' },
    state: 'completed',
    percent: 100,
    begun: true,
    enrolledAt: '2026-10-20T01:00:00.000Z',
    completedAt: '2026-11-21T01:00:00.000Z',
    providerWord: { score: { at: '2026-11-23T01:00:00.000Z', from: 70, to: 85 } },
  },
  {
    personId: 'p2',
    name: 'Yohanis',
    courseId: 'ditarik',
    course: { id: 'Analisis Kebijakan' },
    state: 'taken-back',
    percent: 100,
    begun: true,
    enrolledAt: '2026-09-20T01:00:00.000Z',
    completedAt: '2026-10-21T01:00:00.000Z',
    providerWord: {
      takenBack: '2026-11-24T01:00:00.000Z',
      completion: { at: '2026-11-24T01:00:00.000Z', from: 'completed', to: 'not-completed' },
    },
  },
];

export const statementRow: StatementRow = {
  statementId: '7f1c2b7e-0000-4000-8000-000000000001',
  stored: '2026-11-24T00:59:59.000Z',
  actor: 'Siti Rahmawati, S.Kom.',
  verbId: 'http://adlnet.gov/expapi/verbs/passed',
  verb: { en: 'passed' },
  object: { id: 'Kuis <b>akhir</b>' },
  course: { id: 'Keamanan informasi' },
  score: 87.5,
  success: true,
};

export const statementView: StatementView = {
  ...statementRow,
  timestamp: '2026-11-24T00:59:58.000Z',
  authority: 'Sinau',
  version: '1.0.0',
  voided: true,
  voiding: false,
  refersTo: '7f1c2b7e-0000-4000-8000-000000000002',
  referrers: [{ ...statementRow, statementId: '7f1c2b7e-0000-4000-8000-000000000003', voiding: true }],
  attachments: [
    { display: { id: 'Sertifikat' }, contentType: 'application/pdf', bytes: 20_480, sha2: 'a'.repeat(64) },
  ],
  facets: { who: 'p1', verb: statementRow.verbId, activity: 'https://sinau.example/a/1' },
  json: '{\n  "id": "7f1c2b7e-0000-4000-8000-000000000001",\n  "x": "</pre><script>alert(1)</script>"\n}',
  curl: "curl 'https://sinau.example/xapi/statements?statementId=7f1c2b7e-0000-4000-8000-000000000001'",
};

const ofAgency = { kind: 'agency', agencyId: 'agency-1' as AgencyId } as const;

/** One client whose secret is being replaced, and one that is out. */
export const clients: readonly ApiClient[] = [
  {
    clientId: 'agency-client-1',
    name: 'Dasbor kepegawaian',
    tenant: ofAgency,
    scopes: ['records/read', 'people/provision'],
    state: 'active',
    scimAddress: 'https://sinau.example/scim/v2',
    createdAt: '2026-11-01T01:00:00.000Z',
    createdBy: 'Rina Kartika',
    lastUsedAt: '2026-11-24T01:00:00.000Z',
    requestsPerSecond: 600,
    secrets: [
      {
        number: 1,
        createdAt: '2026-11-01T01:00:00.000Z',
        validUntil: '2026-11-25T01:00:00.000Z',
        lastUsedAt: '2026-11-24T01:00:00.000Z',
      },
      { number: 2, createdAt: '2026-11-24T02:00:00.000Z' },
    ],
  },
  {
    clientId: 'agency-client-2',
    name: 'Arsip lama',
    tenant: ofAgency,
    scopes: ['records/read'],
    state: 'disabled',
    createdAt: '2026-10-01T01:00:00.000Z',
    disabledAt: '2026-10-20T01:00:00.000Z',
    secrets: [],
  },
];

/** Every part once, in each of its states. */
export const health: HealthView = {
  status: 'degraded',
  checkedAt: '2026-11-24T02:00:00.000Z',
  parts: [
    {
      name: 'projector',
      state: 'attention',
      lagSeconds: 95,
      lastSuccessAt: '2026-11-24T01:58:00.000Z',
      lastRecordAt: '2026-11-24T01:57:59.000Z',
      oldestWaitingAt: '2026-11-24T01:58:25.000Z',
    },
    { name: 'records', state: 'ok', held: 0, consistentThrough: '2026-11-24T01:59:48.000Z' },
    { name: 'imports', state: 'ok', unfinished: 2, silentSince: '2026-11-24T01:59:00.000Z' },
    { name: 'queue-imports', state: 'ok', waiting: 1, inFlight: 1, deadLetters: 0 },
    { name: 'queue-mails', state: 'silent' },
    { name: 'queue-pushes', state: 'ok', waiting: 0, inFlight: 4, deadLetters: 0 },
    { name: 'queue-streams', state: 'attention', deadLetters: 3 },
    { name: 'queue-jobs', state: 'ok', deadLetters: 0 },
  ],
};

export const reviewedQuiz: ReviewedQuiz = {
  course: studioCourse.title,
  title: { id: 'Kuis pelayanan' },
  sections: [
    {
      name: 'Dasar',
      pick: 1,
      questions: [
        {
          ...{ form: 'choice', prompt: 'Siapa yang dilayani?', points: 2, explanation: 'Lihat modul 1.' },
          answers: [
            { text: 'Warga', share: 1 },
            { text: 'Atasan', share: 0 },
          ],
        },
        {
          ...{ form: 'numeric', prompt: 'Berapa hari?', points: 1 },
          answers: [{ number: { value: 2.5, tolerance: 1, unit: 'hari' }, share: 0.5 }],
        },
      ],
    },
  ],
};

export const reviewedVersion: ReviewedVersion = {
  ...{ courseId: studioCourse.courseId, version: 2, rev: 7, title: studioCourse.title },
  ...{ description: studioCourse.draft.description, jp: jp(4), provider: 'Universitas Nusantara' },
  ...{ facts: studioCourse.draft.facts, modules: studioModules, state: 'submitted' },
  classified: {
    ...{ fields: [{ id: 'Statistik', en: 'Statistics' }], coreValues: [], digitalPillars: [] },
  },
  ...{ versionRule: 'move-with-results', changes: { ...studioChanges, moving: 12 } },
  ...{ submittedBy: 'Rina Contoh', submittedAt: '2026-11-24T02:00:00.000Z', checked: [] },
  comments: studioCourse.review?.comments ?? [],
  mayDecide: true,
};
