import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { parseQuizDocument, textOf } from '@sinau/quiz';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotAnAuthor, QuestionChanged, QuizIncomplete, QuizNotFound, TooManyQuizzes } from '../errors.ts';
import { memoryBankStore } from '../testing/memory-bank-store.ts';
import { memoryQuizStore } from '../testing/memory-quiz-store.ts';
import { sampleQuestion } from '../testing/sample-questions.ts';
import { changeQuiz, createQuiz, deleteQuiz, getQuiz, listQuizzes, lookIntoQuiz } from './edit-quizzes.ts';
import { freezeQuiz } from './freeze-quiz.ts';
import { placementSchema, placeQuiz } from './place-quiz.ts';
import type { QuizCourses } from './ports.ts';
import { newQuizSchema, type QuizDraft, quizChangeSchema } from './quiz-draft.ts';

const providerId = 'provider-a' as ProviderId;
const principal: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Ratna Contoh',
  roles: ['provider-author'],
  providerId,
};

function world() {
  let n = 0;
  const next = () => {
    n += 1;
    return n;
  };
  const sent: Parameters<QuizCourses['submit']>[0][] = [];
  return {
    bank: memoryBankStore(),
    quizzes: memoryQuizStore(),
    digest: { sha256: (text: string) => `${text.length}:${text}` },
    clock: { now: () => new Date(Date.UTC(2026, 2, 2) + next() * 1_000) },
    ids: { uuid: () => `20000000-0000-4000-8000-${String(next()).padStart(12, '0')}`, token: () => 't' },
    sent,
    courses: {
      submit: async (package_: Parameters<QuizCourses['submit']>[0]) => {
        sent.push(package_);
        return `job-${sent.length}`;
      },
    },
  };
}

let deps: ReturnType<typeof world>;
beforeEach(() => {
  deps = world();
});

const create = (more: object = {}) =>
  createQuiz(deps, { principal, request: newQuizSchema.parse({ title: 'Kuis', ...more }) });
async function fill(count: number, given: Parameters<typeof sampleQuestion>[0] = { providerId }) {
  const questions = Array.from({ length: count }, () => sampleQuestion(given));
  await deps.bank.add(providerId, questions);
  return questions.map(({ question }) => question.questionId);
}
const chosen = (ids: readonly string[], points?: number) => ({
  source: {
    kind: 'chosen',
    questions: ids.map((questionId) => ({ questionId, ...(points && { points }) })),
  },
});
const drawn = (category: string, count: number) => ({ source: { kind: 'drawn', category, count } });
const place = (quiz: QuizDraft, module = 'new') =>
  placeQuiz(deps, {
    ...{ principal, quizId: quiz.quizId },
    request: placementSchema.parse({ rev: quiz.rev, courseId: 'c1', module }),
  });
const issuesOf = (quiz: QuizDraft) =>
  freezeQuiz(deps, quiz).then(
    () => [],
    (error: QuizIncomplete) => error.issues.map(({ path, requirement }) => [path, requirement]),
  );

describe('a quiz', () => {
  it('is frozen with the questions it chose, as they are now, and some of a category that are ready', async () => {
    const [a = '', b = ''] = await fill(2, { providerId, category: 'Lain' });
    const ready = await fill(3, { providerId, category: 'Etika/Dasar' });
    await fill(1, { providerId, category: 'Etika', status: 'draft' });
    await fill(1, { providerId, category: 'Etikaku' });
    const first = ready[0] ?? '';
    const quiz = await create({
      introduction: 'Selamat **mengerjakan**',
      sections: [{ title: 'Wajib', ...chosen([b, a, first], 5) }, drawn('Etika', 2)],
      rules: { shuffleQuestions: true, review: 'marks', reviewFrom: 'end', passMark: 0.7 },
    });
    const frozen = await freezeQuiz(deps, quiz);
    expect(frozen.quiz).toMatchObject({
      title: 'Kuis',
      introduction: [{ runs: [{ text: 'Selamat ' }, { text: 'mengerjakan', strong: true }] }],
      rules: { passMark: 0.7 },
      sections: [
        {
          title: 'Wajib',
          questions: [{ questionId: b, points: 5 }, { questionId: a }, { questionId: first }],
        },
        { pick: 2, questions: ready.slice(1).map((questionId) => ({ questionId, points: 1 })) },
      ],
    });
    expect((await freezeQuiz(deps, quiz)).digest).toBe(frozen.digest);
    const looked = await lookIntoQuiz(deps, quiz);
    expect(looked.map(({ questions }) => questions.length)).toEqual([3, 2]);
  });

  it('says what stands in the way of a course', async () => {
    const [a = ''] = await fill(1);
    const [draft = ''] = await fill(1, { providerId, status: 'draft' });
    const absent = '20000000-0000-4000-8000-999999999999';
    const quiz = await create({
      sections: [chosen([]), chosen([a, a, draft, absent]), drawn('Berhitung', 1)],
    });
    expect(await issuesOf(quiz)).toEqual([
      ['/sections/0', 'quizzes.questions-none'],
      ['/sections/1/source/questions/1', 'quizzes.question-twice'],
      ['/sections/1/source/questions/2', 'quizzes.question-not-ready'],
      ['/sections/1/source/questions/3', 'quizzes.question-absent'],
      ['/sections/2/source/count', 'quizzes.draw-too-many'],
    ]);
    expect(await issuesOf(await create())).toEqual([['/sections', 'quizzes.sections-none']]);
    await expect(place(quiz)).rejects.toThrow(QuizIncomplete);
    expect(deps.sent).toEqual([]);
  });

  it('asks no more questions than a quiz may hold', async () => {
    await fill(501, { providerId, category: 'Besar' });
    expect(await issuesOf(await create({ sections: [drawn('Besar', 5)] }))).toEqual([
      ['/sections', 'quizzes.questions-many'],
    ]);
  });

  it('goes into a course by the import, and what came of it remembers the quiz', async () => {
    const [a = ''] = await fill(1);
    const quiz = await create({ title: 'Etika: <b>dasar</b>/..', sections: [chosen([a])] });
    const placement = await place(quiz);
    expect(deps.sent).toMatchObject([{ courseId: 'c1', module: 'new', fileName: 'Etika-b-dasar-b.json' }]);
    const parsed = parseQuizDocument(JSON.parse(deps.sent[0]?.document ?? ''));
    expect(parsed).toMatchObject({
      outcome: 'read',
      value: { sections: [{ questions: [{ questionId: a }] }] },
    });
    expect(placement.packageId).toBe('job-1');
    expect(await deps.quizzes.quizOf(providerId, 'job-1')).toBe(quiz.quizId);
    const after = await getQuiz(deps, { principal, quizId: quiz.quizId });
    expect(after.placements).toEqual([placement]);
    expect((await freezeQuiz(deps, after)).digest).toBe(placement.digest);
  });

  it('shows that a question was changed since it was put into a course', async () => {
    const [a = ''] = await fill(1);
    const quiz = await create({ sections: [chosen([a])] });
    const { digest } = await place(quiz);
    const before = await deps.bank.find({ providerId, questionId: a });
    if (!before) throw new Error('it was there');
    const question = { ...before.question, prompt: textOf('Lain') };
    await deps.bank.replace({ ...before, question, rev: before.rev + 1 });
    expect((await freezeQuiz(deps, quiz)).digest).not.toBe(digest);
  });

  it('is put into a course once by two clicks, and keeps a change that comes in between', async () => {
    const [a = ''] = await fill(1);
    const quiz = await create({ sections: [chosen([a])] });
    const results = await Promise.allSettled([place(quiz), place(quiz)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(deps.sent).toHaveLength(1);

    const now = await getQuiz(deps, { principal, quizId: quiz.quizId });
    const submit = async () => {
      const change = { ...quizChangeSchema.parse({ title: 'Diubah', rev: now.rev + 1 }) };
      await changeQuiz(deps, { principal, quizId: quiz.quizId, change });
      return 'job-9';
    };
    const request = placementSchema.parse({ rev: now.rev, courseId: 'c2' });
    await placeQuiz({ ...deps, courses: { submit } }, { principal, quizId: quiz.quizId, request });
    expect(await getQuiz(deps, { principal, quizId: quiz.quizId })).toMatchObject({
      title: 'Diubah',
      placements: [{ packageId: 'job-9', courseId: 'c2' }, { packageId: 'job-1' }],
    });
  });

  it('is changed and deleted once per revision; sections keep their ids', async () => {
    const quiz = await create({ sections: [drawn('A', 1), drawn('B', 1)] });
    const own = { principal, quizId: quiz.quizId };
    const [one, two] = quiz.sections;
    const change = quizChangeSchema.parse({ title: 'Lain', rev: 1, sections: [two, one, drawn('C', 1)] });
    const changed = await changeQuiz(deps, { ...own, change });
    expect(changed.sections.slice(0, 2).map(({ sectionId }) => sectionId)).toEqual(
      [two, one].map((s) => s?.sectionId),
    );
    await expect(changeQuiz(deps, { ...own, change })).rejects.toThrow(QuestionChanged);
    await expect(deleteQuiz(deps, { ...own, rev: 1 })).rejects.toThrow(QuestionChanged);
    await deleteQuiz(deps, { ...own, rev: 2 });
    await expect(getQuiz(deps, own)).rejects.toThrow(QuizNotFound);
  });

  it('C2, C5: is for authors of its own provider alone', async () => {
    const { quizId } = await create();
    const foreign = { ...principal, providerId: 'provider-b' as ProviderId };
    await expect(getQuiz(deps, { principal: foreign, quizId })).rejects.toThrow(QuizNotFound);
    await expect(getQuiz(deps, { principal: foreign, quizId: 'x' })).rejects.toThrow(QuizNotFound);
    expect(await listQuizzes(deps, { principal: foreign })).toEqual([]);
    const learner: PersonPrincipal = { ...principal, roles: ['learner', 'reviewer'] };
    await expect(getQuiz(deps, { principal: learner, quizId })).rejects.toThrow(NotAnAuthor);
  });

  it('is one of at most two hundred', async () => {
    for (let n = 0; n < 200; n += 1) await create();
    await expect(create()).rejects.toThrow(TooManyQuizzes);
  });
});
