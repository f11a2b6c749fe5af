import type { Digest } from '@sinau/kernel';
import type { Quiz } from '@sinau/quiz';
import type { Statement } from '@sinau/xapi';
import { verdictsOf } from '../own-page/page-statements.ts';
import type { Standing } from '../own-page/write-page.ts';
import { bestOf, hasPassed, isOver, judgedOf, passMarkOf, questionsOf } from './attempts.ts';
import type { QuizSession } from './quiz-session.ts';
import { answeredStatements, attemptCompletedStatement } from './quiz-statements.ts';
import type { QuizAttempt, QuizBook } from './state.ts';

/** So many questions become statements of one write of the record store; what is more follows in the next. */
const questionsTogether = 250;

export interface ToldAttempt {
  readonly book: QuizBook;
  readonly attempt: QuizAttempt;
  readonly statements: readonly Statement[];
}

/** The next portion of what a closed attempt has to say; with the last one it is told. */
export function tellAttempt(
  deps: { readonly digest: Pick<Digest, 'sha1'> },
  session: QuizSession,
  of: { readonly book: QuizBook; readonly attempt: QuizAttempt; readonly quiz: Quiz | undefined },
): ToldAttempt {
  const { book, attempt, quiz } = of;
  const note = book.attempts[attempt.number - 1];
  if (!note) throw new TypeError('the book does not know the attempt');
  const questions = quiz ? questionsOf(attempt, quiz) : [];
  const end = attempt.toldQuestions + questionsTogether;
  const about = { digest: deps.digest, page: session, of: attempt };
  const answered = answeredStatements(about, attempt, questions.slice(attempt.toldQuestions, end));
  if (end < questions.length)
    return { book, attempt: { ...attempt, toldQuestions: end }, statements: answered };
  const attempts = book.attempts.map((one) => (one === note ? { ...one, told: true as const } : one));
  return {
    book: { ...book, attempts },
    attempt: { ...attempt, toldQuestions: questions.length },
    statements: [...answered, attemptCompletedStatement(about, note)],
  };
}

/**
 * What the AU says of all attempts that are told: completed once one is, passed once one has. Failed only when nothing is
 * left to try, or at the end of the session: cmi5 lets nobody pass in a session that has failed.
 */
export function quizVerdicts(
  stamp: { readonly digest: Pick<Digest, 'sha1'>; readonly at: string },
  session: QuizSession,
  of: { readonly book: QuizBook; readonly ending: boolean },
): { readonly statements: readonly Statement[]; readonly standing: Standing; readonly book: QuizBook } {
  const { book, ending } = of;
  const told = judgedOf(book).filter((note) => note.told);
  const toldBook = { ...book, attempts: told };
  const best = bestOf(toldBook);
  if (!best) return { statements: [], standing: {}, book };
  const { au, rules, originHash } = session;
  const passMark = passMarkOf(rules, session.session.terms.masteryScore);
  const { points: raw, maxPoints: max, scaled } = best.result;
  // Where nobody fails and the course wants a pass, whoever has gone through has passed.
  const needsPass = au.moveOn === 'Passed' || au.moveOn === 'CompletedAndPassed';
  const passed = hasPassed(toldBook, passMark) ?? needsPass;
  const fresh = book.failedTold < told.length;
  const failed =
    passMark !== undefined && !passed && fresh && (ending || isOver(book, rules, { originHash, passMark }));
  const statements = verdictsOf(stamp, session, {
    completed: true,
    judged: passed ? 'passed' : failed ? 'failed' : undefined,
    score: { scaled, raw, min: 0, max },
  });
  return {
    statements,
    standing: { score: scaled, ...(passMark !== undefined && !passed && { judged: 'failed' }) },
    book: failed ? { ...book, failedTold: told.length } : book,
  };
}
