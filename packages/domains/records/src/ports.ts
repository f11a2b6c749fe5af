import type { AgencyId, LanguageMap, PersonId } from '@sinau/kernel';
import type { LanePlaces } from './cursor.ts';
import type { EraseNotice, FeedChunk, FeedLine, FeedUnit } from './feed.ts';

/** The feeds of all agencies. Every method rejects with `Unavailable` when the store does not answer. */
export interface FeedStore {
  /**
   * Appends the units that this agency's feed does not hold yet, in any lane, in order; the others are passed over.
   * Each unit whole or not at all; after a rejection some units may be there, and the same call again is safe.
   */
  append(input: {
    readonly agencyId: AgencyId;
    /** Integer ≥ 0. */
    readonly lane: number;
    /** With distinct keys. */
    readonly units: readonly FeedUnit[];
  }): Promise<void>;
  /** What is known of the lanes that hold anything without reading them; may lag behind `append` by a moment. */
  heads(agencyId: AgencyId): Promise<readonly LaneHead[]>;
  /** Lanes that hold anything; may lag behind `append` by a moment. */
  lanes(agencyId: AgencyId): Promise<readonly number[]>;
  /**
   * Chunks of a lane in order and without gap, from the one after `after` (0: from the first), at most `limit`. May lag
   * behind `append` by a moment. `more`: others may follow at once.
   */
  read(input: {
    readonly agencyId: AgencyId;
    readonly lane: number;
    readonly after: number;
    readonly limit: number;
  }): Promise<{ readonly chunks: readonly FeedChunk[]; readonly more: boolean }>;
}

/** What an erasure does to feeds. Every method rejects with `Unavailable` when the store does not answer. */
export interface FeedEraser {
  /** As `FeedStore.read`, and never behind. */
  read: FeedStore['read'];
  /**
   * Puts other lines in place of a chunk's, as many as before, and keeps the notices, in one step. `changed`: the chunk
   * is not as it was read, and nothing happened.
   */
  replace(input: {
    readonly agencyId: AgencyId;
    readonly lane: number;
    /** The very one that `read` gave. */
    readonly chunk: FeedChunk;
    readonly lines: readonly FeedLine[];
    /** Of the changed lines; at least one. */
    readonly notices: readonly EraseNotice[];
  }): Promise<'replaced' | 'changed'>;
  /** Kept notices, by position; at most `limit`. */
  notices(agencyId: AgencyId, limit: number): Promise<readonly EraseNotice[]>;
  /** Once they were appended. Idempotent. */
  forget(agencyId: AgencyId, notices: readonly EraseNotice[]): Promise<void>;
}

/** What a rebuild needs beside a feed. Every method rejects with `Unavailable` when the store does not answer. */
export interface FeedRepair {
  /** Drops the marks of units that were appended to lanes which are no more; other marks stay. */
  dropStaleMarks(agencyId: AgencyId, units: readonly string[]): Promise<void>;
  /** Counts the lines of a lane and keeps the count at its head, unless there is one. Reads all of the lane. */
  countLane(agencyId: AgencyId, lane: number): Promise<void>;
}

export interface LaneHead {
  readonly lane: number;
  /** Number of the last chunk. */
  readonly chunks: number;
  /** Lines in all of them; absent for a long lane from before lines were counted. */
  readonly lines?: number;
  /** When the lane began, epoch milliseconds: another one means that it was taken away and made anew. */
  readonly bornMs?: number;
}

/** The record store, as far as large statements need it. */
export interface StatementBodies {
  /** JSON text of a stored statement, also when it is voided. */
  find(id: string): Promise<string | undefined>;
}

/** Who is who in an agency; the identity domain answers. Every method rejects with `Unavailable`. */
export interface PeopleDirectory {
  /** The person who has or had this employee number and belongs to the agency now (home or working agency). */
  findByEmployeeNumber(agencyId: AgencyId, number: string): Promise<PersonId | undefined>;
  /** The unit and all below it; undefined when the agency has no such unit. */
  unitsUnder(agencyId: AgencyId, unitId: string): Promise<ReadonlySet<string> | undefined>;
  /** Those of the people who belong to the agency now. */
  membersOf(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlyMap<string, Member>>;
}

export interface Member {
  readonly name: string;
  /** With its first fourteen digits hidden. */
  readonly maskedEmployeeNumber?: string;
  readonly unitId?: string;
}

/** What statements say about people and courses of this deployment; delivery, enrolment and catalogue answer. */
export interface CourseDirectory {
  /** Home page of the accounts that stand for people. */
  readonly issuer: string;
  /** The course of an activity whose id this deployment made; undefined for every other id. */
  courseOfActivity(activityId: string): string | undefined;
  /** Courses by registration; registrations that are none of ours are left out. */
  coursesOfRegistrations(registrations: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Titles by course; courses that are not there are left out. */
  titlesOf(courseIds: readonly string[]): Promise<ReadonlyMap<string, LanguageMap>>;
}

/** Where a client's latest pull ended. */
export interface NotedPull {
  readonly agencyId: AgencyId;
  readonly clientId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly places: LanePlaces;
  /** There was nothing more at that moment. */
  readonly reachedEnd: boolean;
  /** Only some lines were asked for. */
  readonly filtered: boolean;
}

/** One small row a client. Every method rejects with `Unavailable` when the store does not answer. */
export interface PullLog {
  /**
   * Replaces the client's row. At most one write a minute, apart from the first that reaches the end after one that did
   * not; a note within that time is dropped.
   */
  note(pull: NotedPull): Promise<void>;
  /** In no particular order. */
  list(agencyId: AgencyId): Promise<readonly NotedPull[]>;
}
