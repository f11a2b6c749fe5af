import { Unavailable } from '@sinau/kernel';
import { untouchedData } from '@sinau/scorm';
import { rounds } from '../sessions.ts';
import type { LaunchLog, ScormStore } from './ports.ts';
import type { ScormItemState, ScormPackageState } from './state.ts';

interface Deps {
  readonly scorm: ScormStore;
  readonly launchLog: LaunchLog;
}

/** Everything that SCORM content has left about the learner of a registration, for that learner. */
export async function copyScormData(deps: Deps, registration: string): Promise<readonly object[]> {
  const { packages, items } = await deps.scorm.listOf(registration);
  return [
    ...packages.map((scormPackage) => ({ scormPackage })),
    ...items.map((scormItem) => ({ scormItem })),
  ];
}

/**
 * Rows that hold what the learner wrote and answered, and messages in launch logs, as far as they came in at or before
 * `until` (ISO 8601 UTC).
 */
export async function countScormData(
  { scorm, launchLog }: Deps,
  of: { readonly registration: string; readonly until: string },
): Promise<number> {
  const { registration, until } = of;
  const { packages, items } = await scorm.listOf(registration);
  const told = packages.filter((whole) => !isBlankPackage(whole) && (whole.savedAt ?? '') <= until);
  const answered = items.filter((item) => !isBlankItem(item) && item.savedAt <= until);
  return told.length + answered.length + (await launchLog.countOf(registration, until));
}

/**
 * Takes out what the learner wrote and answered. What was reached stays, as it does in the registration; so do the counts
 * of runs and attempts, or ids of statements that were erased would be used again. Tells how many rows and messages.
 */
export async function eraseScormData({ scorm, launchLog }: Deps, registration: string): Promise<number> {
  const { items } = await scorm.listOf(registration);
  let erased = 0;
  for (const { moduleId, itemId } of items) {
    const blanked = await blank(scorm, { registration, moduleId }, itemId);
    erased += blanked;
  }
  for (const { moduleId } of (await scorm.listOf(registration)).packages) {
    erased += await blank(scorm, { registration, moduleId });
  }
  return erased + (await launchLog.forget(registration));
}

/** A commit that comes in between is no obstacle: what it brought is read and taken out as well. */
async function blank(
  scorm: ScormStore,
  key: { readonly registration: string; readonly moduleId: string },
  itemId?: string,
): Promise<number> {
  for (let round = 0; round < rounds; round += 1) {
    const whole = await scorm.readPackage(key);
    const item = itemId === undefined ? undefined : await scorm.readItem(key, itemId);
    if (!whole) return 0;
    const rows = (isBlankPackage(whole) ? 0 : 1) + (item && !isBlankItem(item) ? 1 : 0);
    if (rows === 0) return 0;
    const change = { whole: blankPackage(whole), ...(item && { item: blankItem(item) }) };
    if ((await scorm.save(change)) === 'saved') return rows;
  }
  throw new Unavailable('The learner is at work in this content; please try again.');
}

function blankPackage(whole: ScormPackageState): ScormPackageState {
  const {
    sequencingState: _,
    currentItemId: _item,
    suspendedItemId: _suspended,
    told: _told,
    ...kept
  } = whole;
  return { ...kept, globalObjectives: {}, sharedData: {}, preferences: {} };
}

function blankItem(item: ScormItemState): ScormItemState {
  return { ...item, data: untouchedData };
}

const isBlankPackage = (whole: ScormPackageState): boolean => same(whole, blankPackage(whole));

const isBlankItem = (item: ScormItemState): boolean => same(item.data, untouchedData);

/** Both are made of the same parts in the same order. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
