import {
  type Completion,
  type GlobalObjectives,
  type Item,
  launchableItems,
  type Organization,
  type ScormItemStart,
  type ScormMessage,
  type ScormStart,
  type ScoStatus,
  type Sequencing,
  type Success,
} from '@sinau/scorm';
import { activityTreeOf } from './activity-tree.ts';
import { maxStateLength } from './limits.ts';
import { create2004, type NavigationValidity, type RunTimeClasses, type Scorm2004Api } from './run-time.ts';
import type { Navigation, NavigationRequest, Sequencer, Step } from './sequencer.ts';
import { packState, unpackState } from './sequencing-state.ts';

type Start = Pick<ScormStart, 'organization' | 'items' | 'globalObjectives' | 'sequencingState'>;

/** SCORM 2004: scorm-again's sequencer decides, over the tree of the manifest and the state that was kept. */
export function createSequencer2004(start: Start, Api: NonNullable<RunTimeClasses['scorm2004']>): Sequencer {
  const events = listen();
  const { api, runTimeFor } = create2004(Api, activityTreeOf(start.organization), events.listeners);
  const fresh = api.serializeSequencingState();
  const measured = hasWeight(start.organization.items);
  const statuses = new Map<string, ScoStatus>(start.items.map(({ itemId, status }) => [itemId, status]));
  const choosable = choosableIn(start.organization, start.organization.sequencing);
  const launchable = new Set(launchableItems(start.organization).map(({ identifier }) => identifier));
  const ways = createWays();
  const request = (kind: string, target?: string): Step => {
    api.processNavigationRequest(kind, target);
    return events.take();
  };
  return {
    begin: () => {
      const restored = restore(api, start, fresh);
      return (restored && goOn(api, request, restored)) ?? beginAnew(request, choosable);
    },
    runTimeFor: (item) => runTimeFor(item),
    navigate: (wish) => ways.note(wish, request(wish.kind, wish.kind === 'choice' ? wish.itemId : undefined)),
    terminate: ({ runTime, request: wish, call = [''] }) => {
      // Only while it runs: afterwards the sequencer has already decided on this SCO.
      if (wish && runTime.state === 'running') api.adl.nav.request = requestText(wish);
      const answer = runTime.call('Terminate', call);
      const commit = runTime.takeCommit();
      // Sequencing went on after the run-time wrote its commit, and may have written objectives.
      const { globalObjectives } = runTime.snapshot();
      const step = ways.note(wish, events.take());
      return { answer, commit: commit && { ...commit, globalObjectives }, step };
    },
    navigation: () => {
      const { currentActivity } = api.getSequencingState();
      return currentActivity
        ? ways.open(navigationOf(events.validity(), launchable))
        : { previous: false, next: false, choices: new Set(choosable), hidden: new Set() };
    },
    statusOf: (id) => best(statuses.get(id), trackedStatus(api, id)),
    learn: ({ itemId, status }: ScormItemStart) => void statuses.set(itemId, status),
    told: () => toldBy(api, fresh, measured),
  };
}

/** Ways that the sequencer calls open and that lead nowhere: everything behind them is skipped. Shut until one led on. */
function createWays() {
  const shut = new Set<NavigationRequest['kind']>();
  return {
    note: (wish: NavigationRequest | undefined, step: Step): Step => {
      if (step.kind === 'open') shut.clear();
      else if (wish && step.kind === 'choose') shut.add(wish.kind);
      return step;
    },
    open: ({ previous, next, ...others }: Navigation): Navigation => ({
      ...others,
      previous: previous && !shut.has('previous'),
      next: next && !shut.has('continue'),
    }),
  };
}

function listen() {
  let delivered: string | undefined;
  let ended: 'exit' | 'suspend' | undefined;
  let validity: NavigationValidity | undefined;
  return {
    listeners: {
      onActivityDelivery: ({ id }: { readonly id: string }) => {
        delivered = id;
      },
      onNavigationValidityUpdate: (update: NavigationValidity) => {
        validity = update;
      },
      onSequencingSessionEnd: ({ reason }: { readonly reason: string }) => {
        ended = reason === 'suspend_all' ? 'suspend' : 'exit';
      },
    },
    validity: () => validity,
    /** What came of the request that was just made. */
    take: (): Step => {
      const [opened, how] = [delivered, ended];
      delivered = undefined;
      ended = undefined;
      if (opened !== undefined) return { kind: 'open', itemId: opened };
      return how ? { kind: 'leave', how } : { kind: 'choose' };
    },
  };
}

/** What a page leaves to the next one; JSON in the message. */
interface Left {
  /** The content of the current item had ended: the sequencer would take it for running. */
  readonly between: boolean;
  readonly state: string;
}

function restore(api: Scorm2004Api, start: Start, fresh: string): Left | undefined {
  const left = readLeft(start.sequencingState);
  const kept = left && tryRestore(api, left, fresh);
  // After the state, so that items that read them do; those of the server may be newer, shared with other courses.
  const objectives = { ...kept?.globalObjectiveMap, ...start.globalObjectives };
  if (Object.keys(objectives).length > 0) api.restoreGlobalObjectiveSnapshot(objectives);
  return kept && left;
}

/** What a page wrote may be damaged; the course then begins anew, with the results that the server has. */
function readLeft(text: string | undefined): Left | undefined {
  try {
    const left: unknown = JSON.parse(text ?? 'null');
    if (typeof left !== 'object' || left === null) return undefined;
    const state: unknown = Reflect.get(left, 'state');
    return typeof state === 'string' ? { state, between: Reflect.get(left, 'between') === true } : undefined;
  } catch {
    return undefined;
  }
}

function tryRestore(
  api: Scorm2004Api,
  { state }: Left,
  fresh: string,
): { readonly globalObjectiveMap?: GlobalObjectives } | undefined {
  try {
    const whole = unpackState(state, fresh);
    return api.deserializeSequencingState(whole) ? JSON.parse(whole) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where the learner stopped: suspended, in the middle of a SCO whose page was closed, or between two of them. Undefined
 * when there is nothing to go on with.
 */
function goOn(
  api: Scorm2004Api,
  request: (kind: string, target?: string) => Step,
  { between }: Left,
): Step | undefined {
  const { currentActivity } = api.getSequencingState();
  if (!between) {
    // A page that was closed suspended nothing, content that was suspended by itself no course: only that is resumed.
    if (currentActivity?.isActive || currentActivity?.isSuspended) request('suspendAll');
    return opening(request('resumeAll'));
  }
  // After the last one it would only lead out again.
  return opening(request('continue')) ?? opening(request('choice', currentActivity?.id));
}

/** Courses of choices alone start nowhere by themselves; the first that can be chosen is as good as any. */
function beginAnew(request: (kind: string, target?: string) => Step, choosable: readonly string[]): Step {
  const started = opening(request('start'));
  if (started) return started;
  // What is left of the time before keeps a course from starting.
  request('exitAll');
  const restarted = opening(request('start'));
  if (restarted) return restarted;
  for (const itemId of choosable) {
    const chosen = opening(request('choice', itemId));
    if (chosen) return chosen;
  }
  return { kind: 'choose' };
}

const opening = (step: Step): Step | undefined => (step.kind === 'open' ? step : undefined);

/** Items that may be chosen as long as nothing was opened: everything above them lets choose. */
function choosableIn(
  { items }: Pick<Organization, 'items'>,
  sequencing: Sequencing | undefined,
): readonly string[] {
  if (sequencing?.controlMode.choice === false) return [];
  return items.flatMap((item) => [
    ...(item.launch && item.visible ? [item.identifier] : []),
    ...choosableIn({ items: item.children }, item.sequencing),
  ]);
}

function requestText(wish: NavigationRequest): string {
  return wish.kind === 'choice' ? `{target=${wish.itemId}}choice` : wish.kind;
}

function navigationOf(validity: NavigationValidity | undefined, launchable: ReadonlySet<string>): Navigation {
  const { choice = {}, hideLmsUi = [] } = validity ?? {};
  return {
    previous: validity?.previous === true,
    next: validity?.continue === true,
    choices: new Set(Object.keys(choice).filter((id) => launchable.has(id) && String(choice[id]) === 'true')),
    hidden: new Set(hideLmsUi),
  };
}

function trackedStatus(api: Scorm2004Api, id: string): ScoStatus {
  const tracked = api.getActivityTrackingData(id);
  return {
    completion: completionOf(tracked?.completionStatus),
    success: successOf(tracked?.successStatus),
  };
}

/** The sequencer forgets at a new attempt what the server keeps, and knows first what an open SCO has ended with. */
function best(kept: ScoStatus | undefined, tracked: ScoStatus): ScoStatus {
  if (!kept) return tracked;
  return {
    completion: kept.completion === 'completed' ? 'completed' : tracked.completion,
    success: kept.success === 'passed' || tracked.success === 'unknown' ? kept.success : tracked.success,
  };
}

/** Where nothing has weight there is no measure to roll up (SN RB.1.1); the run-time would say 0. */
function hasWeight(items: readonly Item[]): boolean {
  return items.some(({ sequencing }) => (sequencing?.rollupRules.objectiveMeasureWeight ?? 1) > 0);
}

function toldBy(
  api: Scorm2004Api,
  fresh: string,
  measured: boolean,
): NonNullable<ScormMessage['sequencing']> {
  const { currentActivity, rootActivity } = api.getSequencingState();
  const isItem = currentActivity !== null && currentActivity.id !== rootActivity?.id;
  const left: Left = {
    between: isItem && !currentActivity.isActive && !currentActivity.isSuspended,
    state: packState(api.serializeSequencingState(), fresh),
  };
  const state = JSON.stringify(left);
  return {
    ...(state.length <= maxStateLength && { state }),
    currentItemId: isItem ? currentActivity.id : null,
    ...(rootActivity && {
      rollup: {
        completion: completionOf(rootActivity.completionStatus),
        success: successOf(rootActivity.successStatus),
        ...(measured &&
          rootActivity.objectiveMeasureStatus && {
            score: { scaled: Math.max(-1, Math.min(1, rootActivity.objectiveNormalizedMeasure)) },
          }),
      },
    }),
  };
}

function completionOf(text: string | undefined): Completion {
  return text === 'completed' || text === 'incomplete' || text === 'not attempted' ? text : 'unknown';
}

function successOf(text: string | undefined): Success {
  return text === 'passed' || text === 'failed' ? text : 'unknown';
}
