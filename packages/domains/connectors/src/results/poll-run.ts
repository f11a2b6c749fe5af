import type { AdapterFailureReason } from '../ports.ts';

/** One round of questions for everybody's results. Times are ISO 8601 UTC. */
export interface PollRun {
  readonly connectionId: string;
  readonly runId: string;
  readonly startedAt: string;
  /** The person or client who asked for it; absent: by the clock, or before a comparison. */
  readonly startedBy?: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Why it failed; the next round begins where it stopped. */
  readonly reason?: AdapterFailureReason;
  readonly cursor?: PollCursor;
  readonly courses: number;
  readonly learners: number;
  /** Results that were not there before. */
  readonly taken: number;
  readonly refused: number;
  readonly updatedAt: string;
  readonly endedAt?: string;
  /** Counts writes; each names the one it has read. */
  readonly rev: number;
}

/** How far a round is. */
export interface PollCursor {
  /** The course that was asked through last. */
  readonly after?: string;
  /** In the one behind it: the sixteenth of its learners, and the learner in it that was asked for last. */
  readonly within?: {
    readonly externalCourseId: string;
    readonly bucket: string;
    readonly learner: string;
  };
}
