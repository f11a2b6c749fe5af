import { Unavailable } from '@sinau/kernel';
import type { ExternalCourse } from '@sinau/rostering';
import { contentOf, hashOf } from './content.ts';
import { isDecisionRefused } from './errors.ts';
import { type DecisionDeps, finishDecision } from './finish-decision.ts';
import { mergeFields } from './merge.ts';
import type { SyncStore } from './ports.ts';
import { newItem, placed, type Seen, type StageAt, stageAbsent, stageSeen } from './stage.ts';
import type { ChangeKind, SyncItem } from './sync-item.ts';
import type { SyncRun } from './sync-run.ts';

export interface StageDeps extends DecisionDeps {
  readonly sync: Pick<SyncStore, 'findItem' | 'findItems' | 'saveItem'>;
}

const together = 10;
const mostRaces = 8;

/** Stages courses that were read. Tells for each what became of it; `same` is no news. */
export async function stageCourses(
  deps: StageDeps,
  run: SyncRun,
  courses: readonly ExternalCourse[],
): Promise<readonly (ChangeKind | 'same')[]> {
  const { connectionId, providerId } = run;
  const known = await deps.sync.findItems(
    connectionId,
    courses.map(({ externalId }) => externalId),
  );
  const byId = new Map(known.map((item) => [item.externalId, item]));
  const at = stageAt(deps, run);
  return inTurns(courses, (course) => {
    const { externalId, tellsCompletion } = course;
    const { content, isCut } = contentOf(course);
    const said = { content, isCut, hash: hashOf(deps.digest, content) };
    const seen: Seen = { ...said, ...(tellsCompletion === false && { tellsCompletion }) };
    return settle(deps, run, {
      ...{ externalId, found: byId.get(externalId) },
      stage: (item) =>
        item ? stageSeen(item, seen, at) : newItem({ connectionId, providerId, externalId, seen }, at),
    });
  });
}

/** Stages that a whole run did not meet these. */
export async function stageMissing(
  deps: StageDeps,
  run: SyncRun,
  externalIds: readonly string[],
): Promise<readonly (ChangeKind | 'same')[]> {
  const found = await deps.sync.findItems(run.connectionId, externalIds);
  const at = stageAt(deps, run);
  return inTurns(found, (item) =>
    settle(deps, run, {
      ...{ externalId: item.externalId, found: item },
      stage: (one) => one && stageAbsent(one, at),
    }),
  );
}

const stageAt = ({ clock, desk }: StageDeps, { runId }: SyncRun): StageAt => ({
  runId,
  now: clock.now().toISOString(),
  takesUrl: desk.takesUrl,
});

/** People decide while a run is under way: whoever finds the item changed looks again. */
async function settle(
  deps: StageDeps,
  run: SyncRun,
  of: {
    readonly externalId: string;
    readonly found: SyncItem | undefined;
    readonly stage: (item: SyncItem | undefined) => SyncItem | undefined;
  },
): Promise<ChangeKind | 'same'> {
  let found = of.found;
  for (let race = 0; race < mostRaces; race += 1) {
    const item = found?.inHand ? await ended(deps, found) : found;
    const staged = of.stage(item);
    if (!staged || staged === item) return outcomeOf(item, run);
    const next = await withConflicts(deps, staged);
    if ((await deps.sync.saveItem(next)) === 'saved') return outcomeOf(next, run);
    found = await deps.sync.findItem(run.connectionId, of.externalId);
  }
  throw new Unavailable('A course is being decided on by many at once.');
}

/** What a decision that broke off came to; a refusal of it has put the item back. */
async function ended(deps: StageDeps, item: SyncItem): Promise<SyncItem | undefined> {
  try {
    return await finishDecision(deps, item);
  } catch (error) {
    if (!isDecisionRefused(error)) throw error;
    return deps.sync.findItem(item.connectionId, item.externalId);
  }
}

async function withConflicts({ desk }: StageDeps, item: SyncItem): Promise<SyncItem> {
  const { waiting, courseId, accepted } = item;
  if (!waiting || !accepted || courseId === undefined || waiting.fields.length === 0) return item;
  const course = await desk.read(courseId);
  if (!course) return item;
  const from = placed(accepted.content, desk.takesUrl);
  const to = placed(item.content, desk.takesUrl);
  const { conflicts } = mergeFields({ current: course.content, from, to, take: [], keep: [] });
  return { ...item, waiting: { ...waiting, conflicts } };
}

/** News of this run, also when an earlier try of it brought them in. */
const outcomeOf = (item: SyncItem | undefined, { runId }: SyncRun): ChangeKind | 'same' =>
  item?.waiting?.runId === runId ? item.waiting.change : 'same';

async function inTurns<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < all.length; start += together) {
    results.push(...(await Promise.all(all.slice(start, start + together).map(work))));
  }
  return results;
}
