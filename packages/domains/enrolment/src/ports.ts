import type { AgencyId, AtomicCompanion, Jp, LanguageMap, PersonId, ProviderId } from '@sinau/kernel';
import type { CostBalance, CostLine } from './charge.ts';
import type { Enrolment, Registration } from './enrolment.ts';
import type { Invitation } from './invitation.ts';
import type { PoolId, QuotaPots } from './pool.ts';
import type { PoolName } from './pool-list.ts';
import type { NotedWord, ProviderWord } from './provider-word.ts';
import type { QuotaChange, QuotaId, QuotaStanding } from './quota.ts';
import type { BudgetLineId, SeatLine } from './seat-budget.ts';

/** Who gets into a course, and how many. */
export interface Admission {
  readonly mode: 'open' | 'approval' | 'invitation';
  /** People who hold a seat at most; absent: any number. Integer > 0. */
  readonly seats?: number;
  /** ISO 8601 UTC: enrolling begins and ends then. People on the waiting list are promoted after the end too. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** First day of the provider's classes, ISO date; enrolling does not hang on it. */
  readonly classesFrom?: string;
}

export interface OpenCourse {
  /** The version a learner who enrols now will take. */
  readonly version: number;
  readonly admission: Admission;
  readonly title?: LanguageMap;
  /** Whose course it is; without it nothing is counted in quotas. */
  readonly providerId?: ProviderId;
  /** Whole rupiah for one seat; absent: nothing. */
  readonly price?: number;
}

/** The catalogue, as far as enrolment needs it. */
export interface CourseDirectory {
  /** Undefined when the course is absent, draft or retired. */
  openVersion(courseId: string): Promise<OpenCourse | undefined>;
}

/** What providers say now of those who take their courses. */
export interface ProviderWords {
  /** Made of all results that count for the enrolment; empty where none has corrected another. */
  wordOn(enrolment: Enrolment): Promise<ProviderWord>;
}

/** What a course states to whoever takes a version of it. */
export interface StatedHours {
  /** Undefined when it states none, or is gone. */
  statedJp(courseId: string, version: number): Promise<Jp | undefined>;
}

/** Where a person stands in their agency now. */
export interface LearnerPlace {
  readonly agencyId?: AgencyId;
  /** The one who decides; absent when there is none, or the one there was cannot sign in as a supervisor any more. */
  readonly supervisorId?: PersonId;
}

/** What else somebody is on that says in which order they learn. */
export interface CourseGate {
  /** Rejects with a refusal that names what has to be finished before this course is begun. */
  requireOpen(asked: { readonly personId: PersonId; readonly courseId: string }): Promise<void>;
}

/** Lesson hours (JP) of this year, as far as waiting lists need them. */
export interface YearHours {
  /** Whether a minimum holds for the person, and they have reached it. */
  hasReachedMinimum(personId: PersonId): Promise<boolean>;
}

/** Gaps between what people hold and what their post asks for, as far as waiting lists need them. */
export interface CompetencyGaps {
  /** Levels, 0 to 5, of the largest gap that others have found in the person and that the course leads beyond. What people say of themselves is none. */
  closedBy(personId: PersonId, courseId: Enrolment['courseId']): Promise<number>;
}

/** Delivery and the catalogue, as far as it matters whether somebody has begun. */
export interface BegunSigns {
  /**
   * `unseen`: parts of the course are shown by another system, so that nobody here can tell. `idle`: nothing was opened, reached or
   * waived; its conditions hold while that stays so.
   */
  signOf(enrolment: Enrolment): Promise<'begun' | 'unseen' | { readonly idle: AtomicCompanion }>;
}

/** Tells somebody that their seat goes back; once an enrolment, however often it is called. */
export interface ReleaseTeller {
  /** `on`: ISO date, the first day on which it may go back. */
  warn(enrolment: Enrolment, release: { readonly days: number; readonly on: string }): Promise<void>;
}

/** Who is in service, as far as rules about legal standings (kedudukan hukum) say who may enrol. */
export interface StandingGate {
  /** Rejects with `StandingForbids`. Somebody who is absent is another's matter. */
  requireService(personId: PersonId): Promise<void>;
}

/** Identity, as far as enrolment needs it. */
export interface LearnerDirectory {
  /** Undefined for an absent or disabled person. */
  placeOf(personId: PersonId): Promise<LearnerPlace | undefined>;
  /** Whom the person supervises. */
  teamOf(supervisorId: PersonId): Promise<readonly PersonId[]>;
}

/** One change of one enrolment, with everything that changes along. */
export interface Step {
  /** As it was read; absent: the enrolment is new. */
  readonly before?: Enrolment;
  readonly after: Enrolment;
  /** The completed enrolment that a new one follows as a re-take; its seat goes over. */
  readonly replaces?: Enrolment;
  /** Seats of the course; absent: any number. */
  readonly capacity?: number;
  /** Of each quota with pools in which a seat is taken or somebody begins to wait; none of another. */
  readonly pots?: readonly QuotaPots[];
  /** Invitation whose use this is. */
  readonly invitation?: Pick<Invitation, 'courseId' | 'invitationId'> & { readonly at: string };
  /** The step holds only while nothing was done in the enrolment, and these conditions of whoever sees it do. */
  readonly unbegun?: AtomicCompanion;
  /** Writes of somebody else that commit with the step or not at all; they touch no row of enrolments. */
  readonly along?: AtomicCompanion;
}

/**
 * `changed`: the enrolment is no longer as it was read, or the person holds another of that course by now. `full`,
 * `free`: there is no seat, or there is one after all. `quota-full`, `quota-free`, `budget-full`, `budget-free`: the same of a quota,
 * and of the room of a budget line. `uninvited`: the invitation is used up, expired or revoked.
 * `along-refused`: a condition of the writes that go along did not hold.
 */
export type StepOutcome =
  | 'done'
  | 'changed'
  | 'full'
  | 'free'
  | 'quota-full'
  | 'quota-free'
  | 'budget-full'
  | 'budget-free'
  | 'uninvited'
  | 'along-refused';

export interface EnrolmentPage {
  readonly enrolments: readonly Enrolment[];
  /** Opaque; present when more may follow. */
  readonly next?: string;
}

export interface PageOf {
  readonly limit: number;
  /** A `next` of the same list. */
  readonly after?: string;
}

/** Parts of a course's roster: many may enrol in one course at once. */
export const rosterShards = 8;

/**
 * Enrolments, kept for good. Reads see every write that was answered before, but for lists of a course or an agency,
 * which may lag by about a second. Every method rejects with `Unavailable` when the store does not answer; then nothing
 * was written.
 */
export interface EnrolmentStore {
  /**
   * Carries out one step whole or not at all: the enrolment, the person's place in the course, the counter of seats, the
   * waiting list, the history, the use of an invitation, quotas and costs. Seats never exceed `capacity` (`seatEffects`),
   * nor what a quota has (`quotaEffects`) or the room of a budget line (`lineEffects`), and sums are always those of their lines (`chargeEffects`).
   */
  move(step: Step): Promise<StepOutcome>;
  /** The one enrolment of person and course that is not over. */
  findCurrent(personId: PersonId, courseId: string): Promise<Enrolment | undefined>;
  /** In any state. */
  findByRegistration(registration: Registration): Promise<Enrolment | undefined>;
  /** Every enrolment of the person that is not over, in no particular order. */
  listCurrent(personId: PersonId): Promise<readonly Enrolment[]>;
  /** Enrolments of the person that are over or were followed by a re-take, in no particular order. */
  listPast(personId: PersonId, courseId?: string): Promise<readonly Enrolment[]>;
  /** The seat is the provider's word now: its price is committed. Does nothing for one that is over or without a price. */
  commitCharge(registration: Registration, at: string): Promise<void>;
  /** Quotas of an agency in which a seat of the course counts on a day. */
  quotasFor(seat: {
    readonly agencyId: AgencyId;
    readonly providerId: ProviderId;
    readonly courseId: string;
    readonly day: string;
  }): Promise<readonly QuotaStanding[]>;
  quotaOf(agencyId: AgencyId, quotaId: QuotaId): Promise<QuotaStanding | undefined>;
  /** Pools of a quota that the person fits now, sorted. */
  poolsFor(personId: PersonId, quota: QuotaStanding): Promise<readonly PoolId[]>;
  /** Who waits for a quota, the longest first. */
  waitingForQuota(
    quota: { readonly agencyId: AgencyId; readonly quotaId: QuotaId },
    page: PageOf,
  ): Promise<EnrolmentPage>;
  /**
   * Running seats that count in a quota first, that no duty asks for, given before `until` (ISO 8601 UTC), the oldest first, without
   * those that were taken off; may lag by about a second.
   */
  listHeld(
    quota: { readonly agencyId: AgencyId; readonly quotaId: QuotaId },
    page: PageOf & { readonly until: string },
  ): Promise<EnrolmentPage>;
  /** Takes one off that list for as long as it runs: it has begun, or nobody here can see whether it does. Safe to repeat. */
  takeOffHeld(enrolment: Enrolment): Promise<void>;
  /**
   * Puts one on it that is on no list: given before there was one. False: it does not belong there, something was recorded in it, or it stands on a list.
   */
  putOnHeld(enrolment: Enrolment): Promise<boolean>;
  /** A line of the agency's budget; undefined: there is none. */
  lineOf(agencyId: AgencyId, lineId: BudgetLineId): Promise<SeatLine | undefined>;
  /** Who waits for its room, the longest first. */
  waitingForLine(
    line: { readonly agencyId: AgencyId; readonly lineId: BudgetLineId },
    page: PageOf,
  ): Promise<EnrolmentPage>;
  /** `active → completed`, with the hours earned, and the price of the seat spent; otherwise tells the state that stood in the way. */
  complete(
    enrolment: Pick<Enrolment, 'registration' | 'courseId'>,
    completed: { readonly at: string; readonly earnedJp?: Jp },
  ): Promise<'completed' | 'was-completed' | 'was-cancelled' | 'absent'>;
  /** In the place of the word with the `rev` before; `changed`: there is another, or the course is not taken any more. */
  noteProviderWord(
    enrolment: Pick<Enrolment, 'registration' | 'state'>,
    word: NotedWord,
  ): Promise<'noted' | 'changed'>;
  /** Seats held, and how many wait. */
  seatsOf(courseId: string): Promise<{ readonly taken: number; readonly waiting: number }>;
  /**
   * The write that closes a course for ever. It holds only while nobody has ever enrolled in the course or asked to; after
   * it, `move` begins no enrolment of it (`changed` or `full`).
   */
  closing(courseId: string): AtomicCompanion;
  /** The one who has waited longest. */
  firstWaiting(courseId: string): Promise<Enrolment | undefined>;
  /** How many wait before this one; counted up to `limit`. */
  waitingBefore(enrolment: Enrolment, limit: number): Promise<number>;
  /** Requests of an agency's people that wait for a decision, the oldest first. */
  listRequested(agencyId: AgencyId, page: PageOf): Promise<EnrolmentPage>;
  /** What an agency or its supervisors have assigned, the newest first. */
  listAssigned(agencyId: AgencyId, page: PageOf): Promise<EnrolmentPage>;
  /**
   * Active enrolments of a course, in no particular order, of one of `rosterShards` parts of its roster; may lag by about
   * a second.
   */
  listRunning(courseId: string, shard: number, page: PageOf): Promise<EnrolmentPage>;
  /** As `listRunning`, of those who have completed it and take it no second time. */
  listDone(courseId: string, shard: number, page: PageOf): Promise<EnrolmentPage>;
  /** As `listRunning`, of those who have cancelled at `since` (ISO 8601 UTC) or later; some may have come back. */
  listLeft(
    courseId: string,
    shard: number,
    page: PageOf & { readonly since: string },
  ): Promise<EnrolmentPage>;
  /** The write that notes another version in an active enrolment that is still on `from`. */
  movingVersion(move: {
    readonly registration: Registration;
    readonly from: number;
    readonly to: number;
    /** ISO 8601 UTC. */
    readonly movedAt: string;
  }): AtomicCompanion;
  /** Moves `lastActivityAt` forward to `at`; does nothing for an older time, another person or an absent row. */
  noteActivity(activity: {
    readonly registration: Registration;
    readonly personId: PersonId;
    readonly at: string;
  }): Promise<void>;
}

/** Invitations by course. Reads see every write that was answered before. Rejects with `Unavailable` as above. */
export interface InvitationStore {
  add(invitation: Invitation): Promise<void>;
  find(courseId: string, invitationId: string): Promise<Invitation | undefined>;
  /** The newest first. */
  list(courseId: string): Promise<readonly Invitation[]>;
  /** The first time counts. */
  revoke(invitation: Pick<Invitation, 'courseId' | 'invitationId'>, revokedAt: string): Promise<void>;
}

/** Quotas of agencies and what seats have cost them. Reads see every write that was answered before. */
export interface QuotaStore {
  /**
   * Stores the terms, never the counters, with the line of who changed them. `changed`: they are not as they were read, or more seats of a pool are
   * taken than it would have.
   */
  save(change: QuotaChange): Promise<'saved' | 'changed'>;
  find(agencyId: AgencyId, quotaId: QuotaId): Promise<QuotaStanding | undefined>;
  /** Of an agency, at most 1,000, by target and first day. */
  list(agencyId: AgencyId): Promise<readonly QuotaStanding[]>;
  /** The newest first. */
  listChanges(agencyId: AgencyId, limit: number): Promise<readonly QuotaChange[]>;
  /** Who has a seat of a pool, the oldest first. */
  listPoolSeats(pool: PoolName, page: PageOf): Promise<EnrolmentPage>;
  /** Of an agency and year, one a course and payer. */
  balances(agencyId: AgencyId, year: number): Promise<readonly CostBalance[]>;
  /** The oldest first. */
  listLines(
    agencyId: AgencyId,
    year: number,
    page: PageOf,
  ): Promise<{ readonly lines: readonly CostLine[]; readonly next?: string }>;
}
