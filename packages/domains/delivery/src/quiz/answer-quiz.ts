import { type AuPrincipal, InvalidInput, Unavailable } from '@sinau/kernel';
import type { QuizMessage, QuizResult, QuizReview, QuizSaved } from '@sinau/quiz';
import { AttemptOver, ReviewClosed, SessionEnded } from '../errors.ts';
import { readLaunch } from '../own-page/page-session.ts';
import { ending } from '../own-page/page-statements.ts';
import { isRunning, rounds } from '../sessions.ts';
import { questionsOf, remainingSeconds } from './attempts.ts';
import type { QuizDeps } from './quiz-session.ts';
import { closed, type Settled, settleQuiz, tellStep } from './settle-quiz.ts';
import { type AttemptNote, openNumber, type QuizAttempt } from './state.ts';
import { takeAnswers } from './take-answers.ts';
import { quizVerdicts } from './tell-attempt.ts';
import { mayReview, overviewOf, reviewOf, summaryOf } from './views.ts';
import { writeQuiz } from './write-quiz.ts';

export interface AnswerInput {
  readonly principal: AuPrincipal;
  readonly message: QuizMessage;
}

/**
 * Keeps the answers of a message. In whichever order messages come in and however often, the newest answer to a question
 * stays. Rejects with `AttemptOver` once the attempt was submitted or its time is up, `SessionEnded`, `InvalidInput`,
 * `Unavailable`; then nothing new is kept.
 */
export async function saveAnswers(deps: QuizDeps, { principal, message }: AnswerInput): Promise<QuizSaved> {
  for (let round = 0; round < rounds; round += 1) {
    const settled = await settleQuiz(deps, principal);
    if (settled.session.mode !== 'normal') return { outcome: 'ignored' };
    if (!isRunning(settled.session.session)) throw new SessionEnded();
    const { note, attempt } = await openIn(deps, settled, message);
    const at = deps.clock.now();
    const next = takeAnswers(attempt, {
      ...{ message, at, startedAt: note.startedAt },
      questions: questionsOf(attempt, settled.session.quiz),
    });
    const outcome = next ? 'stored' : 'stale';
    if (next && (await deps.quizzes.save({ attempt: next })) === 'conflict') continue;
    const remaining = remainingSeconds(note, at);
    return {
      outcome,
      savedAt: at.toISOString(),
      ...(remaining !== undefined && { remainingSeconds: remaining }),
      ...(message.run < settled.book.run && { replaced: true }),
    };
  }
  throw new Unavailable('Too much is happening in this attempt at once; please try again.');
}

/** Rejects with `AttemptOver`, and with `InvalidInput` for one that was never begun. */
async function openIn(
  deps: QuizDeps,
  { session, book }: Settled,
  message: QuizMessage,
): Promise<{ readonly note: AttemptNote; readonly attempt: QuizAttempt }> {
  const note = book.attempts[message.attempt - 1];
  if (!note) throw invalid('attempt', 'This attempt was never begun.');
  if (message.run > book.run) throw invalid('run', 'This run was never started.');
  if (note.result) throw new AttemptOver(note.result.how);
  const attempt = await deps.quizzes.readAttempt(session.key, message.attempt);
  if (!attempt) throw new TypeError('the row of an attempt is gone');
  return { note, attempt };
}

/**
 * Ends an attempt with the answers of this last message, and judges it. One that is over already is answered with what it
 * came to, so the same message may be sent again. Rejects as `saveAnswers` does, but never with `AttemptOver`.
 */
export async function submitAttempt(
  deps: QuizDeps,
  { principal, message }: AnswerInput,
): Promise<QuizResult> {
  for (let round = 0; round < rounds; round += 1) {
    const settled = await settleQuiz(deps, principal);
    const { session, book } = settled;
    if (session.mode !== 'normal') throw invalid('attempt', 'Nothing is kept in this mode.');
    if (book.attempts[message.attempt - 1]?.result) return resultOf(settled, message.attempt);
    if (!isRunning(session.session)) throw new SessionEnded();
    const { note, attempt } = await openIn(deps, settled, message);
    const at = deps.clock.now();
    const answered = takeAnswers(attempt, {
      ...{ message, at, startedAt: note.startedAt },
      questions: questionsOf(attempt, session.quiz),
    });
    const over = await closed(deps, session, { book, attempt: answered ?? attempt, how: 'submitted', at });
    if ((await tellStep(deps, session, over)) === 'refused') continue;
    // What did not fit one write is told before the answer.
    return resultOf(await settleQuiz(deps, principal), message.attempt);
  }
  throw new Unavailable('Too much is happening in this attempt at once; please try again.');
}

function resultOf({ session, book }: Settled, number: number): QuizResult {
  return { attempt: summaryOf(session, book, number), overview: overviewOf(session, book) };
}

/** An attempt that is over, as far as the rules show it. Rejects with `ReviewClosed`; what is not shown is not sent (case C5). */
export async function reviewAttempt(
  deps: QuizDeps,
  { principal, attempt: number }: { readonly principal: AuPrincipal; readonly attempt: number },
): Promise<QuizReview> {
  const { session, book } = await settleQuiz(deps, principal);
  if (!mayReview(session, book, number)) throw new ReviewClosed();
  const attempt = await deps.quizzes.readAttempt(session.key, number);
  const quiz = attempt && (await deps.packages.find(attempt.originHash));
  if (!attempt || !quiz) throw new ReviewClosed();
  return reviewOf(session, { book, attempt, quiz });
}

/**
 * Ends the session, and tells where to go. While an attempt is open its session stays so, too: the time may run out, and
 * what the attempt comes to is told in it.
 */
export async function leaveQuiz(
  deps: QuizDeps,
  { principal }: { readonly principal: AuPrincipal },
): Promise<{ readonly returnUrl: string }> {
  for (let round = 0; round < rounds; round += 1) {
    const { session, book } = await settleQuiz(deps, principal);
    const { returnUrl } = await readLaunch(deps, session);
    const normal = session.mode === 'normal';
    if (!isRunning(session.session) || (normal && openNumber(book) !== undefined)) return { returnUrl };
    const stamp = { digest: deps.digest, at: deps.clock.now().toISOString() };
    const verdicts = quizVerdicts(stamp, session, { book, ending: true });
    const saving =
      normal && verdicts.book !== book ? await deps.quizzes.saving({ book: verdicts.book }) : undefined;
    const written = await writeQuiz(deps, session, {
      statements: [...verdicts.statements, ...ending(stamp, session)],
      ...(normal && { standing: verdicts.standing }),
      saving,
    });
    if (written === 'stored') return { returnUrl };
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

function invalid(path: string, message: string): InvalidInput {
  return new InvalidInput(message, { issues: [{ path: `/${path}`, message }] });
}
