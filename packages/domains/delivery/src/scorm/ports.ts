import type { ScormCall, ScormCourse, ScormDocument } from '@sinau/scorm';
import type { Account } from '@sinau/xapi';
import type { PageSaving } from '../own-page/write-page.ts';
import type { ScormItemState, ScormKey, ScormPackageState } from './state.ts';

/** What the import read from a manifest; the catalogue answers. */
export interface ScormContentPort {
  /** Undefined when there is no such package, or it is no SCORM. */
  find(originHash: string): Promise<ScormCourse | undefined>;
}

/**
 * Run-time data of SCORM content, kept as long as the registration. Reads see every write that was answered before.
 * Large data is put aside, out of the row.
 */
export interface ScormStore {
  readPackage(key: ScormKey): Promise<ScormPackageState | undefined>;
  readItem(key: ScormKey, itemId: string): Promise<ScormItemState | undefined>;
  /** Every item that was ever begun, in no order. */
  listItems(key: ScormKey): Promise<readonly ScormItemState[]>;
  /**
   * The writes of a change (each with `rev` one higher), to be committed together with statements on condition that
   * nobody else has changed what was read.
   */
  saving(change: ScormChange): Promise<PageSaving>;
  /** The writes of `saving`, by themselves. */
  save(change: ScormChange): Promise<'saved' | 'conflict'>;
  /** Everything of a registration, of whatever module. */
  listOf(registration: string): Promise<{
    readonly packages: readonly ScormPackageState[];
    readonly items: readonly ScormItemState[];
  }>;
}

export interface ScormChange {
  readonly whole: ScormPackageState;
  readonly item?: ScormItemState;
}

/** Documents of the SCORM profile in the record store. */
export interface ScormDocuments {
  /** Puts each in place of the one of the same id. */
  put(
    of: { readonly agent: Account; readonly trial?: boolean },
    documents: readonly ScormDocument[],
  ): Promise<void>;
}

/** One session whose content was listened to. Times are ISO 8601 UTC. */
export interface LoggedSession {
  readonly registration: string;
  readonly sessionId: string;
  readonly courseId: string;
  readonly version: number;
  readonly auIndex: number;
  /** When its first calls came in. */
  readonly startedAt: string;
}

/** What came in with one message. */
export interface LoggedCalls {
  readonly run: number;
  readonly sequence: number;
  readonly itemId?: string;
  readonly calls: readonly ScormCall[];
  readonly at: string;
}

/** Calls of content to its API, for whoever looks for the cause of trouble; kept for 90 days. Lists may lag by about a second. */
export interface LaunchLog {
  /**
   * Keeps the calls of one message while the session has room for them (`maxCallsPerSession`). The same message again
   * changes nothing. `full`: nothing was kept.
   */
  append(session: LoggedSession, entry: LoggedCalls): Promise<'kept' | 'full'>;
  /** Sessions of a course, the latest first. `after`: `next` of the page before. */
  listSessions(page: {
    readonly courseId: string;
    readonly limit: number;
    readonly after?: string;
  }): Promise<{
    readonly sessions: readonly (LoggedSession & { readonly calls: number; readonly errors: number })[];
    readonly next?: string;
  }>;
  /** In the order of messages; undefined when there is no such session. */
  read(
    sessionId: string,
  ): Promise<{ readonly session: LoggedSession; readonly entries: readonly LoggedCalls[] } | undefined>;
  /** Messages with calls of a registration that came in at or before `until`, of whatever session. */
  countOf(registration: string, until: string): Promise<number>;
  /** Deletes all of them; tells how many there were. */
  forget(registration: string): Promise<number>;
}
