import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import type { Member } from './audience/audience.ts';
import type { Duty, DutyGroup, DutyPlace, DutyState } from './duty/duty.ts';
import type { CourseStanding } from './duty/duty-state.ts';
import type { ExceptionStore } from './exceptions/ports.ts';
import type { Maker, Obligation, ObligationId } from './obligation.ts';
import type { Spread, SpreadMessage } from './spread/spread.ts';

export interface PageOf {
  readonly limit: number;
  /** A `next` of the same list. */
  readonly after?: string;
}

/** How many duties are in each list, period by period; what is overdue stands in that of its state as well. */
export type DutyCounts = Readonly<Record<string, Readonly<Partial<Record<DutyGroup, number>>>>>;

/** What agencies require. Reads see every write that was answered before. Every method rejects with `Unavailable`. */
export interface ObligationStore {
  /** With a spread both are stored or neither, as `saveSpread` would; `spread-changed`: the stored spread has another `rev`. */
  create(obligation: Obligation, spread?: Spread): Promise<'created' | 'exists' | 'spread-changed'>;
  find(agencyId: AgencyId, obligationId: ObligationId): Promise<Obligation | undefined>;
  /** Stores it with the next `rev`; `changed` when the stored one has another than this. A spread as with `create`. */
  save(obligation: Obligation, spread?: Spread): Promise<'saved' | 'changed' | 'spread-changed'>;
  /** Of an agency, ended ones too, in no particular order. */
  listOf(agencyId: AgencyId): Promise<readonly Obligation[]>;
}

/** What people owe, kept for good. Reads see every write that was answered before, lists may lag by about a second. */
export interface DutyStore {
  findDuty(place: DutyPlace): Promise<Duty | undefined>;
  /** Everything that a person owes or owed, in no particular order. */
  dutiesOf(personId: PersonId): Promise<readonly Duty[]>;
  /**
   * Stores `after` with the next `rev`, and counts it where it stands now, whole or not at all; `changed` when the stored one is
   * no longer `before`, or there is one and none was given.
   */
  write(change: { readonly before?: Duty; readonly after: Duty }): Promise<'written' | 'changed'>;
  /** `now`: ISO 8601 UTC; what is overdue is read off the clock. */
  countsOf(obligationId: ObligationId, now: string): Promise<DutyCounts>;
  /** Duties of an obligation in one state, whose day is over first before the others; `overBy`: only those that are by then. */
  listState(
    list: { readonly obligationId: ObligationId; readonly state: DutyState; readonly overBy?: string },
    page: PageOf,
  ): Promise<{ readonly duties: readonly Duty[]; readonly next?: string }>;
}

/** Where spreading stands, one row an obligation. */
export interface SpreadStore {
  findSpread(obligationId: ObligationId): Promise<Spread | undefined>;
  /** Stores it with the next `rev`; `changed` when the stored one has another, or there is one and this has `rev` 0. */
  saveSpread(spread: Spread): Promise<{ outcome: 'saved'; spread: Spread } | { outcome: 'changed' }>;
  /** Those whose turn has come, the longest waiting first; may lag by about a second. */
  listDueSpreads(until: string, limit: number): Promise<readonly Spread[]>;
}

/** Identity, as obligations ask it. */
export interface MemberDirectory {
  /** Undefined for somebody who is absent, disabled, of no agency, or not at work by their legal standing. */
  memberOf(personId: PersonId): Promise<Member | undefined>;
  /**
   * People of an agency who are not disabled, unit by unit; with `unitIds` those of these units and of all below them. Somebody
   * who moves meanwhile may be left out, and is met by whoever follows the move.
   */
  pageOf(
    list: { readonly agencyId: AgencyId; readonly unitIds?: readonly string[] },
    page: PageOf,
  ): Promise<{ readonly members: readonly Member[]; readonly next?: string }>;
  /** How many these are. */
  headsOf(list: { readonly agencyId: AgencyId; readonly unitIds?: readonly string[] }): Promise<number>;
  /** Changes whenever other people would be found without anybody having moved: units that were moved, joined or ended. */
  basisOf(list: { readonly agencyId: AgencyId; readonly unitIds?: readonly string[] }): Promise<string>;
}

/** A course, or a path, that is to be given to somebody as a duty. */
export interface CourseOrder {
  readonly agencyId: AgencyId;
  readonly obligationId: ObligationId;
  readonly personId: PersonId;
  readonly courseId: string;
  readonly dueOn: LocalDate;
  /** What the learner reads. */
  readonly reason: string;
  readonly by: Maker;
}

/** Enrolment, learning paths and credit, as obligations ask them. */
export interface CourseDesk {
  /** `since`: when the round began, ISO 8601 UTC; of a path, what was finished before does not count in it. */
  standingOf(place: {
    readonly personId: PersonId;
    readonly courseId: string;
    readonly since?: string;
  }): Promise<CourseStanding>;
  /** Gives the course, once more to who has completed it. Repeated it changes nothing more. */
  give(
    order: CourseOrder,
  ): Promise<'given' | 'course-closed' | 'invitation' | 'quota' | 'budget' | 'other-agency'>;
  /**
   * Takes back what was given for the obligation, unless it is given for another one, `heir`, by that. Who has begun or had
   * enrolled before goes on without the duty.
   */
  takeBack(
    place: Pick<CourseOrder, 'personId' | 'courseId' | 'obligationId'>,
    heir: CourseOrder | undefined,
  ): Promise<void>;
}

/** The catalogue and learning paths, as obligations ask them. */
export interface CourseShelf {
  /**
   * Undefined for a course that nobody can enrol in, and a path that nobody of the agency can begin. `once`: it cannot be taken again, as
   * something of it takes place once.
   */
  admissionOf(
    courseId: string,
    agencyId: AgencyId,
  ): Promise<'open' | 'approval' | 'invitation' | 'once' | undefined>;
}

export interface SpreadQueue {
  send(message: SpreadMessage): Promise<void>;
}

export type ObligationsStore = ObligationStore & DutyStore & SpreadStore & ExceptionStore;
