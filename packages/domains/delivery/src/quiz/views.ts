import {
  type AttemptSummary,
  gradeResponse,
  type OpenAttempt,
  type Quiz,
  type QuizOverview,
  type QuizReview,
  shownQuestion,
  shownResponse,
  shownSolution,
} from '@sinau/quiz';
import {
  attemptsLeft,
  bestOf,
  hasPassed,
  isOver,
  passMarkOf,
  questionsOf,
  remainingSeconds,
} from './attempts.ts';
import type { QuizSession } from './quiz-session.ts';
import { answerTo, type QuizAttempt, type QuizBook } from './state.ts';

/** How the quiz is taken and what was reached; nothing of its questions. */
export function overviewOf(session: QuizSession, book: QuizBook): QuizOverview {
  const { rules, quiz, originHash } = session;
  const passMark = passMarkOf(rules, session.session.terms.masteryScore);
  const left = attemptsLeft(book, rules, { originHash, passMark });
  const passed = hasPassed(book, passMark);
  const best = bestOf(book)?.number;
  const questions = quiz.sections.reduce(
    (sum, section) => sum + Math.min(section.pick ?? section.questions.length, section.questions.length),
    0,
  );
  return {
    questions,
    rules: { ...rules, ...(passMark !== undefined && { passMark }) },
    attempts: book.attempts.map((_, index) => summaryOf(session, book, index + 1)),
    ...(left !== undefined && { attemptsLeft: left }),
    ...(passed !== undefined && { passed }),
    ...(best !== undefined && { best }),
  };
}

export function summaryOf(session: QuizSession, book: QuizBook, number: number): AttemptSummary {
  const note = book.attempts[number - 1];
  if (!note) throw new TypeError('the book does not know the attempt');
  const { startedAt, result } = note;
  return { number, startedAt, ...(result && { result }), reviewable: mayReview(session, book, number) };
}

/** Whether the rules let a learner look at an attempt again. */
export function mayReview(session: QuizSession, book: QuizBook, number: number): boolean {
  const result = book.attempts[number - 1]?.result;
  if (!result || result.how === 'replaced' || session.mode === 'browse') return false;
  const { rules, originHash } = session;
  if (rules.review === 'score') return false;
  const passMark = passMarkOf(rules, session.session.terms.masteryScore);
  return rules.reviewFrom === 'submission' || isOver(book, rules, { originHash, passMark });
}

/** An open attempt as its page shows it: no share, no answer, no explanation (case C5). */
export function openAttemptOf(
  { book, attempt }: { readonly book: QuizBook; readonly attempt: QuizAttempt },
  { quiz, now }: { readonly quiz: Quiz; readonly now: Date },
): OpenAttempt {
  const note = book.attempts[attempt.number - 1];
  if (!note) throw new TypeError('the book does not know the attempt');
  const remaining = remainingSeconds(note, now);
  const questions = questionsOf(attempt, quiz);
  const { seed, place } = attempt;
  return {
    number: attempt.number,
    startedAt: note.startedAt,
    ...(remaining !== undefined && { remainingSeconds: remaining }),
    questions: questions.map((question) => shownQuestion(question, seed)),
    answers: questions.flatMap((question) => {
      const answer = answerTo(attempt, question.questionId);
      if (!answer) return [];
      const { response, flagged, seconds, at: savedAt } = answer;
      const shown = response && { response: shownResponse(question, response, seed) };
      return [{ questionId: question.questionId, ...shown, flagged, seconds, savedAt }];
    }),
    ...(place && { place: place.questionId }),
  };
}

/** What the rules let a learner see of an attempt that is over; whether they do at all is for the caller to know. */
export function reviewOf(
  session: QuizSession,
  { book, attempt, quiz }: { readonly book: QuizBook; readonly attempt: QuizAttempt; readonly quiz: Quiz },
): QuizReview {
  const answers = session.rules.review === 'answers';
  const { seed } = attempt;
  return {
    attempt: summaryOf(session, book, attempt.number),
    questions: questionsOf(attempt, quiz).map((question) => {
      const response = answerTo(attempt, question.questionId)?.response;
      const { points, correct } = gradeResponse(question, response);
      const { explanation } = question;
      return {
        question: shownQuestion(question, seed),
        ...(response && { response: shownResponse(question, response, seed) }),
        ...{ points, correct },
        ...(answers && { solution: shownSolution(question, response, seed) }),
        ...(answers && explanation && { explanation }),
      };
    }),
  };
}
