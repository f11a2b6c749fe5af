import type { AtomicCompanion, Locale, PersonId } from '@sinau/kernel';
import type { ScormCall, ScormCourse, ScormDocument } from '@sinau/scorm';
import type { Account } from '@sinau/xapi';
import type { ScormItemState, ScormKey, ScormPackageState } from './state.ts';

/** What the import read from a manifest; the catalogue answers. */
export interface ScormContentPort {
  /** Undefined when there is no such package, or it is no SCORM. */
  find(originHash: string): Promise<ScormCourse | undefined>;
}

/** What content calls its learner; identity answers. */
export interface LearnerPort {
  /** Undefined when there is no such person (any more). */
  find(personId: PersonId): Promise<{ readonly name: string } | undefined>;
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
  saving(change: ScormChange): Promise<ScormSaving>;
}

export interface ScormChange {
  readonly whole: ScormPackageState;
  readonly item?: ScormItemState;
}

export interface ScormSaving {
  readonly companion: AtomicCompanion;
  /** To be told what became of the writes, so that nothing put aside is left behind. */
  settle(outcome: 'stored' | 'refused'): Promise<void>;
}

/** Documents of the SCORM profile in the record store, and what the launch left there. */
export interface ScormDocuments {
  /** Puts each in place of the one of the same id. */
  put(agent: Account, documents: readonly ScormDocument[]): Promise<void>;
  /** What the launch left for its AU to read. */
  readLaunch(launch: {
    readonly activityId: string;
    readonly agent: Account;
    readonly registration: string;
  }): Promise<{ readonly returnUrl?: string; readonly locale?: Locale }>;
}

/** Calls of content to its API, for whoever looks for the cause of trouble; kept for a while. */
export interface LaunchLog {
  /** Keeps what the session has room for; the same entries again change nothing. */
  append(entry: {
    readonly registration: string;
    readonly sessionId: string;
    readonly run: number;
    readonly sequence: number;
    readonly itemId?: string;
    readonly calls: readonly ScormCall[];
    /** ISO 8601 UTC. */
    readonly at: string;
  }): Promise<void>;
}
