import {
  type Item,
  type LessonStatus,
  launchableItems,
  meetsPrerequisites,
  type Organization,
  type ScormItemStart,
  type ScormStart,
  type ScoStatus,
} from '@sinau/scorm';
import { type CommitBody, create12, type RunTimeClasses } from './run-time.ts';
import type { Navigation, NavigationRequest, Sequencer, Step } from './sequencer.ts';

const untouched: ScoStatus = { completion: 'not attempted', success: 'unknown' };

/** SCORM 1.2: one item after another, each open when its prerequisites are met. */
export function createSequencer12(
  start: Pick<ScormStart, 'organization' | 'items' | 'currentItemId'>,
  Api: NonNullable<RunTimeClasses['scorm12']>,
): Sequencer {
  const { organization } = start;
  const order = launchableItems(organization);
  const statuses = new Map<string, ScoStatus>(start.items.map(({ itemId, status }) => [itemId, status]));
  let current: string | undefined;

  const statusOf = (id: string): ScoStatus => statuses.get(id) ?? clusterStatus(organization, id, statusOf);
  const isOpen = ({ prerequisites }: Item) =>
    !prerequisites || meetsPrerequisites(prerequisites, (id) => lessonStatusOf(statusOf(id)));
  const open = (item: Item | undefined): Step => {
    if (!item) return { kind: 'choose' };
    current = item.identifier;
    return { kind: 'open', itemId: item.identifier };
  };
  const place = () => order.findIndex(({ identifier }) => identifier === current);
  const after = () => order.slice(place() + 1).find(isOpen);
  const before = () => order.slice(0, Math.max(place(), 0)).findLast(isOpen);
  const isDone = ({ identifier }: Item) => isFinished(statusOf(identifier));
  const navigate = (request: NavigationRequest): Step => {
    if (request.kind === 'choice') {
      return open(order.find((item) => item.identifier === request.itemId && isOpen(item)));
    }
    if (request.kind === 'continue') return open(after());
    if (request.kind === 'previous') return open(before());
    return { kind: 'leave', how: order.every(isDone) ? 'exit' : 'suspend' };
  };

  return {
    begin: () => {
      const kept = order.find((item) => item.identifier === start.currentItemId && isOpen(item));
      return open(kept ?? order.find((item) => isOpen(item) && !isDone(item)) ?? order.find(isOpen));
    },
    runTimeFor: (item) => create12(Api, item),
    navigate,
    terminate: ({ runTime, request, call }) => {
      const answer = call ? runTime.call('Terminate', call) : 'true';
      // Who goes without LMSFinish has not said that it is finished: its data are kept as they are.
      const commit = call ? runTime.takeCommit() : runTime.snapshot();
      if (current !== undefined && commit) statuses.set(current, statusIn(commit));
      return { answer, commit, step: request ? navigate(request) : { kind: 'choose' } };
    },
    navigation: (): Navigation => ({
      previous: before() !== undefined,
      next: after() !== undefined,
      choices: new Set(order.filter(isOpen).map(({ identifier }) => identifier)),
      hidden: new Set(),
    }),
    statusOf,
    learn: ({ itemId, status }: ScormItemStart) => void statuses.set(itemId, status),
    told: () => ({ currentItemId: current ?? null }),
  };
}

function isFinished({ completion, success }: ScoStatus): boolean {
  return completion === 'completed' || success === 'passed';
}

function lessonStatusOf({ completion, success }: ScoStatus): LessonStatus {
  if (success !== 'unknown') return success;
  return completion === 'unknown' ? 'not attempted' : completion;
}

/** A cluster is done when everything in it is, and begun when anything is. */
function clusterStatus(
  organization: Organization,
  id: string,
  statusOf: (id: string) => ScoStatus,
): ScoStatus {
  const cluster = findItem(organization.items, id);
  const inside = cluster ? launchableItems({ items: cluster.children }) : [];
  if (inside.length === 0) return untouched;
  const all = inside.map(({ identifier }) => statusOf(identifier));
  if (all.every(isFinished)) {
    const passed = all.every(({ success }) => success === 'passed');
    return { completion: 'completed', success: passed ? 'passed' : 'unknown' };
  }
  const begun = all.some(({ completion }) => completion === 'completed' || completion === 'incomplete');
  return begun ? { completion: 'incomplete', success: 'unknown' } : untouched;
}

function findItem(items: readonly Item[], id: string): Item | undefined {
  for (const item of items) {
    const found = item.identifier === id ? item : findItem(item.children, id);
    if (found) return found;
  }
  return undefined;
}

function statusIn({ completionStatus, successStatus }: CommitBody): ScoStatus {
  const success = successStatus === 'passed' || successStatus === 'failed' ? successStatus : 'unknown';
  // A failed SCO has come to its end as well.
  const completed = completionStatus === 'completed' || success !== 'unknown';
  return { completion: completed ? 'completed' : 'incomplete', success };
}
