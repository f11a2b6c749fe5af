import type { Brand, PersonId } from '@sinau/kernel';
import type { CommunityId } from '../communities/community.ts';

export type QuestionId = Brand<'CommunityQuestionId'>;
export type AnswerId = Brand<'CommunityAnswerId'>;

/** Taken out of sight by a facilitator, with the reason that members read. */
export interface Hidden {
  readonly by: PersonId;
  /** ISO 8601 UTC, like every moment here. */
  readonly at: string;
  readonly reason: string;
}

/** What a member of a community asks the others; plain text. */
export interface Question {
  readonly communityId: CommunityId;
  readonly questionId: QuestionId;
  readonly title: string;
  /** May be empty. */
  readonly text: string;
  /** Absent: they are erased. */
  readonly askedBy?: PersonId;
  readonly askedAt: string;
  /** When its words were last changed. */
  readonly changedAt?: string;
  /** Answers that members see. */
  readonly answers: number;
  /** The answer that has helped, as the asker says, and since when. */
  readonly helpful?: { readonly answerId: AnswerId; readonly at: string };
  readonly hidden?: Hidden;
  readonly rev: number;
}

export interface Answer {
  readonly communityId: CommunityId;
  readonly questionId: QuestionId;
  readonly answerId: AnswerId;
  readonly text: string;
  /** Absent: they are erased. */
  readonly answeredBy?: PersonId;
  readonly answeredAt: string;
  readonly changedAt?: string;
  readonly hidden?: Hidden;
  readonly rev: number;
}

/** How much somebody has written in a community on one day of UTC. */
export interface WriterDay {
  readonly communityId: CommunityId;
  readonly personId: PersonId;
  /** ISO date. */
  readonly day: string;
  readonly questions: number;
  readonly answers: number;
  readonly rev: number;
}

/** Limits of ours; no law names any. Enough for whoever asks and answers all day, and too few to drown the others. */
export const boardLimits = {
  ...{ title: [5, 150], text: [0, 4_000], answer: [2, 4_000], reason: [3, 300] },
  ...{ questionsADay: 10, answersADay: 40, answersOfQuestion: 50 },
  /** Hidden answers among them: they go with their question, in one transaction of a hundred rows at most. */
  answerRowsOfQuestion: 90,
} as const;

/** Nobody has answered it yet in a way that members see. */
export const isUnanswered = ({ answers }: Pick<Question, 'answers'>): boolean => answers === 0;

/** Since when a question has the words that it has. */
export const wordsAt = ({ changedAt, askedAt }: Pick<Question, 'changedAt' | 'askedAt'>): string =>
  changedAt ?? askedAt;

/** It stands first on the board: unanswered, and not hidden, as nobody can answer under a question that is. */
export const waitsForAnswer = ({ answers, hidden }: Pick<Question, 'answers' | 'hidden'>): boolean =>
  answers === 0 && !hidden;
