import type { Told } from './told.ts';
import type { Question } from './traces.ts';

/** A module of the version that is looked at. `parts`: marks of its AUs, as their activity ids end. */
export interface ModuleFrame {
  readonly moduleId: string;
  readonly parts: readonly string[];
}

/** Whose learning is counted: who takes this version and enrolled in these months, both included, as in Jakarta. */
export interface CohortWish {
  readonly version: number;
  /** `2026-03` */
  readonly from?: string;
  readonly until?: string;
}

/** What all statistics say of themselves. */
export interface StatisticsHead extends CohortWish {
  readonly courseId: string;
  /** When it was counted, ISO 8601 UTC; what happened in the seconds before may be missing. */
  readonly asOf: string;
  /** Learners in it. */
  readonly learners: Told;
  /** Too few to tell anything but that. */
  readonly suppressed: boolean;
  /** 1, or the share of all learners that was drawn at random and counted; numbers are then projected. */
  readonly sampled: number;
}

export type StepKind = 'enrolled' | 'started' | 'module-started' | 'module-finished' | 'completed';

export interface FunnelStep {
  readonly kind: StepKind;
  readonly moduleId?: string;
  readonly people: Told;
  /** Of those enrolled, 0 to 1. */
  readonly share?: number;
}

/** Learners who stopped, by the module that they had open last; without one: they never opened any. */
export interface StopCount {
  readonly moduleId?: string;
  readonly people: Told;
}

/** How long learners were at work; without module: in the whole course. */
export interface TimeSpread {
  readonly moduleId?: string;
  /** Who finished it. */
  readonly people: Told;
  /** Seconds; absent below ten people. */
  readonly quartiles?: { readonly lower: number; readonly median: number; readonly upper: number };
}

/** Launches of a module, and those that its content did not close. */
export interface LaunchCount {
  readonly moduleId: string;
  readonly launches: Told;
  readonly abandoned: Told;
  readonly share?: number;
}

export interface CourseStatistics extends StatisticsHead {
  readonly steps: readonly FunnelStep[];
  readonly stops: readonly StopCount[];
  readonly times: readonly TimeSpread[];
  readonly launches: readonly LaunchCount[];
}

export interface WatchedBin {
  /** Seconds from the beginning. */
  readonly from: number;
  readonly viewers: Told;
  /** Of the viewers, who played it more than once. */
  readonly again: Told;
}

export interface PageCount {
  readonly page: number;
  readonly viewers: Told;
}

export interface ResponseCount {
  readonly response: string;
  readonly people: Told;
  /** 0 to 1. */
  readonly share?: number;
  readonly correct: boolean;
}

export interface QuestionStatistics extends Omit<Question, 'question'> {
  readonly question: string;
  /** Learners whose first answer counts. */
  readonly answers: Told;
  /** Absent below ten answers. */
  readonly figures?: {
    /** p-value: average score, 0 to 1. */
    readonly difficulty: number;
    /** Correlation with the other questions of the module; absent where there is none to be had. */
    readonly pointBiserial?: number;
    readonly responses: readonly ResponseCount[];
    /** Who answered something else, or something that fewer than five have answered. */
    readonly others: Told;
  };
}

export interface ModuleStatistics extends StatisticsHead {
  readonly moduleId: string;
  readonly started: Told;
  readonly finished: Told;
  readonly time: TimeSpread;
  readonly watching?: {
    readonly lengthSeconds: number;
    readonly viewers: Told;
    readonly bins: readonly WatchedBin[];
  };
  readonly pages?: readonly PageCount[];
  /** In the order of their ids. */
  readonly questions: readonly QuestionStatistics[];
  /** There are more than `questions` lists. */
  readonly moreQuestions: boolean;
}
