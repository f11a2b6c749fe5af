import { loadContent } from '../load-content.ts';
import { pageSessionOf } from '../own-page/page-session.ts';
import { isRunning } from '../sessions.ts';
import { graceMs, isTimeUp } from './attempts.ts';
import type { DueAttempt } from './ports.ts';
import { type QuizDeps, type QuizSession, quizSessionOf, rulesIn } from './quiz-session.ts';
import { closed, settleWith } from './settle-quiz.ts';
import { openNumber } from './state.ts';

/**
 * Judges attempts whose time is up although nobody looks. Where the session of the attempt is still open, it is told what
 * it came to; elsewhere that is told when the quiz is opened next, since nothing may follow the end of a session. Tells how
 * many, and which failed; those are tried again.
 */
export async function closeDueAttempts(
  deps: QuizDeps,
  { limit }: { readonly limit: number },
): Promise<{
  readonly closed: number;
  readonly failed: readonly (DueAttempt & { readonly error: unknown })[];
}> {
  const until = new Date(deps.clock.now().getTime() - graceMs).toISOString();
  const due = await deps.quizzes.listDue({ until, limit });
  const failed: (DueAttempt & { readonly error: unknown })[] = [];
  for (const attempt of due) {
    try {
      await closeDue(deps, attempt);
    } catch (error) {
      failed.push({ ...attempt, error });
    }
  }
  return { closed: due.length - failed.length, failed };
}

async function closeDue(deps: QuizDeps, due: DueAttempt): Promise<void> {
  const session = await openSessionFor(deps, due);
  if (session) {
    await settleWith(deps, async () => (await openSessionFor(deps, due)) ?? session);
    if (!(await isOpen(deps, due))) return;
  }
  const book = await deps.quizzes.readBook(due);
  const attempt = await deps.quizzes.readAttempt(due, due.number);
  const note = book?.attempts[due.number - 1];
  const at = deps.clock.now();
  if (!book || !attempt || !note || openNumber(book) !== due.number || !isTimeUp(note, at)) {
    await deps.quizzes.save({ due: { ...due, watch: false } });
    return;
  }
  const rules = (await rulesFor(deps, due)) ?? (await deps.packages.find(attempt.originHash))?.rules;
  if (!rules) throw new Error('the quiz of an attempt is gone');
  const { change, ...rows } = await closed(deps, { rules }, { book, attempt, how: 'time-up', at });
  // Somebody else was faster: then it is closed, or it is tried again.
  await deps.quizzes.save({ ...rows, ...change });
}

async function isOpen(deps: QuizDeps, due: DueAttempt): Promise<boolean> {
  const book = await deps.quizzes.readBook(due);
  return book !== undefined && openNumber(book) === due.number;
}

/** The session of this quiz, if it is the one that is open. */
async function openSessionFor(deps: QuizDeps, due: DueAttempt): Promise<QuizSession | undefined> {
  const state = await deps.registrations.read(due.registration);
  if (!state?.session || !isRunning(state.session) || state.closedAt !== undefined) return undefined;
  const page = pageSessionOf(await loadContent(deps, state), state, state.session);
  return page.part.moduleId === due.moduleId && page.mode === 'normal' && page.part.kind === 'quiz'
    ? quizSessionOf(deps, page)
    : undefined;
}

/** As the version that the learner is on has set them. */
async function rulesFor(deps: QuizDeps, due: DueAttempt) {
  const state = await deps.registrations.read(due.registration);
  if (!state) return undefined;
  const content = await loadContent(deps, state);
  const index = content.parts.findIndex(({ moduleId }) => moduleId === due.moduleId);
  return rulesIn(content.structure.aus[index]);
}
