import { type Course, listProviderCourses } from '@sinau/catalogue';
import type { PersonPrincipal } from '@sinau/kernel';
import {
  bankPage,
  changeQuiz,
  createQuiz,
  deleteQuiz,
  freezeQuiz,
  getQuiz,
  listQuestions,
  listQuizzes,
  lookIntoQuiz,
  newQuizSchema,
  placementSchema,
  placeQuiz,
  type QuizDraft,
  QuizIncomplete,
  quizChangeSchema,
  writeMarks,
} from '@sinau/questions';
import type { QuizView, QuizzesPorts } from '@sinau/web';
import { createQuizCourses } from '../shared/quiz-courses.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

const shownCourses = 100;

/** Use cases of quizzes for the studio's pages; the provider comes from the session alone. */
export function joinQuizzes(deps: PortalDeps): QuizzesPorts {
  const { bank, quizzes, clock, ids, digest } = deps;
  const courses = createQuizCourses({ ...deps, queue: deps.importQueue });
  const making = { bank, quizzes, clock, ids, digest };
  return {
    quizzesOf: async (principal) =>
      (await listQuizzes(deps, { principal })).map(({ quizId, title, sections, placements, updatedAt }) => ({
        ...{ quizId, title, updatedAt, placements: placements.length },
        questions: sections
          .map(({ source }) => (source.kind === 'chosen' ? source.questions.length : source.count))
          .reduce((all, some) => all + some, 0),
      })),
    create: async (principal, title) =>
      createQuiz(making, { principal, request: requestOfForm(newQuizSchema, { title }) }),
    quizOf: async (principal, quizId) => viewOf(deps, principal, await getQuiz(deps, { principal, quizId })),
    change: async (principal, quizId, { sections, ...given }) => {
      const change = requestOfForm(quizChangeSchema, { ...given, sections });
      const changed = await changeQuiz(making, { principal, quizId, change });
      return { rev: changed.rev, sectionIds: changed.sections.map(({ sectionId }) => sectionId) };
    },
    delete: async (principal, quizId, rev) => deleteQuiz(deps, { principal, quizId, rev }),
    place: async (principal, quizId, where) => {
      const request = requestOfForm(placementSchema, where);
      const { packageId } = await placeQuiz({ ...making, courses }, { principal, quizId, request });
      return { importId: packageId };
    },
    candidatesOf: async (principal, quizId, filter) => {
      const { sections } = await getQuiz(deps, { principal, quizId });
      const asked = new Set(
        sections.flatMap(({ source }) =>
          source.kind === 'chosen' ? source.questions.map((one) => one.questionId) : [],
        ),
      );
      // As many more as there are of those that it asks already, so that a page is full.
      const limit = bankPage.most + asked.size;
      const query = { ...filter, status: 'ready' } as const;
      const { entries } = await listQuestions(deps, { principal, query, limit });
      return entries.filter(({ questionId }) => !asked.has(questionId)).slice(0, bankPage.most);
    },
  };
}

async function viewOf(deps: PortalDeps, principal: PersonPrincipal, quiz: QuizDraft): Promise<QuizView> {
  const [looked, { courses }, { counts }, digest] = await Promise.all([
    lookIntoQuiz(deps, quiz),
    listProviderCourses(deps, { principal, limit: shownCourses }),
    listQuestions(deps, { principal, query: {}, limit: 1 }),
    quiz.placements.length > 0 ? digestOf(deps, quiz) : undefined,
  ]);
  const titles = new Map(courses.map(({ courseId, title }) => [String(courseId), title]));
  const { quizId, title, introduction = [], rules, rev, placements } = quiz;
  return {
    ...{ quizId, title, introduction: writeMarks(introduction), rules, rev },
    sections: quiz.sections.map((section, index) => ({
      ...section,
      entries: looked[index]?.questions ?? [],
      problems: (looked[index]?.issues ?? []).map(({ path, requirement = '' }) => {
        const question = /\/questions\/(\d+)$/.exec(path)?.[1];
        const rule = requirement.replace(/^quizzes\./, '');
        return { rule, ...(question !== undefined && { question: Number(question) }) };
      }),
    })),
    problems: quiz.sections.length === 0 ? ['sections-none'] : [],
    placements: placements.map((placement) => {
      const course = titles.get(placement.courseId);
      const { packageId: importId, at } = placement;
      return { importId, at, changed: placement.digest !== digest, ...(course && { course }) };
    }),
    courses: courses.map(placeIn),
    categories: counts.categories.map(([path]) => path),
  };
}

const placeIn = ({ courseId, draft }: Course): QuizView['courses'][number] => ({
  courseId,
  title: draft.title,
  quizzes: draft.modules
    .filter(({ kind }) => kind === 'quiz')
    .map(({ moduleId, title }) => ({ moduleId, title })),
});

/** Undefined for a quiz that could not be put into a course now. */
async function digestOf(deps: PortalDeps, quiz: QuizDraft): Promise<string | undefined> {
  try {
    return (await freezeQuiz(deps, quiz)).digest;
  } catch (error) {
    if (!(error instanceof QuizIncomplete)) throw error;
    return undefined;
  }
}
