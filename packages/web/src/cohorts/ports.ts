import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SeatStateName } from '../events/ports.ts';
import type { SheetPorts } from '../sheets.ts';

export const admissionNames = ['open', 'supervisor', 'nomination'] as const;
export type AdmissionName = (typeof admissionNames)[number];
export const cohortAudienceNames = ['agency', 'units'] as const;

export interface CohortCard {
  readonly cohortId: string;
  readonly name: string;
  /** What is learned together. */
  readonly subject: { readonly kind: 'path' | 'course'; readonly id: string; readonly title: LanguageMap };
  readonly state: 'draft' | 'open' | 'closed' | 'cancelled';
  /** ISO dates, of the place. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applyUntil: string;
  readonly seat?: SeatStateName;
}

export interface CohortStepView {
  readonly title: LanguageMap;
  readonly state: 'done' | 'open' | 'locked';
  /** By when it is to be finished, ISO date. */
  readonly dueOn?: string;
  readonly isLate: boolean;
}

/** Why somebody who waits is before others: it is required of them, or they used a priority seat. */
export const cohortRanks = ['required', 'priority'] as const;
export type CohortRank = (typeof cohortRanks)[number];

/** How far somebody is in what their cohort learns. */
export interface RosterRow {
  readonly personId: string;
  readonly name: string;
  readonly state: SeatStateName;
  /** For the agency. */
  readonly rank?: CohortRank;
  readonly reason?: string;
  readonly needed: number;
  readonly done: number;
  /** Steps whose day is over. */
  readonly late: number;
  /** When all of it was finished, ISO 8601 UTC. */
  readonly completedAt?: string;
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  readonly next?: string;
}

export interface CohortView extends CohortCard {
  readonly about?: string;
  readonly admission: AdmissionName;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly zone: string;
  readonly cancelReason?: string;
  readonly facilitator?: string;
  readonly mayApply: boolean;
  readonly place?: {
    readonly state: SeatStateName;
    /** Absent once nobody comes in any more. */
    readonly offeredUntil?: string;
    readonly ahead?: number;
    readonly rank?: CohortRank;
    /** The person has a right that would put them before others here. */
    readonly mayUsePriority?: true;
    readonly reason?: string;
    readonly mayLeave: boolean;
  };
  readonly steps: readonly CohortStepView[];
  readonly needed: number;
  readonly done: number;
  /** The reader looks after it. */
  readonly isFacilitator: boolean;
}

export interface CohortRequestView {
  readonly cohortId: string;
  readonly personId: string;
  readonly name: string;
  readonly cohort: string;
  readonly free: number;
  readonly waiting: number;
}

export interface NamingView {
  readonly cohortId: string;
  readonly name: string;
  readonly startsOn: string;
  readonly applyUntil: string;
  readonly free: number;
  readonly waiting: number;
  /** Of the team, who is not in it. */
  readonly people: readonly (readonly [personId: string, name: string])[];
}

export interface NominatedView {
  readonly seated: number;
  readonly waiting: number;
  readonly already: number;
  /** As they were written. */
  readonly refused: readonly string[];
}

/** Which list: who is late, or has not finished; of one step, or of all that have a day. */
export interface LateAsk {
  readonly only: 'late' | 'open';
  readonly stepId?: string;
}

/** Who has not finished which step of a cohort. */
export interface LateView {
  readonly cohortId: string;
  readonly name: string;
  /** That have a day, the first day first; how many people have not finished each, and are late with it. */
  readonly steps: readonly {
    readonly stepId: string;
    readonly title: LanguageMap;
    readonly dueOn: string;
    readonly open: number;
    readonly late: number;
  }[];
  /** As it was asked. */
  readonly rows: readonly {
    readonly personId: string;
    readonly name: string;
    readonly title: LanguageMap;
    readonly dueOn: string;
    readonly isLate: boolean;
  }[];
}

export interface LatePorts {
  lateOf(person: PersonPrincipal, cohortId: string, ask: LateAsk): Promise<LateView>;
}

/** A step of somebody of the team that is late, or due within a week. */
export interface TeamStepView {
  readonly name: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly title: LanguageMap;
  readonly dueOn: string;
  readonly isLate: boolean;
}

/** Cohorts for whoever learns, for their supervisor, and for whoever looks after one. */
export interface CohortsPorts extends LatePorts, SheetPorts {
  list(
    person: PersonPrincipal,
  ): Promise<{ readonly open: readonly CohortCard[]; readonly own: readonly CohortCard[] }>;
  cohortOf(person: PersonPrincipal, cohortId: string): Promise<CohortView>;
  /** For whoever looks after it. */
  rosterOf(person: PersonPrincipal, cohortId: string, after: string | undefined): Promise<Roster>;
  apply(person: PersonPrincipal, cohortId: string): Promise<void>;
  confirm(person: PersonPrincipal, cohortId: string): Promise<void>;
  leave(person: PersonPrincipal, cohortId: string): Promise<void>;
  teamOf(person: PersonPrincipal): Promise<{
    readonly requests: readonly CohortRequestView[];
    readonly naming: readonly NamingView[];
    readonly steps: readonly TeamStepView[];
  }>;
  /** Days of its steps as a calendar file. */
  calendarOf(person: PersonPrincipal, cohortId: string): Promise<string>;
  decide(
    person: PersonPrincipal,
    given: { readonly cohortId: string; readonly personId: string; readonly reason?: string },
  ): Promise<void>;
  nominate(person: PersonPrincipal, cohortId: string, personIds: readonly string[]): Promise<NominatedView>;
}

/** Who comes in, and which days hold; a form writes it. */
export interface CohortOrder {
  readonly name: string;
  readonly about?: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applyUntil: string;
  readonly zone: string;
  readonly capacity: number;
  readonly admission: AdmissionName;
  readonly audience: (typeof cohortAudienceNames)[number];
  readonly unitIds: readonly string[];
  readonly confirmHours: number;
  /** E-mail address or NIP. */
  readonly facilitator?: string;
  readonly dueDays: readonly { readonly stepId: string; readonly on: string }[];
}

export interface DeskCohortRow extends CohortCard {
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
}

export interface DeskCohortView extends DeskCohortRow {
  readonly order: CohortOrder;
  readonly rev: number;
  readonly cancelReason?: string;
  readonly facilitator?: string;
  readonly steps: readonly {
    readonly stepId: string;
    readonly title: LanguageMap;
    readonly dueOn?: string;
  }[];
}

export interface CohortChoices {
  /** `path:<id>` and `course:<id>`, and what they are called. */
  readonly paths: readonly (readonly [string, LanguageMap])[];
  readonly courses: readonly (readonly [string, LanguageMap])[];
  readonly units: readonly (readonly [string, string])[];
}

export type CohortSaved =
  | { readonly outcome: 'saved'; readonly cohortId: string }
  /** Names of the fields that do not fit together; `due:<step id>` is the day of a step. */
  | { readonly outcome: 'faulty'; readonly fields: readonly string[] };

export type CohortAct = 'open' | 'close' | 'remove';

/** Cohorts of an agency, for those who hold them. */
export interface CohortsDeskPorts extends LatePorts, SheetPorts {
  list(
    person: PersonPrincipal,
    after: string | undefined,
  ): Promise<{ readonly rows: readonly DeskCohortRow[]; readonly next?: string }>;
  choices(person: PersonPrincipal): Promise<CohortChoices>;
  cohortOf(person: PersonPrincipal, cohortId: string): Promise<DeskCohortView>;
  make(
    person: PersonPrincipal,
    given: { readonly subject: string; readonly order: CohortOrder },
  ): Promise<CohortSaved>;
  change(
    person: PersonPrincipal,
    cohortId: string,
    given: { readonly order: CohortOrder; readonly rev: number },
  ): Promise<CohortSaved>;
  act(person: PersonPrincipal, cohortId: string, act: CohortAct): Promise<void>;
  cancel(person: PersonPrincipal, cohortId: string, reason: string): Promise<void>;
  /** By e-mail addresses or numbers. */
  nominate(person: PersonPrincipal, cohortId: string, who: readonly string[]): Promise<NominatedView>;
  takeBack(
    person: PersonPrincipal,
    cohortId: string,
    given: { readonly personId: string; readonly reason: string },
  ): Promise<void>;
  roster(person: PersonPrincipal, cohortId: string, after: string | undefined): Promise<Roster>;
  /** All of it, for a file. */
  wholeRoster(person: PersonPrincipal, cohortId: string): Promise<readonly RosterRow[]>;
}
