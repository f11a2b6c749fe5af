import type { PersonId } from '@sinau/kernel';
import type { ScoreSaying, ScoreTrouble } from '@sinau/lti/tool';
import type { Attempt } from '../placement.ts';
import type { ForeignPlatformId } from '../platform.ts';

/** Which attempt a score is of. */
export type ScoreRef = Pick<Attempt, 'registration' | 'platformId' | 'placementId' | 'subject'>;

/** What is owed to a platform of one attempt, and what it has: one row, whose newest state wins. Times are ISO 8601 UTC. */
export interface ScoreRow {
  readonly registration: string;
  readonly platformId: ForeignPlatformId;
  readonly placementId: string;
  readonly subject: string;
  readonly personId: PersonId;
  readonly courseId: string;
  /** `sent`: the platform has what there is to say. `failed`: nothing goes on by itself. */
  readonly state: 'waiting' | 'sent' | 'failed';
  /** Why the last try came to nothing. */
  readonly because?: ScoreTrouble;
  /** The newest change that is to be told became true; a score is dated by it. */
  readonly changedAt: string;
  /** While it waits: when it is to be tried. A worker that is at it keeps others away by a later time. */
  readonly dueAt?: string;
  /** Since the last change or order. */
  readonly waitsSince?: string;
  readonly tries: number;
  /** What was last put on its way, whether it arrived or not: the next saying gets a later time, the same one the same. */
  readonly tried?: { readonly mark: string; readonly timestamp: string };
  /** What the platform has taken. */
  readonly sent?: { readonly saying: ScoreSaying; readonly mark: string; readonly at: string };
  /** Counts writes; a write names the one it has read, 0 for none. */
  readonly rev: number;
}

export const scoreStates = ['waiting', 'failed', 'sent'] as const satisfies readonly ScoreRow['state'][];
