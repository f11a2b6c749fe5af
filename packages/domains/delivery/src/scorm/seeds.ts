import {
  addSessionTime,
  type Item,
  launchableItems,
  type NextEntry,
  nextEntry,
  type RuntimeData,
  type ScormItemStart,
  type SeededLaunch,
  seedLaunch,
  visitKey,
} from '@sinau/scorm';
import type { ScormSession } from './scorm-session.ts';
import { type ScormItemState, type ScormPackageState, standingIn } from './state.ts';

/** What the next visit of an item starts from. */
export interface Opening extends SeededLaunch {
  readonly entry: NextEntry;
  /** Of the attempt that goes on or begins. */
  readonly attempt: number;
  readonly time: ScormItemState['time'];
  readonly earlierSeconds: number;
}

interface Standing {
  readonly whole: ScormPackageState | undefined;
  readonly item: ScormItemState | undefined;
  /** Only the seed names the learner. */
  readonly learner?: { readonly id: string; readonly name: string };
}

const unnamed = { id: '', name: '' };

/** The next visit of a SCO, from how the last one ended. */
export function openVisit(
  scorm: ScormSession,
  manifestItem: Item,
  { whole, item, learner = unnamed }: Standing,
): Opening {
  const { course, mode, originHash } = scorm;
  const entry = entryOf(scorm, { whole, item });
  const closed = item && closedTime(item);
  const time = entry.newAttempt ? { seconds: 0 } : (closed ?? { seconds: 0 });
  const seeded = seedLaunch({
    version: course.version,
    item: manifestItem,
    learner,
    mode,
    entry,
    ...(item?.originHash === originHash && { data: item.data }),
    totalSeconds: time.seconds,
    globalObjectives: whole?.globalObjectives ?? {},
    sharedData: whole?.sharedData ?? {},
    preferences: whole?.preferences ?? {},
  });
  const before = item?.earlierSeconds ?? 0;
  return {
    ...seeded,
    entry,
    attempt: (item?.attempt ?? 0) + (entry.newAttempt ? 1 : 0),
    time,
    earlierSeconds: entry.newAttempt ? sum(before, closed?.seconds ?? 0) : before,
  };
}

/** Browse begins anew and leaves nothing; review shows what is there, whether it could be gone on with or not. */
function entryOf(
  { course, mode, originHash }: ScormSession,
  { whole, item }: Pick<Standing, 'whole' | 'item'>,
): NextEntry {
  if (mode === 'browse' || !item || item.originHash !== originHash)
    return nextEntry(course.version, undefined);
  if (mode === 'review') return { entry: 'resume', newAttempt: false };
  return nextEntry(course.version, {
    exit: item.data.exit,
    terminated: item.place.terminated,
    suspendedAll: whole?.suspendedItemId === item.itemId,
  });
}

/** A visit that nobody ended still took the time that it last told. */
function closedTime(item: ScormItemState): ScormItemState['time'] {
  const seconds = item.data.sessionSeconds ?? 0;
  return addSessionTime(item.time, { sessionId: visitKey(item.place), seconds });
}

const sum = (one: number, other: number): number => Math.round((one + other) * 100) / 100;

/** An item for the page: what was reached, and where its next visit starts; with the seed, if the learner is told. */
export function itemStartOf(scorm: ScormSession, manifestItem: Item, standing: Standing): ScormItemStart {
  const { identifier, launch } = manifestItem;
  const reached = standing.whole && standingIn(standing.whole.standing, identifier);
  const status = {
    completion: reached?.completion ?? 'not attempted',
    success: reached?.success ?? 'unknown',
  } as const;
  const common = { itemId: identifier, status, score: reached?.score ?? {} };
  if (launch?.kind !== 'sco') return { ...common, attempt: 0, entry: 'ab-initio' };
  const { tree, entry, attempt } = openVisit(scorm, manifestItem, standing);
  return { ...common, attempt, entry: entry.entry, ...(standing.learner && { seed: tree }) };
}

/** The item of the played organization that can be launched under this identifier. */
export function launchableItem({ organization }: ScormSession, itemId: string): Item | undefined {
  return launchableItems(organization).find(({ identifier }) => identifier === itemId);
}

/** Only what the manifest lets this item write goes over to the other items. */
export function writtenSharedData(item: Item, data: RuntimeData): RuntimeData['sharedData'] {
  const writable = new Set(item.sharedData.filter(({ write }) => write).map(({ targetId }) => targetId));
  return Object.fromEntries(Object.entries(data.sharedData).filter(([id]) => writable.has(id)));
}
