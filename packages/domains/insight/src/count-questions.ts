import { type ItemAnswer, type ItemFigures, itemStatistics } from '@sinau/quiz';
import { type Cohort, toldOf } from './cohort.ts';
import { sessionsIn } from './count-watching.ts';
import type { Sample } from './ports.ts';
import { sessionOfPart } from './signals.ts';
import type { ModuleFrame, QuestionStatistics, ResponseCount } from './statistics.ts';
import { roughly, smallestGroup } from './told.ts';
import type { AnswerTrace, Question, SessionTrace } from './traces.ts';

/**
 * Item analysis of a module: the first judged answer of each learner to each question. The rest score, which an item is
 * held against, is what the learner reached in the other questions of the module.
 */
export function questionsOf(
  cohort: Cohort,
  given: {
    readonly module: ModuleFrame;
    readonly sessions: Sample<SessionTrace>;
    readonly answers: Sample<AnswerTrace>;
    readonly questions: readonly Question[];
  },
): readonly QuestionStatistics[] {
  const share = Math.min(cohort.share, given.sessions.share, given.answers.share);
  const here = new Set(sessionsIn(cohort, given).map(({ sessionId }) => sessionId));
  for (const part of given.module.parts) here.add(sessionOfPart(part));
  const own = given.answers.rows.filter(
    ({ sessionId, registration }) => here.has(sessionId) && cohort.learners.has(registration),
  );
  const figures = new Map(itemStatistics(judged(own)).map((one) => [one.itemId, one]));
  const asked = new Set(own.map(({ question }) => question));
  return given.questions
    .filter(({ question }) => asked.has(question))
    .map((question) => {
      const found = figures.get(question.question);
      return {
        ...question,
        answers: toldOf(found?.answers ?? 0, share),
        ...(found?.figures && { figures: toldFigures(question, found.figures, share) }),
      };
    })
    .toSorted((a, b) => a.activityId.localeCompare(b.activityId, 'en', { numeric: true }));
}

function* judged(answers: readonly AnswerTrace[]): Generator<ItemAnswer> {
  const totals = new Map<string, number>();
  for (const { registration, score = 0 } of answers) {
    totals.set(registration, (totals.get(registration) ?? 0) + score);
  }
  for (const { registration, question, response, score } of answers) {
    if (score === undefined) continue;
    const restScore = rounded((totals.get(registration) ?? 0) - score, 1e6);
    yield { learner: registration, itemId: question, response, score, restScore };
  }
}

/** Choices are the author's own words; what learners typed is told when several typed the same (case P3). */
function toldFigures(
  question: Question,
  figures: ItemFigures,
  share: number,
): NonNullable<QuestionStatistics['figures']> {
  const { difficulty, pointBiserial, responses, otherAnswers } = figures;
  const total = responses.reduce((sum, { count }) => sum + count, otherAnswers);
  const known = new Set(question.choices?.map(({ id }) => id));
  const right = new Set(question.correct);
  const isTold = (response: string, count: number) => count >= smallestGroup || known.has(response);
  const listed = responses.filter(({ response, count }) => isTold(response, count));
  const missing = [...known].filter((id) => !listed.some(({ response }) => response === id));
  const told = (response: string, count: number): ResponseCount => {
    const people = toldOf(count, share);
    const part = people === 'few' ? {} : { share: roughly(count / total, total) };
    return { response, people, correct: right.has(response), ...part };
  };
  const shown = listed.reduce((sum, { count }) => sum + count, 0);
  return {
    difficulty: roughly(difficulty, total),
    ...(pointBiserial !== undefined && { pointBiserial: rounded(pointBiserial, 100) }),
    responses: [
      ...listed.map(({ response, count }) => told(response, count)),
      ...(question.type === 'choice' ? missing.map((id) => told(id, 0)) : []),
    ],
    others: toldOf(total - shown, share),
  };
}

const rounded = (value: number, to: number): number => Math.round(value * to) / to;
