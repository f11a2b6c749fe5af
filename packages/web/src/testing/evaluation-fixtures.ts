import type { DomainError } from '@sinau/kernel';
import type {
  EvaluationResultsPorts,
  EvaluationsPorts,
  OwnEvaluationView,
  ResultsView,
  SubjectResultsView,
  TeamEvaluationView,
  YearResultsView,
} from '../evaluations/ports.ts';

const course: OwnEvaluationView = {
  ...{ evaluationId: 'c-baru', kind: 'course', subjectId: 'selesai', supervisorAnswered: false, waits: true },
  title: { id: 'Mengelola <b>Data</b> Terbuka', en: 'Managing <b>open</b> data' },
  ...{ completedAt: '2026-11-20T02:00:00.000Z', score: 88, endOpenUntil: '2027-01-19T02:00:00.000Z' },
};
const said: Pick<OwnEvaluationView, 'reaction' | 'learning'> = {
  reaction: {
    ...{ relevance: 4, delivery: 3, organisation: 3, intention: 4 },
    comment: 'Contohnya <b>jelas</b>.\nWaktunya kurang.',
  },
  learning: { before: 2, after: 4 },
};

/** Just finished; asked three months later; all said and over. */
const own: Readonly<Record<string, OwnEvaluationView>> = {
  'c-baru': course,
  'e-diterapkan': {
    ...{ ...said, evaluationId: 'e-diterapkan', kind: 'event', subjectId: 'hadir', waits: true },
    ...{ title: { id: 'Seminar layanan publik' }, completedAt: '2026-08-20T02:00:00.000Z' },
    ...{ askedAt: '2026-11-18T00:00:00.000Z', appliedOpenUntil: '2027-01-17T00:00:00.000Z' },
    supervisorAnswered: true,
  },
  'c-lewat': {
    ...{ ...said, evaluationId: 'c-lewat', kind: 'course', subjectId: 'selesai', waits: false },
    ...{ title: { id: 'Etika pelayanan' }, completedAt: '2026-04-20T02:00:00.000Z' },
    ...{ askedAt: '2026-07-19T00:00:00.000Z', supervisorAnswered: false },
    applied: { applied: 2, obstacle: 'no-time', example: 'Membuat <b>daftar</b> periksa' },
  },
};

const team: Readonly<Record<string, TeamEvaluationView>> = {
  'c-baru': {
    ...{
      personId: 'p1',
      name: 'Budi <b>S</b>',
      evaluationId: 'c-baru',
      kind: 'course',
      subjectId: 'selesai',
    },
    ...{ title: course.title, completedAt: '2026-08-20T02:00:00.000Z' },
    openUntil: '2027-01-17T00:00:00.000Z',
  },
  'c-lewat': {
    ...{
      personId: 'p1',
      name: 'Budi <b>S</b>',
      evaluationId: 'c-lewat',
      kind: 'course',
      subjectId: 'selesai',
    },
    ...{ title: { id: 'Etika pelayanan' }, completedAt: '2026-04-20T02:00:00.000Z' },
    answer: { applied: 3, obstacle: 'none', example: 'Memimpin rapat' },
  },
};

const question = (counts: readonly number[], mean: number) => ({ counts, mean });
const results: ResultsView = {
  ...{ completed: 1_240, askedLearners: 800, askedSupervisors: 640, score: { mean: 86.5, of: 1_240 } },
  reaction: {
    answers: 310,
    questions: {
      relevance: question([10, 40, 160, 100], 3.13),
      delivery: question([5, 45, 180, 80], 3.08),
      organisation: question([30, 90, 130, 60], 2.71),
      intention: question([8, 32, 150, 120], 3.23),
    },
  },
  learning: {
    ...{ answers: 295, gain: 1.62 },
    questions: {
      before: question([60, 120, 80, 30, 5], 2.32),
      after: question([0, 10, 80, 130, 75], 3.94),
    },
  },
  applied: {
    ...{ answers: 120, obstacles: { none: 40, 'no-time': 50, 'no-means': 30 } },
    questions: { applied: question([20, 40, 40, 20], 2.5) },
  },
};
/** Less than five have said anything. */
const fewResults: ResultsView = { completed: 3, askedLearners: 0, askedSupervisors: 0 };

const subject = (over: Partial<SubjectResultsView> = {}): SubjectResultsView => ({
  ...{ ...results, kind: 'course', subjectId: 'x', title: course.title, owner: 'Universitas <b>N</b>' },
  ...{ year: 2026, years: [2026, 2025] },
  words: {
    reaction: { words: [{ text: 'Contohnya <b>jelas</b>.', month: '2026-11' }], next: 'lanjut' },
    applied: { words: [{ text: 'Membuat daftar periksa', month: '2026-11' }] },
    supervisor: { words: [] },
  },
  ...over,
});

function resultsOf(
  { kind, owner }: Pick<YearResultsView, 'kind' | 'owner'>,
  isEmpty: boolean,
): YearResultsView {
  const { words: _, year, years, ...line } = subject();
  const few = { ...fewResults, kind: 'event', subjectId: 'seminar', owner: 'Badan Contoh' } as const;
  return {
    ...{ year, years, all: isEmpty ? fewResults : results },
    ...(kind && { kind }),
    ...(owner !== undefined && { owner }),
    choices: [{ ownerKey: 'provider.x', owner: 'Universitas <b>N</b>' }],
    owners: isEmpty
      ? []
      : [{ ...results, ownerKey: 'provider.x', owner: 'Universitas <b>N</b>', subjects: 1 }],
    subjects: isEmpty ? [] : [line, { ...few, title: { id: 'Seminar' } }],
  };
}

function resultFixtures(absent: () => DomainError): EvaluationResultsPorts {
  const find = (subjectId: string): SubjectResultsView => {
    if (subjectId === 'tidak-ada') throw absent();
    const { score: _s, reaction: _r, learning: _l, applied: _a, ...empty } = subject({ subjectId });
    if (subjectId === 'sedikit') return { ...empty, ...fewResults };
    return subjectId === 'kosong' ? { ...empty, ...fewResults, completed: 0 } : subject({ subjectId });
  };
  return {
    yearOf: async (_person, { year, ...wish }) => resultsOf(wish, year === 2024),
    subjectOf: async (_person, { kind, subjectId }) => ({ ...find(subjectId), kind }),
    ownCourseOf: async (_person, { subjectId }) => find(subjectId),
    ownEventOf: async (_person, { subjectId }) => ({ ...find(subjectId), kind: 'event' }),
    fileOf: async (_person, { format }) => new TextEncoder().encode(format),
  };
}

export function createEvaluationFixtures(absent: () => DomainError): {
  readonly evaluations: EvaluationsPorts;
  readonly evaluationResults: EvaluationResultsPorts;
} {
  const find = <View>(all: Readonly<Record<string, View>>, id: string): View => {
    const found = all[id];
    if (!found) throw absent();
    return found;
  };
  return {
    evaluationResults: resultFixtures(absent),
    evaluations: {
      listOf: async ({ personId }) => (personId === 'kosong' ? [] : Object.values(own)),
      evaluationOf: async (_person, evaluationId) => find(own, evaluationId),
      answerEnd: async (_person, evaluationId) => void find(own, evaluationId),
      answerApplied: async (_person, evaluationId) => void find(own, evaluationId),
      teamOf: async ({ personId }) => (personId === 'kosong' ? [] : Object.values(team)),
      teamEvaluationOf: async (_person, { evaluationId }) => find(team, evaluationId),
      answerAsSupervisor: async (_person, { evaluationId }) => void find(team, evaluationId),
    },
  };
}
