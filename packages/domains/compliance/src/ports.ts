import type { AgencyId, AgencyUnit, EmploymentStatus, Jp, PersonId } from '@sinau/kernel';
import type { CountedRecord, DutyState, YearStanding } from './counted.ts';
import type { Counts, Tally, TallyScope } from './tally.ts';

/** Where somebody counts on one day. */
export interface CountedPlace {
  readonly agencyId: AgencyId;
  /** Of the agency where they count; absent for those who are lent to it. */
  readonly unitId?: string;
}

export interface CountedPerson {
  readonly name: string;
  /** Undefined on days on which they belong to no agency, or their account is closed. */
  placeOn(day: string): CountedPlace | undefined;
  /** Home and working agency now; of them duties count. None for whose account is closed. */
  readonly agencies: readonly CountedPlace[];
}

/** Identity, as far as counting needs it. Rejects with `Unavailable`. */
export interface Workforce {
  /** Reads every write that was answered before. Undefined for nobody. */
  personOf(personId: PersonId): Promise<CountedPerson | undefined>;
  /** People whose home is an agency, in an order of its own. */
  peopleOf(
    agencyId: AgencyId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly next?: string }>;
}

/** Sums of a year, with what its rule says. */
export interface YearCredit {
  readonly year: number;
  readonly status: EmploymentStatus;
  readonly recognised: Jp;
  readonly minimum?: Jp;
  /** `recognised`: in the period that the maximum holds for, which may be another than the year, until its last day `to`. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp; readonly to: string };
}

/** The ledger of JP. Rejects with `Unavailable`. */
export interface CreditDirectory {
  /** Of every year that has sums, and of those that are named. Reads every write that was answered before. */
  yearsOf(personId: PersonId, also: readonly number[]): Promise<readonly YearCredit[]>;
}

export interface Duty {
  readonly agencyId: AgencyId;
  readonly obligationId: string;
  readonly period: string;
  readonly courseId: string;
  readonly state: DutyState;
  readonly dueOn?: string;
  /** When that day is over for the person, ISO 8601 UTC. */
  readonly overAt?: string;
}

/** Obligations. Rejects with `Unavailable`. */
export interface DutyDirectory {
  /** Every duty of a person, in no particular order. Reads every write that was answered before. */
  dutiesOf(personId: PersonId): Promise<readonly Duty[]>;
}

/** Units of identity. Rejects with `Unavailable`. */
export interface UnitDirectory {
  /** As they are called and stand now; ended ones too, as somebody may still be there. */
  unitsOf(agencyId: AgencyId): Promise<readonly AgencyUnit[]>;
}

/** A list of what is counted; it has as many entries as its counter says. */
export type ListName =
  | {
      readonly kind: 'coverage';
      readonly agencyId: AgencyId;
      readonly year: number;
      readonly unitId: string;
      readonly standing: YearStanding;
    }
  | {
      readonly kind: 'duties';
      readonly agencyId: AgencyId;
      readonly period: string;
      readonly state: DutyState;
      /** @default of all, obligation by obligation */
      readonly obligationId?: string;
      /** `''`: those in no unit. @default of the whole agency */
      readonly unitId?: string;
    }
  /** Who owes something whose last day was over at that moment, ISO 8601 UTC, longest overdue first. */
  | {
      readonly kind: 'due';
      readonly agencyId: AgencyId;
      readonly overBy: string;
      /** `''`: those in no unit. @default of the whole agency */
      readonly unitId?: string;
    }
  /** Whose year is `fullUntil` a day before this one, the earliest first. */
  | { readonly kind: 'turned'; readonly agencyId: AgencyId; readonly before: string };

export interface ListPage {
  readonly records: readonly CountedRecord[];
  /** Opaque; present when more may follow. */
  readonly next?: string;
}

/** How far the people of an agency have been counted for a year, from the first to the last. */
export interface Walk {
  readonly agencyId: AgencyId;
  readonly year: number;
  /** People counted so far. */
  readonly people: number;
  /** Where to go on. */
  readonly after?: string;
  readonly doneAt?: string;
}

/** What is counted, and the counters made of it. Rejects with `Unavailable`; then nothing was written. */
export interface ComplianceStore {
  /** All of one person, and how often it was changed. Reads every write that was answered before. */
  recordsOf(
    personId: PersonId,
  ): Promise<{ readonly rev: number; readonly records: readonly CountedRecord[] }>;
  /**
   * Takes some away, puts others, and changes counters along, all or nothing. `conflict`: what is counted of the person is not
   * at `rev` any more. At most `mostTogether` records at once.
   */
  replace(change: {
    readonly personId: PersonId;
    readonly rev: number;
    readonly gone: readonly CountedRecord[];
    readonly come: readonly CountedRecord[];
    readonly tallies: readonly Tally[];
    /** ISO 8601 UTC. */
    readonly at: string;
  }): Promise<'stored' | 'conflict'>;
  /** Counters of every group that has any, by group. Reads every write that was answered before. */
  countsOf(scope: TallyScope): Promise<ReadonlyMap<string, Counts>>;
  /** By name, those that are due or turned by their last day. May lag by about a second. */
  list(name: ListName, page: { readonly limit: number; readonly after?: string }): Promise<ListPage>;
  findWalk(agencyId: AgencyId, year: number): Promise<Walk | undefined>;
  saveWalk(walk: Walk): Promise<void>;
}

/** Records that one change may take away and put, so that it fits a transaction with its counters. */
export const mostTogether = 24;
