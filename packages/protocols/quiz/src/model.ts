import type { RichText } from './rich-text.ts';

/** What every question has. */
interface QuestionBase {
  /** Stays the same for good: item statistics and statements name it. 1 to 64 of `A-Z a-z 0-9 . _ -`. */
  readonly questionId: string;
  /** For authors; learners see the prompt. */
  readonly title: string;
  readonly prompt: RichText;
  /** What a response that is wholly right is worth; above 0, at most 1000. */
  readonly points: number;
  /** Shown in the review, to everybody who answered. */
  readonly explanation?: RichText;
}

/** One thing that can be chosen, paired or put in order. `id` as that of a question, once in its list. */
export interface Option {
  readonly id: string;
  readonly text: RichText;
}

/** One (radio) or several (check boxes) of some choices; two choices may be true and false. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly multiple: boolean;
  /** The choices are `true` and `false`, by these ids. */
  readonly trueFalse?: boolean;
  readonly shuffle: boolean;
  /**
   * `share`: what choosing it adds, -1 to 1. One of several: the best has 1. Several: the shares above 0 make 1, and one
   * with 0 takes away as much as a right one gives on average, so that choosing everything is never worth full marks.
   */
  readonly choices: readonly (Option & { readonly share: number; readonly feedback?: RichText })[];
}

/** A number; the answer with the greatest share that fits counts. */
export interface NumericQuestion extends QuestionBase {
  readonly kind: 'numeric';
  /** Right from `value - tolerance` to `value + tolerance`. `share`: above 0 to 1. */
  readonly answers: readonly { readonly value: number; readonly tolerance: number; readonly share: number }[];
  /** Shown behind the field. */
  readonly unit?: string;
}

/** A word or short phrase. */
export interface ShortTextQuestion extends QuestionBase {
  readonly kind: 'short-text';
  readonly caseSensitive: boolean;
  /** `*` in a text stands for anything, `\*` for the sign. Spaces at the ends and doubled ones do not count. */
  readonly answers: readonly { readonly text: string; readonly share: number }[];
}

/** Each source is to be paired with a target; a target may be used more than once or never. */
export interface MatchingQuestion extends QuestionBase {
  readonly kind: 'matching';
  readonly shuffle: boolean;
  readonly sources: readonly (Option & { readonly targetId: string })[];
  readonly targets: readonly Option[];
}

/** Items to be put in order; they are listed in the right one and always shown shuffled. */
export interface OrderingQuestion extends QuestionBase {
  readonly kind: 'ordering';
  readonly items: readonly Option[];
}

export type Question =
  | ChoiceQuestion
  | NumericQuestion
  | ShortTextQuestion
  | MatchingQuestion
  | OrderingQuestion;

export type QuestionKind = Question['kind'];

/** What a learner answered; ids are those of the question. A question without a response counts as not answered. */
export type QuestionResponse =
  | { readonly kind: 'choice'; readonly choiceIds: readonly string[] }
  /** As typed: a comma or a point before decimals. */
  | { readonly kind: 'numeric'; readonly text: string }
  | { readonly kind: 'short-text'; readonly text: string }
  | { readonly kind: 'matching'; readonly pairs: readonly (readonly [sourceId: string, targetId: string])[] }
  | { readonly kind: 'ordering'; readonly itemIds: readonly string[] };

/** What a response is worth. */
export interface ResponseOutcome {
  /** 0 to 1, never below. */
  readonly share: number;
  /** `points` of the question times `share`. */
  readonly points: number;
  readonly correct: boolean;
}

/** Questions that belong together. */
export interface QuizSection {
  readonly sectionId: string;
  readonly title?: string;
  /** So many are drawn for each attempt; absent: all of them, in this order. */
  readonly pick?: number;
  readonly questions: readonly Question[];
}

/** What an import keeps of a quiz; never changed. It holds the answers, so it never lies where content is served. */
export interface Quiz {
  readonly v: 1;
  readonly title: string;
  readonly introduction?: RichText;
  readonly sections: readonly QuizSection[];
  /** What the source says of how it is to be taken; the course may set it otherwise. */
  readonly rules: QuizRules;
}

/** How a quiz is taken. */
export interface QuizRules {
  /** For each attempt, from its start, by the server's clock; absent: as long as one likes. */
  readonly timeLimitSeconds?: number;
  /** Absent: any number. */
  readonly maxAttempts?: number;
  /** 0 to 1 of the points; absent: nobody fails. */
  readonly passMark?: number;
  readonly shuffleQuestions: boolean;
  /** What a learner may see of an attempt that is over: nothing but the score, which responses were right, or the answers too. */
  readonly review: 'score' | 'marks' | 'answers';
  /** From when on: after each attempt, or once no attempt is left or one has passed. */
  readonly reviewFrom: 'submission' | 'end';
}

export const defaultQuizRules: QuizRules = {
  shuffleQuestions: false,
  review: 'answers',
  reviewFrom: 'submission',
};

/** The most there may be. */
export const quizLimits = {
  questions: 500,
  sections: 50,
  options: 50,
  answers: 50,
  /** Characters of one text. */
  text: 20_000,
  /** Characters that a learner types. */
  response: 1_000,
  /** Characters of a title. */
  title: 250,
  /** Blocks of a text; runs of a paragraph and items of a list. */
  blocks: 200,
  runs: 500,
  /** All texts together, so that a quiz can be read whole. */
  allText: 2_000_000,
  timeLimitSeconds: 24 * 60 * 60,
  attempts: 100,
} as const;
