import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import type { ObligationId } from '../obligation.ts';
import type { ReminderStep } from './reminder-steps.ts';

/**
 * `required`: given, and the course is not open to the person yet. `enrolled`, `started`: it is. `finished`: completed in the
 * period; `recognised`: its JP count as well. `released`: the person is out of the audience, or the obligation has ended.
 */
export const dutyStates = ['required', 'enrolled', 'started', 'finished', 'recognised', 'released'] as const;
export type DutyState = (typeof dutyStates)[number];

/** Why a duty was released. */
export const releaseReasons = [
  'left-audience',
  'left-agency',
  'obligation-ended',
  'exempted',
  'course-skipped',
  'course-replaced',
] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** Why a required course is not open yet. */
export const obstacles = [
  'earlier-course',
  'waiting',
  'approval',
  'course-closed',
  'invitation',
  'quota',
  'budget',
  'other-agency',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** What one person owes to one obligation, for one course and period. */
export interface Duty {
  readonly agencyId: AgencyId;
  readonly obligationId: ObligationId;
  /** Year of a yearly obligation, `2026`; `once` of any other. */
  readonly period: string;
  readonly personId: PersonId;
  readonly courseId: string;
  readonly unitId?: string;
  /** Day of the person on which it was given; it stays while they owe it. */
  readonly givenOn: LocalDate;
  readonly dueOn: LocalDate;
  /** When that day is over where the person is, ISO 8601 UTC: from then on it is overdue while it is open. */
  readonly overAt: string;
  /** The agency has given the person another last day; this is the one without that. */
  readonly extendedFrom?: LocalDate;
  /** Of the terms under which it stands. */
  readonly edition: number;
  readonly state: DutyState;
  readonly obstacle?: Obstacle;
  readonly released?: ReleaseReason;
  /** The completion that fulfilled it, and when it was. */
  readonly registration?: string;
  readonly finishedAt?: string;
  /** The step after the last day was told, or left out; by itself nothing more is. */
  readonly allTold?: true;
  /** What is told next, and when, ISO 8601 UTC; absent when nothing is left to tell. */
  readonly remind?: { readonly step: ReminderStep; readonly at: string };
  /** Day of the person on which a step was last told. */
  readonly toldOn?: LocalDate;
  readonly since: string;
  readonly changedAt: string;
  /** Grows with every write. */
  readonly rev: number;
}

/** Which duty of a person. */
export type DutyPlace = Pick<Duty, 'personId' | 'obligationId' | 'period' | 'courseId'>;

/** Something is left to do. */
export const isOpen = ({ state }: Pick<Duty, 'state'>): boolean => openStates.some((open) => open === state);

export const isDone = ({ state }: Pick<Duty, 'state'>): boolean =>
  state === 'finished' || state === 'recognised';

/**
 * Whether what follows it in order may begin: it is done, or its course has closed to somebody who has not got it. Nobody waits for what
 * does not come.
 */
export const letsPass = (duty: Pick<Duty, 'state' | 'obstacle'>): boolean =>
  isDone(duty) || (duty.state === 'required' && duty.obstacle === 'course-closed');

/** Whether it stands for the course in whose place another one is now: it is done, or was begun and may be finished. */
export const holdsPlace = (duty: Pick<Duty, 'state'>): boolean => isDone(duty) || duty.state === 'started';

/** Open, and its last day is over. */
export const isOverdue = (duty: Pick<Duty, 'state' | 'overAt'>, now: Date): boolean =>
  isOpen(duty) && duty.overAt <= now.toISOString();

export const openStates = ['required', 'enrolled', 'started'] as const satisfies readonly DutyState[];

/** Lists of duties of an obligation: one by state, and `overdue` across those that are open. */
export const dutyGroups = ['overdue', ...dutyStates] as const;
export type DutyGroup = (typeof dutyGroups)[number];
