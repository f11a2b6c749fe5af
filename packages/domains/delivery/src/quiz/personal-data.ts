import { Unavailable } from '@sinau/kernel';
import { rounds } from '../sessions.ts';
import type { QuizStore } from './ports.ts';
import type { QuizAttempt } from './state.ts';

interface Deps {
  readonly quizzes: QuizStore;
}

/**
 * Everything that quizzes have kept about the learner of a registration, for that learner. Which questions an attempt had
 * and what was answered, not what would have been right.
 */
export async function copyQuizData({ quizzes }: Deps, registration: string): Promise<readonly object[]> {
  const { books, attempts } = await quizzes.listOf(registration);
  return [
    ...books.map((quizBook) => ({ quizBook })),
    ...attempts.map(({ seed: _, ...quizAttempt }) => ({ quizAttempt })),
  ];
}

/** Attempts that hold what the learner answered at or before `until` (ISO 8601 UTC). */
export async function countQuizData(
  { quizzes }: Deps,
  { registration, until }: { readonly registration: string; readonly until: string },
): Promise<number> {
  const { attempts } = await quizzes.listOf(registration);
  return attempts.filter((attempt) => Object.values(attempt.answers).some(({ at }) => at <= until)).length;
}

/**
 * Takes out what the learner answered. What attempts came to stays, as it does in the registration; so do their numbers,
 * or ids of statements that were erased would be used again. Tells how many attempts.
 */
export async function eraseQuizData({ quizzes }: Deps, registration: string): Promise<number> {
  const { attempts } = await quizzes.listOf(registration);
  let erased = 0;
  for (const attempt of attempts) erased += await blank(quizzes, attempt);
  return erased;
}

/** An answer that comes in between is no obstacle: it is read and taken out as well. */
async function blank(quizzes: QuizStore, { number, ...key }: QuizAttempt): Promise<number> {
  for (let round = 0; round < rounds; round += 1) {
    const attempt = await quizzes.readAttempt(key, number);
    if (!attempt || Object.keys(attempt.answers).length === 0) return 0;
    if ((await quizzes.save({ attempt: { ...attempt, answers: {} } })) === 'saved') return 1;
  }
  throw new Unavailable('The learner is at work in this quiz; please try again.');
}
