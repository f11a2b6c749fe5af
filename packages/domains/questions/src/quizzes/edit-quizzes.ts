import type { Clock, FieldIssue, Ids, Principal } from '@sinau/kernel';
import { authoredProvider } from '../author.ts';
import { QuestionChanged, QuizNotFound, TooManyQuizzes } from '../errors.ts';
import type { BankStore } from '../ports.ts';
import { questionsOf } from './freeze-quiz.ts';
import type { QuizStore } from './ports.ts';
import {
  type DraftSection,
  isQuizId,
  type NewQuiz,
  type QuizChange,
  type QuizDraft,
  quizDraftLimits,
} from './quiz-draft.ts';

interface QuizDeps {
  readonly quizzes: QuizStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface OwnQuiz {
  readonly principal: Principal;
  readonly quizId: string;
}

/** A quiz of the caller's own provider. */
export async function getQuiz(
  { quizzes }: Pick<QuizDeps, 'quizzes'>,
  { principal, quizId }: OwnQuiz,
): Promise<QuizDraft> {
  const providerId = authoredProvider(principal);
  const found = isQuizId(quizId) ? await quizzes.find({ providerId, quizId }) : undefined;
  if (!found) throw new QuizNotFound();
  return found;
}

/** Of the caller's own provider, the one changed last first. */
export async function listQuizzes(
  { quizzes }: Pick<QuizDeps, 'quizzes'>,
  { principal }: { readonly principal: Principal },
): Promise<readonly QuizDraft[]> {
  const found = await quizzes.list(authoredProvider(principal));
  return found.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
}

/** What a quiz would ask now, section by section, and what stands in the way of putting it into a course. */
export async function lookIntoQuiz(
  { bank }: { readonly bank: Pick<BankStore, 'listEntries'> },
  quiz: QuizDraft,
) {
  const entries = await bank.listEntries(quiz.providerId);
  const known = new Map(entries.map((entry) => [entry.questionId, entry]));
  return questionsOf(quiz.sections, entries).map(({ questionIds, issues }) => ({
    /** In their order; undefined for one that is not there. */
    questions: questionIds.map((id) => known.get(id)),
    issues: issues as readonly FieldIssue[],
  }));
}

export async function createQuiz(
  deps: QuizDeps,
  { principal, request }: { readonly principal: Principal; readonly request: NewQuiz },
): Promise<QuizDraft> {
  const providerId = authoredProvider(principal);
  const { quizzes: most } = quizDraftLimits;
  if ((await deps.quizzes.list(providerId)).length >= most) throw new TooManyQuizzes(most);
  const at = deps.clock.now().toISOString();
  const quiz: QuizDraft = {
    ...{ quizId: deps.ids.uuid(), providerId, ...request },
    sections: sectionsOf(deps, request.sections),
    placements: [],
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
  await deps.quizzes.create(quiz);
  return quiz;
}

/** Says everything of a quiz anew. Courses keep what was put into them. */
export async function changeQuiz(
  deps: QuizDeps,
  { change, ...own }: OwnQuiz & { readonly change: QuizChange },
): Promise<QuizDraft> {
  const { introduction: _, ...before } = await getQuiz(deps, own);
  const { rev, ...request } = change;
  if (rev !== before.rev) throw new QuestionChanged();
  const next: QuizDraft = {
    ...before,
    ...request,
    sections: sectionsOf(deps, request.sections),
    updatedAt: deps.clock.now().toISOString(),
    rev: rev + 1,
  };
  if ((await deps.quizzes.replace(next)) === 'conflict') throw new QuestionChanged();
  return next;
}

/** Courses keep what was put into them. */
export async function deleteQuiz(
  deps: Pick<QuizDeps, 'quizzes'>,
  { rev, ...own }: OwnQuiz & { readonly rev: number },
): Promise<void> {
  const quiz = await getQuiz(deps, own);
  if (rev !== quiz.rev || (await deps.quizzes.delete(quiz)) === 'conflict') throw new QuestionChanged();
}

/** Sections with an id each, which stays: statistics name it. */
function sectionsOf({ ids }: Pick<QuizDeps, 'ids'>, sections: NewQuiz['sections']): readonly DraftSection[] {
  const seen = new Set<string>();
  return sections.map(({ sectionId, ...section }) => {
    const id = sectionId === undefined || seen.has(sectionId) ? ids.uuid() : sectionId;
    seen.add(id);
    return { sectionId: id, ...section };
  });
}
