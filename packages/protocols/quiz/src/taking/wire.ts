import type { LanguageMap, Locale } from '@sinau/kernel';
import * as z from 'zod/mini';
import { type QuestionResponse, type QuizRules, quizLimits } from '../model.ts';
import type { RichText } from '../rich-text.ts';
import type { ShownQuestion } from './shown-question.ts';
import type { ShownSolution } from './shown-solution.ts';

/*
 * What the page of a quiz and the server say to each other, `POST` with `Authorization: Basic <auth token>`:
 *
 *   /launch/quiz/start    no body       → `QuizStart`
 *   /launch/quiz/attempts no body       → `OpenAttempt`, a new one or the one that is open
 *   /launch/quiz/answers  `QuizMessage` → `QuizSaved`; also `text/plain`, with the token in its address, from a page that goes
 *   /launch/quiz/submit   `QuizMessage` → `QuizResult`; the same again is answered alike
 *   /launch/quiz/review   `{ attempt }` → `QuizReview`
 *   /launch/quiz/leave    no body       → `QuizLeave`
 *
 * Refusals are problem details (RFC 9457) whose `code` tells what to do:
 *   403 delivery.session-ended     the session was ended elsewhere
 *   403 delivery.review-closed     the rules do not show this (yet)
 *   409 delivery.attempt-over      submitted, or its time is up: what was saved before counts; ask `start` how it went
 *   409 delivery.no-attempt-left   all attempts were used, or one has passed
 *   400 request.invalid            sending it again does not help
 *   429, 503, no answer            try the same again later
 */

export interface QuizStart {
  readonly mode: 'normal' | 'browse' | 'review';
  readonly locale: Locale;
  readonly courseTitle: LanguageMap;
  readonly moduleTitle: LanguageMap;
  readonly introduction?: RichText;
  readonly returnUrl: string;
  /** Counts the starts of pages; goes into every message. */
  readonly run: number;
  readonly overview: QuizOverview;
  /** The one that is open. */
  readonly attempt?: OpenAttempt;
  /** Browse: questions as an attempt might have them. */
  readonly preview?: readonly ShownQuestion[];
}

/** How the quiz is taken, and what this learner has reached. */
export interface QuizOverview {
  /** Of one attempt. */
  readonly questions: number;
  readonly rules: QuizRules;
  /** Oldest first. */
  readonly attempts: readonly AttemptSummary[];
  /** Absent: any number. None once one has passed. */
  readonly attemptsLeft?: number;
  /** Absent: nobody fails, or nothing was submitted. */
  readonly passed?: boolean;
  /** Number of the best one that is over. */
  readonly best?: number;
}

export interface AttemptSummary {
  readonly number: number;
  readonly startedAt: string;
  readonly result?: AttemptResult;
  readonly reviewable: boolean;
}

export interface AttemptResult {
  readonly at: string;
  /** `replaced`: the quiz was changed meanwhile; it was not judged and does not count. */
  readonly how: 'submitted' | 'time-up' | 'replaced';
  readonly points: number;
  readonly maxPoints: number;
  /** 0 to 1. */
  readonly scaled: number;
  /** Absent: nobody fails. */
  readonly passed?: boolean;
}

export interface OpenAttempt {
  readonly number: number;
  readonly startedAt: string;
  /** By the server's clock; absent: as long as one likes. */
  readonly remainingSeconds?: number;
  readonly questions: readonly ShownQuestion[];
  readonly answers: readonly KeptAnswer[];
  /** Question that was shown last. */
  readonly place?: string;
}

export interface KeptAnswer {
  readonly questionId: string;
  /** Absent: none. */
  readonly response?: QuestionResponse;
  readonly flagged: boolean;
  /** Spent on the question so far. */
  readonly seconds: number;
  readonly savedAt: string;
}

export interface QuizSaved {
  /** `stale`: later messages had it all already. `ignored`: nothing is kept in this mode. */
  readonly outcome: 'stored' | 'stale' | 'ignored';
  readonly savedAt?: string;
  readonly remainingSeconds?: number;
  /** Another tab or device has started the quiz since; it goes on there. */
  readonly replaced?: true;
}

export interface QuizResult {
  readonly attempt: AttemptSummary;
  readonly overview: QuizOverview;
}

export interface QuizReview {
  readonly attempt: AttemptSummary;
  /** Absent where the rules show the score alone. */
  readonly questions?: readonly ReviewedQuestion[];
}

export interface ReviewedQuestion {
  readonly question: ShownQuestion;
  readonly response?: QuestionResponse;
  readonly points: number;
  readonly correct: boolean;
  /** These two only where the rules show answers. */
  readonly solution?: ShownSolution;
  readonly explanation?: RichText;
}

export interface QuizLeave {
  readonly returnUrl: string;
}

const count = z.int().check(z.minimum(1), z.maximum(1_000_000));
const questionId = z.string().check(z.minLength(1), z.maxLength(64));

export const quizMessageSchema = z.strictObject({
  attempt: count,
  /** Of `start`. */
  run: count,
  /** Counts the messages of a run; what a later one has said of a question stays. */
  sequence: count,
  /** Question that is shown now. */
  place: z.exactOptional(questionId),
  answers: z
    .array(
      z.strictObject({
        questionId,
        /** In the ids of the shown question; null: none any more. */
        response: z.unknown(),
        flagged: z.boolean(),
        /** Spent on the question so far. */
        seconds: z.number().check(z.minimum(0), z.maximum(quizLimits.timeLimitSeconds * 100)),
      }),
    )
    .check(z.maxLength(quizLimits.questions)),
});
export type QuizMessage = z.output<typeof quizMessageSchema>;

export const quizReviewSchema = z.strictObject({ attempt: count });
