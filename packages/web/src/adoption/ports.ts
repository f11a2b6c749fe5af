import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const nudgeNames = ['begin', 'continue', 'plan-week'] as const;
export type NudgeName = (typeof nudgeNames)[number];

/** What a nudge has brought, where five people of each group at least learned and five did not. Shares and bounds go from -1 to 1. */
export interface NudgeResultView {
  readonly told: number;
  readonly toldReturned: number;
  readonly heldOut: number;
  readonly heldOutReturned: number;
  readonly difference: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly reading: 'more' | 'fewer' | 'unclear';
  readonly at: string;
}

export interface NudgeVersionView {
  readonly version: number;
  /** Percent of the people who are held out. */
  readonly share: number;
  readonly fromDays: number;
  readonly untilDays: number;
  readonly startedAt: string;
  readonly stoppedAt?: string;
  readonly isRunning: boolean;
  /** Absent below ten. */
  readonly met?: number;
  /** Absent until both groups are ten. */
  readonly result?: NudgeResultView;
}

export interface NudgeView {
  readonly kind: NudgeName;
  /** The newest first. */
  readonly versions: readonly NudgeVersionView[];
}

export interface NudgeStart {
  readonly kind: NudgeName;
  readonly share: number;
  /** Latest version as it was shown; 0 for none. */
  readonly after: number;
}

/** For operators, about everybody. */
export interface NudgesPorts {
  nudgesOf(person: PersonPrincipal): Promise<readonly NudgeView[]>;
  start(person: PersonPrincipal, start: NudgeStart): Promise<void>;
  stop(person: PersonPrincipal, place: { readonly kind: NudgeName; readonly version: number }): Promise<void>;
}

export interface AgencyAdoptionView {
  readonly year: number;
  /** People of the agency, and those who have the lesson hours of the year; absent below ten people. */
  readonly coverage?: { readonly people: number; readonly met: number };
  /** At least so many people have pledged something this year, in tens; absent below ten. */
  readonly pledgers?: number;
  readonly nudges: readonly NudgeView[];
}

/** For an agency, about its own people. */
export interface AgencyAdoptionPorts {
  adoptionOf(person: PersonPrincipal): Promise<AgencyAdoptionView>;
}

export interface TeamLineView {
  readonly name: string;
  readonly title: LanguageMap;
  /** ISO date. */
  readonly dueOn: string;
  readonly isOverdue: boolean;
}

/** What a supervisor's week with the team holds; by day and name, without ranks. */
/** In the order of the page. */
export const waitNames = ['course', 'external', 'plan', 'event', 'cohort', 'coaching'] as const;

export interface TeamWeekView {
  readonly duties: readonly TeamLineView[];
  readonly planItems: readonly TeamLineView[];
  readonly finished: readonly { readonly name: string; readonly title: LanguageMap }[];
  readonly recognised: readonly { readonly name: string; readonly value: string }[];
  /** What waits for the reader's word, by the list in which they give it. */
  readonly waits: Readonly<Record<(typeof waitNames)[number], number>>;
  readonly evaluations: number;
  /** The one thing to begin with; absent: there is nothing. */
  readonly action?: 'decide' | 'talk' | 'evaluate' | 'congratulate' | 'plan';
}

export interface TeamWeekPorts {
  /** Undefined for whoever leads nobody. */
  weekOf(person: PersonPrincipal): Promise<TeamWeekView | undefined>;
}
