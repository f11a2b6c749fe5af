import type { QuestionEntry } from '../questions/ports.ts';
import type { QuizView, QuizzesPorts } from '../quizzes/ports.ts';

const entry = (questionId: string, title: string): QuestionEntry => ({
  ...{
    questionId,
    title,
    kind: 'choice',
    points: 1,
    preview: '<script>alert(1)</script>',
    tags: [],
    language: 'id',
  },
  ...{ category: 'Etika/Dasar', status: 'ready', updatedAt: '2026-11-24T01:00:00.000Z' },
});
const entries = [entry('q1', 'Soal <b>satu</b>'), entry('q2', 'Soal dua')];

const empty: QuizView = {
  ...{
    quizId: 'empty',
    title: 'Kuis baru',
    introduction: '',
    rev: 1,
    sections: [],
    problems: ['sections-none'],
  },
  rules: { shuffleQuestions: false, review: 'answers', reviewFrom: 'submission' },
  ...{ placements: [], courses: [], categories: [] },
};

const whole: QuizView = {
  ...{
    ...empty,
    quizId: 'whole',
    title: 'Kuis <b>etika</b>',
    introduction: 'Selamat **mengerjakan**',
    rev: 4,
  },
  rules: {
    ...{ shuffleQuestions: true, review: 'marks', reviewFrom: 'end' },
    ...{ timeLimitSeconds: 1_800, maxAttempts: 3, passMark: 0.7 },
  },
  problems: [],
  sections: [
    {
      ...{ sectionId: 's1', title: 'Dasar', entries, problems: [] },
      source: { kind: 'chosen', questions: [{ questionId: 'q1', points: 2.5 }, { questionId: 'q2' }] },
    },
    {
      ...{ sectionId: 's2', entries, problems: [] },
      source: { kind: 'drawn', category: 'Etika', count: 2 },
    },
  ],
  placements: [
    { importId: 'job-2', course: { id: 'Etika <b>' }, at: '2026-11-24T01:00:00.000Z', changed: true },
    { importId: 'job-1', at: '2026-11-20T01:00:00.000Z', changed: false },
  ],
  courses: [
    { courseId: 'c1', title: { id: 'Etika <b>' }, quizzes: [{ moduleId: 'm4', title: { id: 'Kuis lama' } }] },
  ],
  categories: ['Etika', 'Etika/Dasar'],
};

const broken: QuizView = {
  ...{ ...whole, quizId: 'broken', courses: [] },
  sections: [
    {
      ...{ sectionId: 's1', entries: [undefined, entries[0]] },
      problems: [
        { rule: 'question-absent', question: 0 },
        { rule: 'question-not-ready', question: 1 },
      ],
      source: { kind: 'chosen', questions: [{ questionId: 'q9' }, { questionId: 'q1' }] },
    },
    {
      ...{ sectionId: 's2', entries: [], problems: [{ rule: 'draw-too-many' }] },
      source: { kind: 'drawn', category: 'Hilang', count: 5 },
    },
  ],
};

export function createQuizFixtures(absent: () => Error): QuizzesPorts {
  const views: Readonly<Record<string, QuizView>> = { whole, broken, empty };
  return {
    quizzesOf: async () =>
      Object.values(views).map(({ quizId, title, placements }, index) => ({
        ...{ quizId, title, questions: index * 4, placements: placements.length },
        updatedAt: '2026-11-24T01:00:00.000Z',
      })),
    create: async () => ({ quizId: 'empty' }),
    quizOf: async (_, quizId) => {
      const view = views[quizId];
      if (!view) throw absent();
      return view;
    },
    change: async (_, __, { rev, sections }) => ({
      rev: rev + 1,
      sectionIds: sections.map(({ sectionId }, index) => sectionId ?? `new-${index}`),
    }),
    delete: async () => undefined,
    place: async () => ({ importId: 'job-1' }),
    candidatesOf: async (_, __, { q }) => (q === 'kosong' ? [] : entries),
  };
}
