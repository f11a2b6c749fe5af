import { type AuPrincipal, Unavailable } from '@sinau/kernel';
import { drawQuestions, type OpenAttempt, type QuizStart, shownQuestion } from '@sinau/quiz';
import { NoAttemptLeft, SessionEnded } from '../errors.ts';
import { readLaunch } from '../own-page/page-session.ts';
import { beginning } from '../own-page/page-statements.ts';
import { isRunning, rounds } from '../sessions.ts';
import { attemptsLeft, beginAttempt, passMarkOf, randomOf } from './attempts.ts';
import type { QuizDeps, QuizSession } from './quiz-session.ts';
import { attemptedStatement } from './quiz-statements.ts';
import { type Settled, settleQuiz } from './settle-quiz.ts';
import { openNumber, type QuizBook } from './state.ts';
import { quizVerdicts } from './tell-attempt.ts';
import { openAttemptOf, overviewOf } from './views.ts';
import { writeQuiz } from './write-quiz.ts';

/**
 * Everything that the page of a quiz needs to begin or go on. The first start of a session is its `initialized`; every
 * start takes over from the one before (a reload, another tab). Rejects with `SessionEnded`, `DeliveryNotFound`,
 * `Unavailable`.
 */
export async function startQuiz(
  deps: QuizDeps,
  { principal }: { readonly principal: AuPrincipal },
): Promise<QuizStart> {
  for (let round = 0; round < rounds; round += 1) {
    const settled = await settleQuiz(deps, principal);
    const { session } = settled;
    const stamp = { digest: deps.digest, at: deps.clock.now().toISOString() };
    const normal = session.mode === 'normal';
    // What was reached and could not be said in an earlier session is said now.
    const verdicts = quizVerdicts(stamp, session, { book: settled.book, ending: false });
    const book = normal ? { ...verdicts.book, run: verdicts.book.run + 1 } : settled.book;
    const statements = [...beginning(stamp, session), ...verdicts.statements];
    if (!normal && statements.length === 0) return startOf(deps, { session, book });
    const saving = normal ? await deps.quizzes.saving({ book }) : undefined;
    const standing = normal ? verdicts.standing : {};
    const written = await writeQuiz(deps, session, { statements, saving, standing });
    if (written === 'stored') return startOf(deps, { session, book });
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

async function startOf(deps: QuizDeps, { session, book }: Settled): Promise<QuizStart> {
  const { quiz, au, courseTitle, mode } = session;
  const number = mode === 'normal' ? openNumber(book) : undefined;
  const [launch, attempt] = await Promise.all([
    readLaunch(deps, session),
    number === undefined ? undefined : readOpen(deps, session, book),
  ]);
  return {
    mode,
    ...launch,
    courseTitle,
    moduleTitle: au.title,
    ...(quiz.introduction && { introduction: quiz.introduction }),
    run: Math.max(1, book.run),
    overview: overviewOf(session, book),
    ...(attempt && { attempt }),
    ...(mode === 'browse' && { preview: previewOf(deps, session) }),
  };
}

async function readOpen(
  deps: QuizDeps,
  { key, quiz }: QuizSession,
  book: QuizBook,
): Promise<OpenAttempt | undefined> {
  const attempt = await deps.quizzes.readAttempt(key, openNumber(book) ?? 0);
  return attempt && openAttemptOf({ book, attempt }, { quiz, now: deps.clock.now() });
}

/** One attempt as it might be, the same as often as the session asks. */
function previewOf({ digest }: QuizDeps, { quiz, rules, session }: QuizSession) {
  const seed = session.terms.sessionId;
  return drawQuestions(quiz, rules, randomOf(digest, seed)).map((question) => shownQuestion(question, seed));
}

/**
 * Begins an attempt, or gives the one that is open: however many ask at once, one begins. Rejects with `NoAttemptLeft` and
 * as `startQuiz` does.
 */
export async function beginQuizAttempt(
  deps: QuizDeps,
  { principal }: { readonly principal: AuPrincipal },
): Promise<OpenAttempt> {
  const seed = deps.ids.token(16);
  for (let round = 0; round < rounds; round += 1) {
    const { session, book } = await settleQuiz(deps, principal);
    if (session.mode !== 'normal') throw new NoAttemptLeft();
    if (!isRunning(session.session)) throw new SessionEnded();
    const open = await readOpen(deps, session, book);
    if (open) return open;
    const at = deps.clock.now();
    const begun = begin(deps, { session, book }, { seed, at });
    const { registration, moduleId, number } = begun.attempt;
    const note = begun.book.attempts[number - 1];
    const stamp = { digest: deps.digest, at: at.toISOString() };
    const about = { digest: deps.digest, page: session, of: begun.attempt };
    const deadline = note?.deadline;
    const due =
      deadline === undefined ? {} : { due: { registration, moduleId, number, deadline, watch: true } };
    const written = await writeQuiz(deps, session, {
      statements: [...beginning(stamp, session), attemptedStatement(about, { startedAt: stamp.at })],
      saving: await deps.quizzes.saving({ ...begun, ...due }),
    });
    if (written === 'stored') return openAttemptOf(begun, { quiz: session.quiz, now: at });
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

function begin(
  { digest }: QuizDeps,
  { session, book }: Settled,
  of: { readonly seed: string; readonly at: Date },
) {
  const { quiz, rules, originHash } = session;
  const passMark = passMarkOf(rules, session.session.terms.masteryScore);
  if (attemptsLeft(book, rules, { originHash, passMark }) === 0) throw new NoAttemptLeft();
  return beginAttempt(book, { quiz, rules, originHash, ...of, digest });
}
