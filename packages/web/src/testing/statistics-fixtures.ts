import type { Jp } from '@sinau/kernel';
import type {
  CourseStatisticsView,
  ModuleStatisticsView,
  StatisticsHead,
  StatisticsPorts,
} from '../statistics/ports.ts';

const modules = [
  { moduleId: 'm1', kind: 'video', title: { id: 'Pengantar <b>integritas</b>' } },
  { moduleId: 'm2', kind: 'scorm12', title: { id: 'Kuis gratifikasi' } },
] as const;

const head: StatisticsHead = {
  ...{ courseId: 'x', title: { id: 'Integritas' }, version: 2, versions: [2, 1], sampled: 1 },
  ...{ asOf: '2026-11-24T02:00:00.000Z', learners: 40, suppressed: false, from: '2026-01' },
};

const course: CourseStatisticsView = {
  ...head,
  ...{ modules, stated: { minutes: 90, jp: 200 as Jp } },
  steps: [
    { kind: 'enrolled', people: 40, share: 1 },
    { kind: 'started', people: 35, share: 0.88 },
    { kind: 'module-started', moduleId: 'm1', people: 35, share: 0.88 },
    { kind: 'module-finished', moduleId: 'm1', people: 20, share: 0.5 },
    { kind: 'module-started', moduleId: 'm2', people: 20, share: 0.5 },
    { kind: 'module-finished', moduleId: 'm2', people: 'few' },
    { kind: 'completed', people: 'few' },
  ],
  stops: [{ people: 5 }, { moduleId: 'm1', people: 15 }, { moduleId: 'm2', people: 'few' }],
  times: [
    { people: 'few' },
    { moduleId: 'm1', people: 20, quartiles: { lower: 300, median: 420, upper: 900 } },
    { moduleId: 'm2', people: 'few' },
  ],
  launches: [
    { moduleId: 'm1', launches: 60, abandoned: 10, share: 0.17 },
    { moduleId: 'm2', launches: 25, abandoned: 'few' },
  ],
  troubled: [
    {
      ...{ sessionId: 's-1', startedAt: '2026-11-23T02:00:00.000Z', learner: '0123456789abcdef' },
      moduleId: 'm2',
      kinds: [{ call: 'SetValue', element: 'cmi.core.score.raw', error: 405, times: 3 }],
    },
  ],
};

const video: ModuleStatisticsView = {
  ...head,
  ...{ module: modules[0], started: 35, finished: 20, questions: [], moreQuestions: false },
  time: { moduleId: 'm1', people: 20, quartiles: { lower: 300, median: 420, upper: 900 } },
  watching: {
    ...{ lengthSeconds: 610, viewers: 35 },
    bins: Array.from({ length: 100 }, (_, n) => ({
      from: n * 6.1,
      viewers: n > 95 ? 'few' : 35 - Math.floor(n / 20) * 5,
      again: n > 40 && n < 50 ? 10 : 0,
    })),
  },
  pages: [
    { page: 1, viewers: 35 },
    { page: 2, viewers: 'few' },
  ],
};

const quiz: ModuleStatisticsView = {
  ...head,
  ...{ module: modules[1], started: 20, finished: 'few', time: { moduleId: 'm2', people: 'few' } },
  questions: [
    {
      ...{ question: 'q1', activityId: 'https://contoh.example/q/1', type: 'choice', answers: 20 },
      text: { id: 'Apa itu <script>alert(1)</script> gratifikasi?' },
      choices: [{ id: 'a', text: { id: 'Pemberian' } }, { id: 'b' }],
      figures: {
        ...{ difficulty: 0.82, pointBiserial: -0.12, others: 'few' },
        responses: [
          { response: 'a', people: 15, share: 0.75, correct: true },
          { response: 'b', people: 5, share: 0.25, correct: false },
        ],
      },
    },
    { question: 'q2', activityId: 'https://contoh.example/q/2', answers: 'few' },
  ],
  moreQuestions: true,
};

const nobody = { steps: [], stops: [], times: [], launches: [], troubled: [] };

/** Courses `x`, `kosong` (nobody takes it), `sedikit` (fewer than five do) and `draf` (it has no version). */
export function createStatisticsFixtures(absent: () => Error): StatisticsPorts {
  return {
    courseOf: async (_person, courseId) => {
      if (courseId === 'kosong') return { ...course, ...nobody, courseId, learners: 0, suppressed: true };
      if (courseId === 'sedikit')
        return { ...course, ...nobody, courseId, learners: 'few', suppressed: true };
      if (courseId === 'draf') {
        return { ...course, ...nobody, courseId, version: 0, versions: [], learners: 0, suppressed: true };
      }
      return { ...course, courseId, sampled: courseId === 'nasional' ? 0.02 : 1 };
    },
    moduleOf: async (_person, { moduleId }) => {
      if (moduleId === 'm1') return video;
      if (moduleId === 'm2') return quiz;
      if (moduleId === 'sedikit') return { ...quiz, questions: [], learners: 'few', suppressed: true };
      throw absent();
    },
    launchOf: async (_person, { courseId, sessionId }) => ({
      ...{ courseId, title: { id: 'Integritas' }, sessionId, startedAt: '2026-11-23T02:00:00.000Z' },
      ...{ version: 2, learner: '0123456789abcdef', module: modules[1], calls: 40 },
      wrong:
        sessionId === 'baik'
          ? []
          : [
              {
                ...{ at: '2026-11-23T02:00:05.000Z', call: 'SetValue', element: 'cmi.core.score.raw' },
                ...{ value: 'banyak', error: 405 },
              },
            ],
    }),
    csvOf: async (rows) => rows.map((row) => row.join(',')).join('\r\n'),
  };
}
