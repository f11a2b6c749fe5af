import type { AgencyId, Brand, Jp, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { Charge } from './charge.ts';
import type { PoolId } from './pool.ts';
import type { NotedWord } from './provider-word.ts';
import type { QuotaId } from './quota.ts';
import type { BudgetLineId, LineWait } from './seat-budget.ts';

export type EnrolmentId = Brand<'EnrolmentId'>;

/** xAPI registration of everything the learner does under one enrolment; a lower-case UUID. */
export type Registration = Brand<'Registration'>;

/**
 * `requested`: the supervisor or the agency decides. `waiting`: on the waiting list. `active` and `completed`: the course
 * is open to the person. `declined`, `withdrawn`, `cancelled`: over; the way back is a new enrolment.
 */
export type EnrolmentState =
  | 'requested'
  | 'waiting'
  | 'active'
  | 'completed'
  | 'declined'
  | 'withdrawn'
  | 'cancelled';

/** Who decided on a request, and how. */
export interface Decision {
  readonly by: PersonId;
  readonly as: 'supervisor' | 'agency';
  readonly at: string;
  readonly approved: boolean;
  /** Given whenever it was declined. */
  readonly reason?: string;
  /** Line of the agency's budget that was chosen to pay the seat; absent: the one that the quota names. */
  readonly budgetLine?: BudgetLineId;
}

/** A duty to take the course. The learner cannot cancel it; whoever may assign to them can withdraw it. */
export interface Assignment {
  /** Absent when a system of the agency did it. */
  readonly by?: PersonId;
  /** Name of that system, an API client. */
  readonly client?: string;
  readonly as: 'supervisor' | 'agency';
  readonly agencyId: AgencyId;
  readonly at: string;
  /** Last day, ISO date in the learner's zone. */
  readonly dueOn?: string;
  readonly note?: string;
  /** Of a standing obligation of the agency. */
  readonly obligationId?: string;
  /** The person had enrolled before, or asked for what was assigned by a person: withdrawing the duty leaves the enrolment. */
  readonly ownBefore?: true;
}

/** Times are ISO 8601 UTC with milliseconds. */
export interface Enrolment {
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly courseId: string;
  /** Published version of the course that the learner takes, from 1. Fixed when the enrolment becomes active. */
  readonly version: number;
  readonly registration: Registration;
  readonly state: EnrolmentState;
  /** Since when the course is open to the person; before that, when they asked for it. */
  readonly enrolledAt: string;
  /** When the request for approval was made. */
  readonly requestedAt?: string;
  /** Place in the waiting list: of one rank, who came first is promoted first. */
  readonly waitingSince?: string;
  /** Had reached the lesson hours of the year when they came to the list; gone with the seat. */
  readonly waitingPastMinimum?: true;
  /** Was put before others by a right of the person, once (`raiseWaiting`); gone with the seat. */
  readonly waitingRaised?: true;
  /** Levels of the largest gap that the course closes, as it was when they came to the list. */
  readonly waitingGap?: number;
  /** Waits for a quota of the agency and not for a seat of the course. */
  readonly waitingQuota?: QuotaId;
  /** Pools of that quota that the person fitted when it was last looked at, sorted; absent: none. */
  readonly waitingPools?: readonly PoolId[];
  /** Lost a seat of that quota without beginning: until this day (ISO date) everybody else is asked before. */
  readonly waitingBehindUntil?: string;
  /** Waits for room in a line of the agency's budget. */
  readonly waitingBudget?: LineWait;
  /** Given with the seat, where it counts in a quota or costs something. */
  readonly charge?: Charge;
  readonly decision?: Decision;
  readonly assignment?: Assignment;
  /** Home agency of the person at the time of a request. */
  readonly agencyId?: AgencyId;
  /** Holds one of the course's seats. Enrolments from before there were seats hold none. */
  readonly counted?: true;
  readonly completedAt?: string;
  /** Lesson hours that the course stated when it was completed; stays, whatever the course states later (case L6). */
  readonly earnedJp?: Jp;
  /** Absent: the provider has corrected nothing. */
  readonly providerWord?: NotedWord;
  readonly cancelledAt?: string;
  readonly withdrawnAt?: string;
  /** When the person was told that the seat goes back unless they begin. */
  readonly releaseWarnedAt?: string;
  /** Given when nobody asked for the end. `provider`: it did not take the person; a code of its reason. `quota`: the seat was not begun with in so many days. */
  readonly endedBy?:
    | { readonly by: 'provider'; readonly reason: string }
    | {
        readonly by: 'quota';
        readonly days: number;
        /** The quota, and the day (ISO date) until which the person waits behind everybody else in its list. */
        readonly behind?: { readonly quotaId: QuotaId; readonly until: string };
      };
  /** When it went over to the version it is on, by the rule of the course. */
  readonly movedAt?: string;
  /** When the record store last stored a statement of this enrolment. */
  readonly lastActivityAt?: string;
}

/**
 * Who is asked first in a waiting list: 1 of whom the course is required, 1.5 who has used a right to be asked before others, 3 who had reached the lesson
 * hours of the year already, 4 who has lost a seat of the quota without beginning, 2 everybody else, also those for whom no minimum holds. Within 2 and 3 the
 * larger gap that the course closes comes first, a tenth a level up to four (1.6 to 1.9 and 2.6 to 2.9); of one rank, by arrival. It follows a duty that is given or taken back
 * while somebody waits. The numbers are in keys of rows that are there, so a rank that comes later stands between two.
 */
export const waitingRank = ({
  assignment,
  waitingPastMinimum,
  waitingRaised,
  waitingBehindUntil,
  waitingGap = 0,
}: Pick<
  Enrolment,
  'assignment' | 'waitingPastMinimum' | 'waitingRaised' | 'waitingBehindUntil' | 'waitingGap'
>): number => {
  if (assignment) return 1;
  if (waitingRaised) return 1.5;
  if (waitingBehindUntil !== undefined) return 4;
  // In tenths, so that the number is written as it is meant: 1.9 and not 1.9000000000000001.
  return ((waitingPastMinimum ? 30 : 20) - Math.min(Math.max(waitingGap, 0), 4)) / 10;
};

/** All that a request to enrol may say. Strict: a body with `personId`, `state` or `score` is refused (case D2). */
export const enrolRequestSchema = z.strictObject({
  courseId: z.string().regex(/^[\w-]{1,64}$/),
  /** Code of an invitation, for a course that admits by invitation. */
  invitation: z.string().trim().max(100).exactOptional(),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

/** What may follow on each state within one enrolment; an enrolment that is over is followed by a new one. */
export const steps: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  requested: ['active', 'waiting', 'declined', 'withdrawn'],
  waiting: ['active', 'withdrawn'],
  active: ['completed', 'cancelled'],
  completed: [],
  declined: [],
  withdrawn: [],
  cancelled: [],
};

/** The person stands in the course's list by it; at most one a person and course. */
export const isCurrent = ({ state }: Pick<Enrolment, 'state'>): boolean =>
  state === 'requested' || state === 'waiting' || isTaken({ state });

/** The course is open to the person. */
export const isTaken = ({ state }: Pick<Enrolment, 'state'>): boolean =>
  state === 'active' || state === 'completed';

/** Asked for and neither granted nor over. */
export const isPending = ({ state }: Pick<Enrolment, 'state'>): boolean =>
  state === 'requested' || state === 'waiting';

/** Done, and the provider of the course stands by it. */
export const isEarned = ({ state, providerWord }: Pick<Enrolment, 'state' | 'providerWord'>): boolean =>
  state === 'completed' && !providerWord?.takenBack;
