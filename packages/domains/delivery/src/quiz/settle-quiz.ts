import { type AuPrincipal, Unavailable } from '@sinau/kernel';
import { beginning } from '../own-page/page-statements.ts';
import { isRunning, rounds } from '../sessions.ts';
import { closeAttempt, isTimeUp, passMarkOf } from './attempts.ts';
import type { QuizChange } from './ports.ts';
import { type QuizDeps, type QuizSession, readQuizSession } from './quiz-session.ts';
import { emptyBook, openNumber, type QuizAttempt, type QuizBook } from './state.ts';
import { quizVerdicts, tellAttempt } from './tell-attempt.ts';
import { writeQuiz } from './write-quiz.ts';

/** A quiz as a request finds it, once nothing of it is overdue. */
export interface Settled {
  readonly session: QuizSession;
  readonly book: QuizBook;
}

/** An attempt of 500 questions is told in two portions; more than a few attempts never wait. */
const mostSteps = 40;

/**
 * Judges an attempt whose time is up, ends one whose quiz was replaced, and tells what could not be told in an earlier
 * session, before anything else is decided. So an attempt in a tab that was closed is judged whenever somebody looks.
 */
export async function settleQuiz(deps: QuizDeps, principal: AuPrincipal): Promise<Settled> {
  return settleWith(deps, () => readQuizSession(deps, principal));
}

export async function settleWith(deps: QuizDeps, read: () => Promise<QuizSession>): Promise<Settled> {
  let refused = 0;
  for (let step = 0; step < mostSteps && refused < rounds; step += 1) {
    const session = await read();
    const book = (await deps.quizzes.readBook(session.key)) ?? emptyBook(session.key);
    if (session.mode !== 'normal' || !isRunning(session.session)) return { session, book };
    const overdue = await overdueIn(deps, session, book);
    if (!overdue) return { session, book };
    if ((await tellStep(deps, session, overdue)) === 'refused') refused += 1;
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

interface Closed {
  readonly book: QuizBook;
  readonly attempt: QuizAttempt;
  readonly change?: Pick<QuizChange, 'due'>;
}

/** An attempt that is over and not yet told, closed if it was not. */
async function overdueIn(deps: QuizDeps, session: QuizSession, book: QuizBook): Promise<Closed | undefined> {
  const untold = book.attempts.findIndex(({ result, told }) => result && !told);
  if (untold >= 0) {
    const attempt = await deps.quizzes.readAttempt(session.key, untold + 1);
    return attempt && { book, attempt };
  }
  const number = openNumber(book);
  const note = number === undefined ? undefined : book.attempts[number - 1];
  if (!note || number === undefined) return undefined;
  const now = deps.clock.now();
  const timeUp = isTimeUp(note, now);
  if (!timeUp && note.originHash === session.originHash) return undefined;
  const attempt = await deps.quizzes.readAttempt(session.key, number);
  return attempt && closed(deps, session, { book, attempt, how: timeUp ? 'time-up' : 'replaced', at: now });
}

/** The open attempt judged; nothing of it is written yet. */
export async function closed(
  deps: Pick<QuizDeps, 'packages'>,
  session: Pick<QuizSession, 'rules'> & { readonly session?: QuizSession['session'] },
  of: {
    readonly book: QuizBook;
    readonly attempt: QuizAttempt;
    readonly how: 'submitted' | 'time-up' | 'replaced';
    readonly at: Date;
  },
): Promise<Closed> {
  const { book, attempt, how, at } = of;
  const quiz = await deps.packages.find(attempt.originHash);
  const passMark = passMarkOf(session.rules, session.session?.terms.masteryScore);
  const { deadline } = book.attempts[attempt.number - 1] ?? {};
  const { registration, moduleId, number } = attempt;
  const due =
    deadline === undefined ? {} : { due: { registration, moduleId, number, deadline, watch: false } };
  return { ...closeAttempt({ book, attempt }, { how, quiz, passMark, at }), change: due };
}

/** One write: rows of the closed attempt, what it has to say, what that means for the AU. */
export async function tellStep(
  deps: QuizDeps,
  session: QuizSession,
  { book, attempt, change }: Closed,
): Promise<'stored' | 'refused'> {
  const stamp = { digest: deps.digest, at: deps.clock.now().toISOString() };
  const note = book.attempts[attempt.number - 1];
  const quiz = await deps.packages.find(attempt.originHash);
  const told = note?.told
    ? { book, attempt, statements: [] }
    : tellAttempt(deps, session, { book, attempt, quiz });
  const verdicts = quizVerdicts(stamp, session, { book: told.book, ending: false });
  const saving = await deps.quizzes.saving({ ...change, book: verdicts.book, attempt: told.attempt });
  return writeQuiz(deps, session, {
    statements: [...beginning(stamp, session), ...told.statements, ...verdicts.statements],
    standing: verdicts.standing,
    saving,
  });
}
