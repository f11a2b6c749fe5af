import {
  type CommitIssue,
  mergeStatus,
  rollUpPackage,
  type ScormCommit,
  type ScormMessage,
} from '@sinau/scorm';
import { type ItemChange, settingOf } from './apply-item.ts';
import type { ScormSession } from './scorm-session.ts';
import { launchableItem, writtenSharedData } from './seeds.ts';
import { type ScormPackageState, standingIn } from './state.ts';

export interface PackageChange {
  readonly whole: ScormPackageState;
  /** What was told and is not taken for true. */
  readonly doubts: readonly CommitIssue[];
  /** Whole percent of the package. */
  readonly percent: number;
  /** The package became completed just now; where its status may fall, perhaps not for the first time. */
  readonly completed: boolean;
}

const mostObjectives = 1000;
const mostShared = 1000;

/** The package after a message: what its items share, where the learner is, what it all amounts to. */
export function applyToPackage(
  { scorm, whole }: { readonly scorm: ScormSession; readonly whole: ScormPackageState },
  given: {
    readonly message: ScormMessage;
    readonly commit: ScormCommit | undefined;
    readonly change: ItemChange | undefined;
    /** False: a later run or message is stored already, so place and sequencing of this one are out of date. */
    readonly current: boolean;
    readonly at: string;
  },
): PackageChange {
  const { message, commit, change, current, at } = given;
  const partial = change?.partial === true;
  const shared = sharedOf(scorm, whole, given);
  const standing = change ? { ...whole.standing, [change.item.itemId]: change.standing } : whole.standing;
  const sequencing = current && !partial ? message.sequencing : undefined;
  const told = sequencing?.rollup ?? whole.told;
  const rollup = rollUpPackage({
    version: scorm.course.version,
    organization: scorm.organization,
    standingOf: (itemId) => standingIn(standing, itemId),
    ...(told && { told }),
    globalObjectives: shared.globalObjectives,
  });
  const { status } = mergeStatus(whole.status, rollup.status, settingOf(scorm));
  const { currentItemId: _, suspendedItemId: _suspended, ...rest } = whole;
  return {
    whole: {
      ...rest,
      ...shared,
      ...placeOf(whole, { message, commit, current: current && !partial }),
      standing,
      status,
      ...(told && { told }),
      ...(sequencing?.state !== undefined && { sequencingState: sequencing.state }),
      ...(current && !partial && { sequence: message.sequence }),
      savedAt: at,
    },
    doubts: sequencing?.rollup ? rollup.doubts : [],
    percent: rollup.percent,
    completed: status.completion === 'completed' && whole.status.completion !== 'completed',
  };
}

function sharedOf(
  scorm: ScormSession,
  whole: ScormPackageState,
  {
    message,
    commit,
    current,
  }: {
    readonly message: ScormMessage;
    readonly commit: ScormCommit | undefined;
    readonly current: boolean;
  },
): Pick<ScormPackageState, 'globalObjectives' | 'sharedData' | 'preferences'> {
  const { globalObjectives, sharedData, preferences } = whole;
  const item = message.itemId === undefined ? undefined : launchableItem(scorm, message.itemId);
  if (!commit || !item) return { globalObjectives, sharedData, preferences };
  // What was overtaken adds to what is there and changes none of it.
  const over = <Part extends object>(kept: Part, told: Part): Part =>
    current ? { ...kept, ...told } : { ...told, ...kept };
  return {
    globalObjectives: bounded(over(globalObjectives, commit.globalObjectives), mostObjectives),
    sharedData: bounded(over(sharedData, writtenSharedData(item, commit.data)), mostShared),
    preferences: over(preferences, commit.data.preferences),
  };
}

function bounded<Value>(
  entries: Readonly<Record<string, Value>>,
  most: number,
): Readonly<Record<string, Value>> {
  const all = Object.entries(entries);
  return all.length <= most ? entries : Object.fromEntries(all.slice(0, most));
}

/** Where the learner is, and whether that was suspended (adl.nav.request or the player's own button). */
function placeOf(
  whole: ScormPackageState,
  {
    message,
    commit,
    current,
  }: {
    readonly message: ScormMessage;
    readonly commit: ScormCommit | undefined;
    readonly current: boolean;
  },
): Pick<ScormPackageState, 'currentItemId' | 'suspendedItemId'> {
  if (!current) {
    const { currentItemId, suspendedItemId } = whole;
    return {
      ...(currentItemId !== undefined && { currentItemId }),
      ...(suspendedItemId !== undefined && { suspendedItemId }),
    };
  }
  const named = message.sequencing?.currentItemId;
  const currentItemId = named === undefined ? (message.itemId ?? whole.currentItemId) : (named ?? undefined);
  const suspends = message.leave === 'suspend' || commit?.navigationRequest === 'suspendAll';
  // Whoever goes on with an item has taken it up again.
  const kept = message.itemId === whole.suspendedItemId ? undefined : whole.suspendedItemId;
  const suspendedItemId = suspends ? (message.itemId ?? currentItemId ?? whole.currentItemId) : kept;
  return {
    ...(currentItemId !== undefined && { currentItemId }),
    ...(suspendedItemId !== undefined && { suspendedItemId }),
  };
}
