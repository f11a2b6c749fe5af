import type { AgencyId, EmploymentStatus, Jp, PersonId } from '@sinau/kernel';

/**
 * What a year's rule says of somebody: a minimum is `met` or not yet (`below`); a maximum leaves room (`within`) or is used up
 * (`at-maximum`), and is nothing to be reached; `unruled`: neither holds.
 */
export const yearStandings = ['met', 'below', 'within', 'at-maximum', 'unruled'] as const;
export type YearStanding = (typeof yearStandings)[number];

/** How far a duty has come; `released`: nobody asks for it any more. */
export const dutyStates = ['required', 'enrolled', 'started', 'finished', 'recognised', 'released'] as const;
export type DutyState = (typeof dutyStates)[number];

/** Still to be done. */
export const openStates = ['required', 'enrolled', 'started'] as const satisfies readonly DutyState[];

interface Whose {
  readonly personId: PersonId;
  readonly name: string;
  /** Where they count. */
  readonly agencyId: AgencyId;
  /** Absent: in no unit of that agency. */
  readonly unitId?: string;
}

/** Somebody in one year. */
export interface YearRecord extends Whose {
  readonly kind: 'year';
  readonly year: number;
  readonly status: EmploymentStatus;
  readonly standing: YearStanding;
  readonly recognised: Jp;
  readonly minimum?: Jp;
  readonly maximum?: Jp;
  /**
   * Nothing is left of the maximum until this last day of its period, with which the year does not end: on the day after another one
   * begins, and the person counts otherwise without anything happening to them.
   */
  readonly fullUntil?: string;
}

/** One duty of somebody. */
export interface DutyRecord extends Whose {
  readonly kind: 'duty';
  readonly obligationId: string;
  /** A year, or `once`. */
  readonly period: string;
  readonly courseId: string;
  readonly state: DutyState;
  /** Last day, of the calendar. */
  readonly dueOn?: string;
  /** When it is over for the person, ISO 8601 UTC: from then on the duty is overdue while it is open. */
  readonly overAt?: string;
  /** The first of somebody's duties of an agency and period counts them too, where units are compared. Absent: counted in no unit. */
  readonly inUnit?: 'first' | 'further';
}

/** What somebody still owes an agency. */
export interface DueRecord extends Whose {
  readonly kind: 'due';
  /** Duties that are not finished. */
  readonly open: number;
  /** The earliest last day among them, and when that is over. */
  readonly dueOn?: string;
  readonly overAt?: string;
}

/** One thing that is counted of one person; its person and key tell it from all others. */
export type CountedRecord = YearRecord | DutyRecord | DueRecord;

/** The same for the same thing, whatever is said of it. */
export function recordKey(record: CountedRecord): readonly [CountedRecord['kind'], ...string[]] {
  switch (record.kind) {
    case 'year':
      return ['year', String(record.year)];
    case 'duty':
      return ['duty', record.obligationId, record.period, record.courseId];
    case 'due':
      return ['due', record.agencyId];
  }
}

export const isOpen = ({ state }: Pick<DutyRecord, 'state'>): boolean =>
  openStates.some((open) => open === state);

/** `at`: ISO 8601 UTC. */
export const isOverdue = (record: Pick<DutyRecord, 'state' | 'overAt'>, at: string): boolean =>
  isOpen(record) && record.overAt !== undefined && record.overAt <= at;
