import type { ServiceScope } from '@sinau/lti';
import type { ToolStanding } from '@sinau/lti/tool';
import type { Placement } from '../placement.ts';
import type { ForeignPlatform, ForeignPlatformId } from '../platform.ts';
import type { ScoreRef, ScoreRow } from './score-row.ts';

/** Rows of scores. Rejects with `Unavailable` when it does not answer. Reads by key see every write that was answered before. */
export interface ScoreStore {
  find(ref: ScoreRef): Promise<ScoreRow | undefined>;
  /** `row.rev`: the one that was read; it is written as the next one. */
  save(row: ScoreRow): Promise<'saved' | 'stale'>;
  /** Absent is as good as removed. */
  remove(ref: ScoreRef): Promise<void>;
  /** All of one registration, in no order. */
  listAt(registration: string): Promise<readonly ScoreRow[]>;
  /** Those that wait and are due at `now`, longest due first; may be behind by a moment. */
  listDue(now: string, limit: number): Promise<readonly ScoreRow[]>;
  /** Of one platform in one state, newest change first; may be behind by a moment. */
  listOf(
    platformId: ForeignPlatformId,
    state: ScoreRow['state'],
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly rows: readonly ScoreRow[]; readonly next?: string }>;
}

/** Line items that we found or made, by placement: two learners who begin together must not make two. */
export interface LineItemStore {
  find(placement: PlacementRef): Promise<string | undefined>;
  /** For one who looks for it now, until a time (ISO 8601 UTC); `elsewhere`: another does, or has found it. */
  hold(
    placement: PlacementRef,
    times: { readonly now: string; readonly until: string },
  ): Promise<'held' | 'elsewhere'>;
  keep(placement: PlacementRef, lineItem: string): Promise<void>;
  /** It is not there any more, or was not found. */
  forget(placement: PlacementRef): Promise<void>;
}
export type PlacementRef = Pick<Placement, 'platformId' | 'placementId'>;

/** Grade services of platforms. Rejects with `GradesRefused` for whatever the platform or the way to it does. */
export interface GradeServices {
  /** A body of JSON. */
  read(platform: ForeignPlatform, asked: ServiceRequest): Promise<unknown>;
  post(
    platform: ForeignPlatform,
    asked: ServiceRequest & { readonly body: unknown; readonly type: string },
  ): Promise<{ readonly outcome: 'taken' | 'older'; readonly body: unknown }>;
}

export interface ServiceRequest {
  readonly url: string;
  readonly scope: ServiceScope;
}

/** Where learners of ours stand, read strongly: it is what counts. */
export interface StandingPort {
  /** Undefined: the course is not theirs any more, and nothing is said of it. */
  standingOf(registration: string): Promise<ToolStanding | undefined>;
}
