import type { AdapterFailureReason } from '../ports.ts';
import type { MismatchKind } from './mismatch.ts';

/** How far a comparison is in one course: its learners are read page by page. */
export interface CourseProgress {
  readonly externalCourseId: string;
  /** Learners behind this place are still to be looked at; absent: all. */
  readonly after?: string;
  /** `silence`: a second time, for those of whom nothing came, since it is known by now that of others something does. */
  readonly phase: 'compare' | 'silence';
  /** So many learn there. */
  readonly running: number;
  /** Something has come of somebody in the course. */
  readonly isSpokenOf: boolean;
  /** So many there are of whom nothing came. */
  readonly silent: number;
}

/** The course at which a comparison broke off, and how often in a row. */
export interface BrokenAt {
  readonly externalCourseId: string;
  readonly times: number;
}

/** One comparison of everything a connection stands for. Times are ISO 8601 UTC. */
export interface ReconciliationRun {
  readonly connectionId: string;
  readonly runId: string;
  readonly startedAt: string;
  /** The person who asked for it; absent: by the clock. */
  readonly startedBy?: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Why it failed; mismatches of the run before stay. */
  readonly reason?: AdapterFailureReason;
  /** The run that began this walk over all courses, which broke off and goes on here; absent: this one began it. */
  readonly walkId?: string;
  /** Where it broke off, or the run before it. */
  readonly brokenAt?: BrokenAt;
  /** The round of questions for results that goes before the comparison. */
  readonly asking?: string;
  /** What came of it; absent: not asked yet, or nobody can be asked. */
  readonly asked?: {
    /** Results that were not there before. */
    readonly taken: number;
    /** Everybody was asked for. */
    readonly isWhole: boolean;
    readonly reason?: AdapterFailureReason;
  };
  /** The course that was compared last; it goes on behind it. */
  readonly cursor?: string;
  /** How far it is within the course behind it. */
  readonly within?: CourseProgress;
  /** Of the whole walk. */
  readonly courses: number;
  readonly learners: number;
  readonly counts: Readonly<Partial<Record<MismatchKind, number>>>;
  readonly updatedAt: string;
  readonly endedAt?: string;
  /** Counts writes; each names the one it has read. */
  readonly rev: number;
}

/** What its findings are stamped with, so that a walk that broke off and went on has seen what it saw before. */
export const walkOf = ({ walkId, runId }: Pick<ReconciliationRun, 'walkId' | 'runId'>): string =>
  walkId ?? runId;
