import { InvalidInput } from '@sinau/kernel';
import type { EditedContent, QuestionEntry, QuestionsPorts, QuestionView } from '../questions/ports.ts';

const base = { title: 'Soal <b>tebal</b>', prompt: 'Apa **itu** <script>alert(1)</script>?', points: 2.5 };

const contents: Readonly<Record<string, EditedContent>> = {
  choice: {
    ...{ ...base, kind: 'choice', multiple: true, shuffle: true, explanation: 'Karena *begitu*.' },
    choices: [
      { id: 'a', text: 'Satu', share: 0.5 },
      { id: 'b', text: 'Dua', share: 0.5, feedback: 'Tepat' },
      { id: 'c', text: 'Tiga', share: -0.25 },
    ],
  },
  'true-false': {
    ...{ ...base, kind: 'choice', multiple: false, trueFalse: true, shuffle: false },
    choices: [
      { id: 'true', text: 'Benar', share: 0 },
      { id: 'false', text: 'Salah', share: 1 },
    ],
  },
  numeric: {
    ...{ ...base, kind: 'numeric', unit: 'm' },
    answers: [
      { value: 3.5, tolerance: 0.1, share: 1 },
      { value: 3, tolerance: 0, share: 0.5 },
    ],
  },
  'short-text': {
    ...{ ...base, kind: 'short-text', caseSensitive: true },
    answers: [{ text: 'integritas*', share: 1 }],
  },
  matching: {
    ...{ ...base, kind: 'matching', shuffle: true },
    sources: [
      { id: 's1', text: 'satu', targetId: 't1' },
      { id: 's2', text: 'eins', targetId: 't1' },
      { id: 's3', text: 'dua', targetId: 't2' },
    ],
    targets: [
      { id: 't1', text: '1' },
      { id: 't2', text: '2' },
      { id: 't9', text: '9' },
    ],
  },
  ordering: {
    ...{ ...base, kind: 'ordering' },
    items: [
      { id: 'i1', text: 'pertama' },
      { id: 'i2', text: 'kedua' },
    ],
  },
};

/** Questions by the name of their form; `archived` too. */
export function questionView(questionId: string, absent: () => Error): QuestionView {
  const question = questionId === 'archived' ? contents.choice : contents[questionId];
  if (!question) throw absent();
  return {
    ...{ questionId, question, category: 'Etika/Dasar', tags: ['kpk', 'pns'], language: 'id', rev: 3 },
    status: questionId === 'archived' ? 'archived' : 'ready',
    updatedAt: '2026-11-24T01:00:00.000Z',
  };
}

const entries: readonly QuestionEntry[] = Object.entries(contents).map(
  ([questionId, { kind, title, points }]) => ({
    ...{
      questionId,
      kind,
      title,
      points,
      preview: 'Apa itu <script>alert(1)</script>?',
      category: 'Etika/Dasar',
    },
    ...{ tags: ['kpk'], language: 'id', status: 'ready', updatedAt: '2026-11-24T01:00:00.000Z' },
  }),
);

export function createQuestionFixtures(absent: () => Error): QuestionsPorts {
  const counts = {
    status: { draft: 1, ready: 6, archived: 2 },
    kind: { choice: 2, numeric: 1 },
    categories: [
      ['Etika', 6],
      ['Etika/Dasar', 6],
    ],
  } as const;
  return {
    bankOf: async (_, { filter }) => {
      const found = filter.q === 'kosong' ? [] : entries;
      const all = filter.q === 'baru' ? 0 : 9;
      return {
        provider: 'Universitas Nusantara',
        entries: found,
        total: found.length,
        all,
        counts,
        next: 'n',
      };
    },
    categoriesOf: async () => ['Etika', 'Etika/Dasar'],
    questionOf: async (_, questionId) => questionView(questionId, absent),
    create: async () => ({ questionId: 'choice' }),
    change: async () => undefined,
    importModule: async (_, { moduleId }) => ({
      ...{ total: 5, added: moduleId === 'kosong' ? 0 : 3, known: 1, withoutImages: ['Peta <b>'] },
      unfit: [{ title: 'Gambar <b>', rule: 'text-missing' }],
    }),
    exported: async (_, { q }) => {
      if (q === 'banyak') throw new InvalidInput('x');
      return '{"sinauQuestions":1,"questions":[]}';
    },
    archive: async () => undefined,
    restore: async () => undefined,
    duplicate: async () => ({ questionId: 'choice' }),
  };
}
