import type {
  CommitPlace,
  GlobalObjectives,
  ItemStanding,
  KeptStatus,
  RuntimeData,
  ToldRollup,
  TotalTime,
} from '@sinau/scorm';

/** One SCORM module in one registration. */
export interface ScormKey {
  readonly registration: string;
  readonly moduleId: string;
}

/** What a registration knows of a SCORM package as a whole. Times are ISO 8601 UTC. */
export interface ScormPackageState extends ScormKey {
  /** The files that were played last; another package of the module has new attempts. */
  readonly originHash: string;
  /** The delivery session that started last. */
  readonly sessionId: string;
  /** Counts the starts, from 1. */
  readonly run: number;
  /** Of the last message of this run that was stored; 0 before the first. */
  readonly sequence: number;
  /** What was reached; never taken back, unless the course lets the package (`statusMayFall`). */
  readonly status: KeptStatus;
  /** What was reached item by item; the truth for rollup and outline. */
  readonly standing: Readonly<Record<string, ItemStanding>>;
  readonly told?: ToldRollup;
  readonly currentItemId?: string;
  /** The item that was open when the learner suspended the whole. */
  readonly suspendedItemId?: string;
  readonly sequencingState?: string;
  readonly globalObjectives: GlobalObjectives;
  /** What the items share (2004, 4th edition), by target id. */
  readonly sharedData: RuntimeData['sharedData'];
  /** Preferences that outlive an attempt. */
  readonly preferences: RuntimeData['preferences'];
  readonly savedAt?: string;
  /** Counts the changes, from 1; a writer names the one it has read, 0 for none. */
  readonly rev: number;
}

/** What a registration knows of one SCO: its latest attempt, and what all attempts reached. */
export interface ScormItemState extends ScormKey {
  readonly itemId: string;
  readonly originHash: string;
  readonly place: CommitPlace;
  /** Counts the attempts, from 1; 0 for an asset. */
  readonly attempt: number;
  readonly data: RuntimeData;
  /** What the latest attempt has reached. */
  readonly reached: KeptStatus;
  /** Of the latest attempt. */
  readonly time: TotalTime;
  /** Of all attempts before. */
  readonly earlierSeconds: number;
  readonly savedAt: string;
  readonly rev: number;
}

/** What was reached in an item; undefined when it was never begun. A manifest may call its items anything, `constructor` too. */
export function standingIn(
  standing: ScormPackageState['standing'],
  itemId: string,
): ItemStanding | undefined {
  return Object.hasOwn(standing, itemId) ? standing[itemId] : undefined;
}
