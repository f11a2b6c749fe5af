import type { Digest } from '@sinau/kernel';
import {
  drawQuestions,
  gradeResponse,
  pointsOf,
  type Question,
  type Quiz,
  type QuizRules,
  type Random,
} from '@sinau/quiz';
import { type AttemptNote, answerTo, openNumber, type QuizAttempt, type QuizBook } from './state.ts';

/** An answer that was sent in time may be so long on its way. */
export const graceMs = 5000;

/** True: the time of an open attempt is up, and nothing more can be on its way. */
export function isTimeUp({ deadline }: Pick<AttemptNote, 'deadline'>, now: Date): boolean {
  return deadline !== undefined && now.getTime() > Date.parse(deadline) + graceMs;
}

/** Whole seconds until the deadline, as a page counts them down; undefined: as long as one likes. */
export function remainingSeconds({ deadline }: Pick<AttemptNote, 'deadline'>, now: Date): number | undefined {
  return deadline === undefined
    ? undefined
    : Math.max(0, Math.ceil((Date.parse(deadline) - now.getTime()) / 1000));
}

/** What counts of a book: attempts that are over and were judged. */
export function judgedOf({ attempts }: QuizBook): readonly (AttemptNote & {
  readonly number: number;
  readonly result: NonNullable<AttemptNote['result']>;
})[] {
  return attempts.flatMap((note, index) => {
    const { result } = note;
    return result && result.how !== 'replaced' ? [{ ...note, number: index + 1, result }] : [];
  });
}

/** Best of the attempts that are over; the earlier of two alike. */
export function bestOf(book: QuizBook) {
  return judgedOf(book).reduce<ReturnType<typeof judgedOf>[number] | undefined>(
    (best, one) => (best && best.result.scaled >= one.result.scaled ? best : one),
    undefined,
  );
}

/** A mastery score that the session was launched with is what counts (cmi5 10.2.4). */
export function passMarkOf(rules: QuizRules, masteryScore: number | undefined): number | undefined {
  return masteryScore ?? rules.passMark;
}

/** Undefined: nobody fails, or nothing was submitted. */
export function hasPassed(book: QuizBook, passMark: number | undefined): boolean | undefined {
  const best = bestOf(book);
  return best && passMark !== undefined ? best.result.scaled >= passMark : undefined;
}

/** Attempts of an earlier package do not count: those were other questions. */
export function attemptsLeft(
  book: QuizBook,
  { maxAttempts }: QuizRules,
  of: { readonly originHash: string; readonly passMark: number | undefined },
): number | undefined {
  if (hasPassed(book, of.passMark)) return 0;
  if (maxAttempts === undefined) return book.attempts.length < mostAttempts ? undefined : 0;
  const used = book.attempts.filter(
    ({ originHash, result }) => originHash === of.originHash && result?.how !== 'replaced',
  );
  return Math.max(0, Math.min(maxAttempts - used.length, mostAttempts - book.attempts.length));
}

/** Nothing is left to try, and nothing is open. */
export function isOver(book: QuizBook, rules: QuizRules, of: Parameters<typeof attemptsLeft>[2]): boolean {
  return openNumber(book) === undefined && attemptsLeft(book, rules, of) === 0;
}

/** Of one registration, so that its row stays one; nobody who learns needs so many. */
const mostAttempts = 500;

/** A new attempt in the book, and its row. */
export function beginAttempt(
  book: QuizBook,
  of: {
    readonly quiz: Quiz;
    readonly rules: QuizRules;
    readonly originHash: string;
    readonly seed: string;
    readonly at: Date;
    readonly digest: Pick<Digest, 'sha256'>;
  },
): { readonly book: QuizBook; readonly attempt: QuizAttempt } {
  const { quiz, rules, originHash, seed, at } = of;
  const { timeLimitSeconds } = rules;
  const deadline =
    timeLimitSeconds === undefined
      ? {}
      : { deadline: new Date(at.getTime() + timeLimitSeconds * 1000).toISOString() };
  const note = { originHash, startedAt: at.toISOString(), ...deadline };
  const { registration, moduleId } = book;
  const questions = drawQuestions(quiz, rules, randomOf(of.digest, seed));
  return {
    book: { ...book, attempts: [...book.attempts, note] },
    attempt: {
      ...{ registration, moduleId, number: book.attempts.length + 1, originHash, seed },
      questionIds: questions.map(({ questionId }) => questionId),
      ...{ answers: {}, toldQuestions: 0, closed: false, rev: 0 },
    },
  };
}

/** The same numbers for the same seed; nobody guesses them who does not know it. */
export function randomOf(digest: Pick<Digest, 'sha256'>, seed: string): Random {
  let drawn = 0;
  return () => {
    drawn += 1;
    return Number.parseInt(digest.sha256(`${seed}|${drawn}`).slice(0, 12), 16) / 2 ** 48;
  };
}

/** The questions of an attempt, in its order. A package never changes, so all of them are there. */
export function questionsOf(attempt: QuizAttempt, { sections }: Quiz): readonly Question[] {
  const byId = new Map(
    sections.flatMap(({ questions }) => questions.map((question) => [question.questionId, question])),
  );
  return attempt.questionIds.flatMap((id) => byId.get(id) ?? []);
}

/** The open attempt, judged by what was saved; `how: 'replaced'`: it is over without counting. */
export function closeAttempt(
  { book, attempt }: { readonly book: QuizBook; readonly attempt: QuizAttempt },
  over: {
    readonly how: NonNullable<AttemptNote['result']>['how'];
    readonly quiz: Quiz | undefined;
    readonly passMark: number | undefined;
    readonly at: Date;
  },
): { readonly book: QuizBook; readonly attempt: QuizAttempt } {
  const number = openNumber(book);
  const { how, quiz, passMark, at } = over;
  const note = number === attempt.number ? book.attempts[number - 1] : undefined;
  if (!note) throw new TypeError('only the open attempt can be closed');
  const questions = quiz ? questionsOf(attempt, quiz) : [];
  const points = exact(
    questions.reduce(
      (sum, question) =>
        sum + gradeResponse(question, answerTo(attempt, question.questionId)?.response).points,
      0,
    ),
  );
  const maxPoints = pointsOf(questions);
  const scaled = maxPoints > 0 ? exact(points / maxPoints) : 0;
  const judged = how !== 'replaced' && passMark !== undefined;
  // Time runs out at the deadline, whenever that is noticed.
  const ended = how === 'time-up' && note.deadline !== undefined ? note.deadline : at.toISOString();
  const result = { at: ended, how, points, maxPoints, scaled, ...(judged && { passed: scaled >= passMark }) };
  const told = how === 'replaced' ? { told: true as const } : {};
  return {
    book: { ...book, attempts: [...book.attempts.slice(0, -1), { ...note, result, ...told }] },
    attempt: { ...attempt, closed: true },
  };
}

/** Sums of points are written with few decimals, or a mark could be missed by the last of sixteen. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
