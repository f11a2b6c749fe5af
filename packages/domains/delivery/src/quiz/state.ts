import type { AttemptResult, QuestionResponse } from '@sinau/quiz';

/** One quiz module in one registration. */
export interface QuizKey {
  readonly registration: string;
  readonly moduleId: string;
}

/** What a registration knows of a quiz as a whole. Times are ISO 8601 UTC. */
export interface QuizBook extends QuizKey {
  /** Counts the starts of pages, from 1. */
  readonly run: number;
  /** Oldest first; the number of an attempt is its place, from 1. Only the last may be open. */
  readonly attempts: readonly AttemptNote[];
  /** So many attempts have been told as failed, if that is what they came to. */
  readonly failedTold: number;
  /** Counts the changes, from 1; a writer names the one it has read, 0 for none. */
  readonly rev: number;
}

export interface AttemptNote {
  /** The package that its questions are from. */
  readonly originHash: string;
  readonly startedAt: string;
  /** Nothing is taken any more after this, save what was under way. */
  readonly deadline?: string;
  /** Absent while it is open. */
  readonly result?: AttemptResult;
  /** All that is to be said of it has been said in xAPI. */
  readonly told?: true;
}

/** One attempt: its questions, fixed when it began, and what was answered. */
export interface QuizAttempt extends QuizKey {
  readonly number: number;
  readonly originHash: string;
  /** Questions and options are in the order of this seed. */
  readonly seed: string;
  readonly questionIds: readonly string[];
  readonly place?: { readonly questionId: string; readonly order: MessageOrder };
  /** By question. */
  readonly answers: Readonly<Record<string, QuizAnswer>>;
  /** So many questions, in their order, have been told in xAPI. */
  readonly toldQuestions: number;
  readonly closed: boolean;
  readonly rev: number;
}

export interface QuizAnswer {
  /** Absent: none, or taken back. */
  readonly response?: QuestionResponse;
  readonly flagged: boolean;
  /** Spent on the question, as the page says. */
  readonly seconds: number;
  readonly order: MessageOrder;
  readonly at: string;
}

/** A later run is newer, and in a run the higher sequence. */
export interface MessageOrder {
  readonly run: number;
  readonly sequence: number;
}

export function isNewer(order: MessageOrder, than: MessageOrder | undefined): boolean {
  if (!than) return true;
  return order.run === than.run ? order.sequence > than.sequence : order.run > than.run;
}

export const emptyBook = (key: QuizKey): QuizBook => ({
  ...key,
  run: 0,
  attempts: [],
  failedTold: 0,
  rev: 0,
});

/** Number of the attempt that is open. */
export function openNumber({ attempts }: QuizBook): number | undefined {
  const last = attempts.at(-1);
  return last && !last.result ? attempts.length : undefined;
}

/** The answer to a question. A quiz may call its questions anything, `constructor` too. */
export function answerTo({ answers }: QuizAttempt, questionId: string): QuizAnswer | undefined {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}
