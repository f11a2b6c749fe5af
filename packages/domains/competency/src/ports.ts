import type { AgencyId, AgencyUnit, LocalDate, PersonId } from '@sinau/kernel';
import type { Assessment } from './assessment.ts';
import type { TechnicalCompetency } from './competency.ts';
import type { CountedPerson, GapsClosed, KeptClosing, UnitTally } from './counted.ts';
import type { MatchSetting } from './match-rule.ts';
import type { FollowUp, ItemId, PlanItem } from './plan-item.ts';
import type { PositionStandard, Post, PostKey } from './standard.ts';
import type { CourseTeaching } from './teaching.ts';

/** Somebody of an agency, as identity knows them now. */
export interface StaffMember {
  readonly personId: PersonId;
  readonly name: string;
  /** Home agency: its standard holds for them. */
  readonly agencyId: AgencyId;
  readonly unitId?: string;
  readonly supervisorId?: PersonId;
  /** Absent where nobody has said. */
  readonly post?: Post;
  /** Where they work. */
  readonly today: LocalDate;
}

/** Identity, as far as competence needs it. Rejects with `Unavailable`. */
export interface StaffDirectory {
  /** Undefined for nobody, staff of other organisations, and closed accounts. Reads every write that was answered before. */
  find(personId: PersonId): Promise<StaffMember | undefined>;
  /** Whose supervisor that is, by name. */
  teamOf(personId: PersonId): Promise<readonly StaffMember[]>;
  /** People whose home is an agency, in an order of its own. */
  peopleOf(
    agencyId: AgencyId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly next?: string }>;
}

/**
 * Dictionaries and standards of agencies. Reads see every write that was answered before, but for `agencies`. Saving writes with `rev` one higher, if the
 * stored one has that `rev`, or there is none and it is 0. Rejects with `Unavailable`.
 */
export interface StandardStore {
  /** In no order. */
  technical(agencyId: AgencyId): Promise<readonly TechnicalCompetency[]>;
  findTechnical(agencyId: AgencyId, code: string): Promise<TechnicalCompetency | undefined>;
  saveTechnical(next: TechnicalCompetency): Promise<'saved' | 'conflict'>;
  /** In no order. */
  standards(agencyId: AgencyId): Promise<readonly PositionStandard[]>;
  findStandard(agencyId: AgencyId, post: PostKey): Promise<PositionStandard | undefined>;
  /** Notes as well when standards of the agency last changed. */
  saveStandard(next: PositionStandard): Promise<'saved' | 'conflict'>;
  /** Those that have set a standard, with when they last did; at most 1,000, by id. */
  agencies(): Promise<readonly { readonly agencyId: AgencyId; readonly changedAt: string }[]>;
}

/** Bands by which agencies read a match. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface BandStore {
  /** One a use at most. */
  of(agencyId: AgencyId): Promise<readonly MatchSetting[]>;
  /** With `rev` one higher if the stored one has that `rev`, or there is none and it is 0. */
  save(next: MatchSetting): Promise<'saved' | 'conflict'>;
}

/** What was found out about people, and what they plan. Reads and saving as of standards. */
export interface PersonStore {
  /** Everything of one person; assessments in no order, items too. */
  of(
    personId: PersonId,
  ): Promise<{ readonly assessments: readonly Assessment[]; readonly items: readonly PlanItem[] }>;
  saveAssessment(next: Assessment): Promise<'saved' | 'conflict'>;
  /** Takes away a person's own word; tells whether it was there as it was read. */
  removeOwnWord(word: Assessment): Promise<boolean>;
  findItem(personId: PersonId, itemId: ItemId): Promise<PlanItem | undefined>;
  saveItem(next: PlanItem): Promise<'saved' | 'conflict'>;
  /** Says where an item is followed up, and changes nothing else of it; tells whether it stood as it was read. */
  placeItem(item: PlanItem): Promise<boolean>;
  /** Items that an agency follows up, by their day, oldest first; `from` and `until`: with that day. May lag by about a second. */
  followed(
    of: {
      readonly agencyId: AgencyId;
      readonly as: FollowUp;
      readonly from?: LocalDate;
      readonly until?: LocalDate;
    },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly items: readonly PlanItem[]; readonly next?: string }>;
}

/** What courses teach, as their providers say. Reads and saving as of standards. */
export interface TeachingStore {
  find(courseId: string): Promise<CourseTeaching | undefined>;
  save(next: CourseTeaching): Promise<'saved' | 'conflict'>;
  /** Courses that teach one of the nine, at most 500, in no order. May lag by about a second. */
  coursesFor(competencyId: string): Promise<readonly CourseTeaching[]>;
}

/** How far the people of an agency have been counted anew. */
export interface Walk {
  readonly agencyId: AgencyId;
  readonly startedAt: string;
  readonly after?: string;
  readonly people: number;
  readonly doneAt?: string;
}

/** People beside their standards, and counters by unit. Rejects with `Unavailable`; then nothing was written. */
export interface CountStore {
  /** Reads every write that was answered before. `rev` 0: never counted. */
  counted(personId: PersonId): Promise<{ readonly rev: number; readonly record?: CountedPerson }>;
  /** The record, the counters along and a row for each gap that was closed, all or nothing. `conflict`: what is counted of the person is not at `rev` any more. */
  replace(change: {
    readonly personId: PersonId;
    readonly rev: number;
    readonly record?: CountedPerson;
    readonly tallies: readonly UnitTally[];
    readonly closed?: GapsClosed;
  }): Promise<'stored' | 'conflict'>;
  /** What assessments have closed in an agency and year. Costs sixteen rows at most, whoever works there. */
  closedIn(agencyId: AgencyId, year: number): Promise<Pick<GapsClosed, 'points' | 'changes'>>;
  /** The rows behind it, newest first. May lag by about a second. */
  closings(
    of: { readonly agencyId: AgencyId; readonly year: number },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly closings: readonly KeptClosing[]; readonly next?: string }>;
  /** Those of one person, of every agency and year, in no order. */
  closingsOf(personId: PersonId): Promise<readonly KeptClosing[]>;
  /** By unit (`''`: in none), counters by name; one that is not there is 0. Costs as much as the agency has units. */
  counts(agencyId: AgencyId): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
  /** People of one unit by name. May lag by about a second. */
  list(
    place: { readonly agencyId: AgencyId; readonly unitId: string },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly records: readonly CountedPerson[]; readonly next?: string }>;
  findWalk(agencyId: AgencyId): Promise<Walk | undefined>;
  saveWalk(walk: Walk): Promise<void>;
}

/** Units of identity. Rejects with `Unavailable`. */
export interface UnitDirectory {
  unitsOf(agencyId: AgencyId): Promise<readonly AgencyUnit[]>;
}
