import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { ModuleKind } from '../studio/module-ports.ts';

/** A number of people as it may be told: a multiple of five, or `few` for one to four. */
export type Told = number | 'few';

/** What was asked for, as it stands in the address. */
export interface StatisticsWish {
  readonly version?: string;
  /** First and last month of enrolment, `2026-03`. */
  readonly from?: string;
  readonly until?: string;
}

export interface StatisticsHead {
  readonly courseId: string;
  readonly title: LanguageMap;
  /** 0: there is none yet. */
  readonly version: number;
  readonly versions: readonly number[];
  readonly from?: string;
  readonly until?: string;
  readonly asOf: string;
  readonly learners: Told;
  /** Too few learners to tell anything. */
  readonly suppressed: boolean;
  /** Below 1: a random share of the learners was counted. */
  readonly sampled: number;
}

export interface TimeView {
  /** Absent: the whole course. */
  readonly moduleId?: string;
  readonly people: Told;
  /** Seconds. */
  readonly quartiles?: { readonly lower: number; readonly median: number; readonly upper: number };
}

export interface ModuleName {
  readonly moduleId: string;
  readonly kind: ModuleKind;
  readonly title: LanguageMap;
}

/** One kind of wrong call in a launch. */
export interface CallErrorView {
  readonly call: string;
  readonly element?: string;
  readonly error: number;
  readonly times: number;
}

export interface TroubledLaunch {
  readonly sessionId: string;
  readonly startedAt: string;
  /** A pseudonym. */
  readonly learner: string;
  readonly moduleId?: string;
  readonly kinds: readonly CallErrorView[];
}

export type StepKind = 'enrolled' | 'started' | 'module-started' | 'module-finished' | 'completed';

export interface CourseStatisticsView extends StatisticsHead {
  readonly modules: readonly ModuleName[];
  readonly stated: { readonly minutes?: number; readonly jp?: Jp };
  readonly steps: readonly {
    readonly kind: StepKind;
    readonly moduleId?: string;
    readonly people: Told;
    readonly share?: number;
  }[];
  readonly stops: readonly { readonly moduleId?: string; readonly people: Told }[];
  readonly times: readonly TimeView[];
  readonly launches: readonly {
    readonly moduleId: string;
    readonly launches: Told;
    readonly abandoned: Told;
    readonly share?: number;
  }[];
  readonly troubled: readonly TroubledLaunch[];
}

export interface QuestionStatisticsView {
  readonly question: string;
  readonly activityId: string;
  readonly type?: string;
  readonly text?: LanguageMap;
  readonly choices?: readonly { readonly id: string; readonly text?: LanguageMap }[];
  readonly answers: Told;
  readonly figures?: {
    readonly difficulty: number;
    readonly pointBiserial?: number;
    readonly responses: readonly {
      readonly response: string;
      readonly people: Told;
      readonly share?: number;
      readonly correct: boolean;
    }[];
    readonly others: Told;
  };
}

export interface ModuleStatisticsView extends StatisticsHead {
  readonly module: ModuleName;
  readonly started: Told;
  readonly finished: Told;
  readonly time: TimeView;
  readonly watching?: {
    readonly lengthSeconds: number;
    readonly viewers: Told;
    readonly bins: readonly { readonly from: number; readonly viewers: Told; readonly again: Told }[];
  };
  readonly pages?: readonly { readonly page: number; readonly viewers: Told }[];
  readonly questions: readonly QuestionStatisticsView[];
  readonly moreQuestions: boolean;
}

/** Calls of one launch that went wrong. */
export interface LaunchView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly sessionId: string;
  readonly startedAt: string;
  readonly version: number;
  readonly learner: string;
  readonly module?: ModuleName;
  readonly calls: number;
  readonly wrong: readonly {
    readonly at: string;
    readonly call: string;
    readonly element?: string;
    readonly value?: string;
    readonly error: number;
  }[];
}

export type Cell = string | number | undefined;

/** Of courses of the author's provider alone; others are absent. */
export interface StatisticsPorts {
  courseOf(person: PersonPrincipal, courseId: string, wish: StatisticsWish): Promise<CourseStatisticsView>;
  moduleOf(
    person: PersonPrincipal,
    place: { readonly courseId: string; readonly moduleId: string },
    wish: StatisticsWish,
  ): Promise<ModuleStatisticsView>;
  launchOf(
    person: PersonPrincipal,
    place: { readonly courseId: string; readonly sessionId: string },
  ): Promise<LaunchView>;
  /** CSV that no spreadsheet takes for formulas (case F1). */
  csvOf(rows: readonly (readonly Cell[])[]): Promise<string>;
}
