import type { CmiTree, GlobalObjectives, HideableControl, ScormItemStart, ScormStart } from '@sinau/scorm';
import type { ActivitySettings } from './sequencer-settings.ts';

/** The calls of content, as SCORM 2004 names them. */
export const callNames = [
  'Initialize',
  'Terminate',
  'GetValue',
  'SetValue',
  'Commit',
  'GetLastError',
  'GetErrorString',
  'GetDiagnostic',
] as const;
export type CallName = (typeof callNames)[number];

export type CommitBody = Readonly<Record<string, unknown>>;

/** One SCO's side of the API: validation, error codes and data model are scorm-again's. */
export interface RunTime {
  call(name: CallName, parameters: readonly unknown[]): string;
  readonly state: 'fresh' | 'running' | 'over';
  /** Of the latest call; 0 is none. */
  lastError(): number;
  /** The commit object as it would be sent now; changes nothing that content could notice. */
  snapshot(): CommitBody;
  /** What Commit or Terminate wanted to send since it was taken last. */
  takeCommit(): CommitBody | undefined;
}

/** What scorm-again's classes have in common, as far as we use it. */
interface BaseApi {
  readonly lastErrorCode: string;
  getCommitObject(terminate: boolean): CommitBody;
  loadFromJSON(json: unknown, element: string): void;
  isInitialized(): boolean;
  isTerminated(): boolean;
}

export interface Scorm12Api extends BaseApi {
  readonly cmi: { readonly core: { readonly lesson_status: string } };
  statusSetByModule: boolean;
}

export interface Scorm2004Api extends BaseApi {
  readonly adl: { readonly nav: { request: string } };
  reset(): void;
  processNavigationRequest(request: string, target?: string): boolean;
  getSequencingState(): {
    readonly currentActivity: Activity | null;
    readonly rootActivity: Activity | null;
  };
  getActivityTrackingData(id: string): {
    readonly completionStatus: string;
    readonly successStatus: string;
  } | null;
  serializeSequencingState(): string;
  deserializeSequencingState(state: string): boolean;
  restoreGlobalObjectiveSnapshot(snapshot: GlobalObjectives): void;
  restoreSharedDataSnapshot(snapshot: Readonly<Record<string, string>>): void;
}

export interface Activity {
  readonly id: string;
  readonly isActive: boolean;
  readonly isSuspended: boolean;
  readonly completionStatus: string;
  readonly successStatus: string;
  readonly objectiveMeasureStatus: boolean;
  readonly objectiveNormalizedMeasure: number;
}

export interface NavigationValidity {
  readonly continue: boolean;
  readonly previous: boolean;
  readonly choice: Readonly<Record<string, string | boolean>>;
  readonly hideLmsUi: readonly HideableControl[];
}

export interface SequencingListeners {
  readonly onActivityDelivery: (activity: { readonly id: string }) => void;
  readonly onNavigationValidityUpdate: (validity: NavigationValidity) => void;
  readonly onSequencingSessionEnd: (end: { readonly reason: string }) => void;
}

interface HttpService {
  processHttpRequest(url: string, commit: CommitBody): { readonly result: true; readonly errorCode: 0 };
  updateSettings(): void;
}

type ApiClass<Api> = new (settings: Readonly<Record<string, unknown>>, http: HttpService) => Api;

export interface RunTimeClasses {
  readonly scorm12?: ApiClass<Scorm12Api>;
  readonly scorm2004?: ApiClass<Scorm2004Api>;
}

/** Loads the part of scorm-again that a version needs; 2004 with its sequencer is five times the other. */
export async function loadRunTime(version: ScormStart['version']): Promise<RunTimeClasses> {
  // Its types know the classes as default exports, which its modules do not have.
  if (version === '1.2') {
    const loaded: unknown = await import('scorm-again/scorm12');
    return { scorm12: (loaded as { Scorm12API: ApiClass<Scorm12Api> }).Scorm12API };
  }
  const loaded: unknown = await import('scorm-again/scorm2004');
  return { scorm2004: (loaded as { Scorm2004API: ApiClass<Scorm2004Api> }).Scorm2004API };
}

/**
 * Holds what the run-time would send. It is not sent from inside its calls: a Terminate of 2004 also sequences, and one
 * message should tell both.
 */
function createTray(): { readonly http: HttpService; take(): CommitBody | undefined } {
  let held: CommitBody | undefined;
  return {
    http: {
      processHttpRequest: (_url, commit) => {
        held = commit;
        return { result: true, errorCode: 0 };
      },
      updateSettings: () => undefined,
    },
    take: () => {
      const taken = held;
      held = undefined;
      return taken;
    },
  };
}

const settings = {
  // Where to does not matter: the tray takes it. Without an address nothing would be handed over.
  lmsCommitUrl: 'tray',
  renderCommonCommitFields: true,
  // The page commits by a clock of its own, which no call of the content restarts.
  autocommit: false,
  onLogMessage: () => undefined,
} as const;

export function create12(Api: ApiClass<Scorm12Api>, item: ScormItemStart): RunTime {
  const tray = createTray();
  const api = new Api({ ...settings, autoCompleteLessonStatus: true }, tray.http);
  api.loadFromJSON(treeOf(item.seed, 'cmi'), 'cmi');
  const runTime = runTimeOf(api, method12, tray.take);
  return {
    ...runTime,
    get state() {
      return runTime.state;
    },
    call: (name, parameters) => {
      const answer = runTime.call(name, parameters);
      // A SCO that finishes without a word about its status has been completed (RTE 1.2 3.4.4); what stands there at
      // first is not its word, though the run-time takes it for that.
      if (name === 'Initialize' && api.cmi.core.lesson_status === 'not attempted') {
        api.statusSetByModule = false;
      }
      return answer;
    },
  };
}

const method12 = (name: CallName) => (name === 'Terminate' ? 'LMSFinish' : `LMS${name}`);

export interface Shared2004 {
  readonly api: Scorm2004Api;
  /** The run-time of an item that was just delivered, with its data. */
  runTimeFor(item: ScormItemStart): RunTime;
}

/** One API for all SCOs of a course: it holds the sequencer. */
export function create2004(
  Api: ApiClass<Scorm2004Api>,
  activityTree: ActivitySettings,
  eventListeners: SequencingListeners,
): Shared2004 {
  const tray = createTray();
  const api = new Api(
    { ...settings, sequencing: { activityTree, eventListeners, logLevel: 'error' } },
    tray.http,
  );
  return {
    api,
    runTimeFor: (item) => {
      tray.take();
      api.reset();
      api.loadFromJSON(treeOf(item.seed, 'cmi'), 'cmi');
      api.restoreSharedDataSnapshot(sharedDataOf(treeOf(item.seed, 'adl')));
      return runTimeOf(api, (name) => name, tray.take);
    },
  };
}

function sharedDataOf(adl: CmiTree): Readonly<Record<string, string>> {
  const stores = Object.values(treeOf(adl, 'data')).flatMap((one) =>
    typeof one === 'object' && typeof one.id === 'string' && typeof one.store === 'string'
      ? [[one.id, one.store] as const]
      : [],
  );
  return Object.fromEntries(stores);
}

function runTimeOf(
  api: BaseApi,
  methodOf: (name: CallName) => string,
  takeCommit: RunTime['takeCommit'],
): RunTime {
  return {
    call: (name, parameters) => {
      const method: unknown = Reflect.get(api, methodOf(name));
      return typeof method === 'function' ? String(Reflect.apply(method, api, [...parameters])) : '';
    },
    get state() {
      if (api.isTerminated()) return 'over';
      return api.isInitialized() ? 'running' : 'fresh';
    },
    lastError: () => Number(api.lastErrorCode),
    snapshot: () => api.getCommitObject(false),
    takeCommit,
  };
}

function treeOf(tree: CmiTree | undefined, name: string): CmiTree {
  const found = tree?.[name];
  return typeof found === 'object' ? found : {};
}
