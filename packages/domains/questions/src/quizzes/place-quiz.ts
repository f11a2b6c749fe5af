import { type Clock, Unavailable } from '@sinau/kernel';
import { writeQuizDocument } from '@sinau/quiz';
import * as z from 'zod';
import { QuestionChanged } from '../errors.ts';
import { getQuiz, type OwnQuiz } from './edit-quizzes.ts';
import { type FreezeDeps, freezeQuiz } from './freeze-quiz.ts';
import type { QuizCourses, QuizStore } from './ports.ts';
import { type Placement, type QuizDraft, quizDraftLimits } from './quiz-draft.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);

export const placementSchema = z.strictObject({
  /** The `rev` of the quiz as it was seen. */
  rev: z.int().positive(),
  courseId: id,
  /** The module it replaces; `new`: behind the others. */
  module: id.default('new'),
});
export type PlacementRequest = z.output<typeof placementSchema>;

interface PlaceDeps extends FreezeDeps {
  readonly quizzes: QuizStore;
  readonly courses: QuizCourses;
  readonly clock: Clock;
}

/**
 * Freezes the quiz with its questions as they are now and hands it to the import of packages, so that it reaches a course,
 * and later its learners, like everything else: with report, versions, comparison and review. Two who do this at once from
 * the same page put it there once.
 */
export async function placeQuiz(
  deps: PlaceDeps,
  { request, ...own }: OwnQuiz & { readonly request: PlacementRequest },
): Promise<Placement> {
  const quiz = await getQuiz(deps, own);
  if (request.rev !== quiz.rev) throw new QuestionChanged();
  const frozen = await freezeQuiz(deps, quiz);
  // First a change of its row: of two clicks one is told that the quiz has changed, before anything is sent.
  const claimed = { ...quiz, rev: quiz.rev + 1 };
  if ((await deps.quizzes.replace(claimed)) === 'conflict') throw new QuestionChanged();
  const { courseId, module } = request;
  const packageId = await deps.courses.submit({
    ...{ principal: own.principal, courseId, module },
    fileName: `${fileNameOf(quiz.title)}.json`,
    document: writeQuizDocument(frozen.quiz),
  });
  const at = deps.clock.now().toISOString();
  const placement: Placement = { packageId, courseId, at, digest: frozen.digest };
  await remember(deps, claimed, placement);
  return placement;
}

const maxRaces = 5;

/** The package is on its way: a change of the quiz meanwhile must not lose where it came from. */
async function remember(
  { quizzes }: Pick<PlaceDeps, 'quizzes'>,
  quiz: QuizDraft,
  placement: Placement,
): Promise<void> {
  let before: QuizDraft | undefined = quiz;
  for (let race = 0; before && race < maxRaces; race += 1) {
    const placements = [placement, ...before.placements].slice(0, quizDraftLimits.placements);
    const next = { ...before, placements, rev: before.rev + 1 };
    if ((await quizzes.replace(next, placement)) === 'stored') return;
    before = await quizzes.find(quiz);
  }
  if (before) throw new Unavailable('The quiz is being changed by others too often.');
}

const fileNameOf = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)
    .toWellFormed() || 'kuis';
