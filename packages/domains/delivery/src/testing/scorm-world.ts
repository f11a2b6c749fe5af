import type { Au } from '@sinau/cmi5';
import type { Item, ScormAnswer, ScormCourse, ScormDocument, ScormMessage, ScormStart } from '@sinau/scorm';
import { authenticateAuToken } from '../authenticate-au-token.ts';
import { fetchAuthToken } from '../fetch-auth-token.ts';
import type { LaunchDeps, LaunchRequest } from '../launch-au.ts';
import type { PartContent } from '../ports.ts';
import { commitScorm } from '../scorm/commit-scorm.ts';
import type { ScormStore } from '../scorm/ports.ts';
import type { ScormDeps } from '../scorm/scorm-session.ts';
import { startScorm } from '../scorm/start-scorm.ts';
import { courseOf, deliveryWorld, fetchIdIn } from './delivery-world.ts';
import { memoryScormStore } from './memory-scorm-store.ts';

export function scoItem(identifier: string, over: Partial<Item> = {}): Item {
  const launch = {
    resource: identifier,
    kind: 'sco',
    file: `${identifier}.html`,
    url: `${identifier}.html`,
  } as const;
  return {
    ...{ identifier, title: `Bagian ${identifier}`, visible: true, launch },
    ...{ children: [], sharedData: [], hiddenControls: [] },
    ...over,
  };
}

/** A manifest with these items at the top. */
export function packageOf(version: '1.2' | '2004', ...items: readonly Item[]): ScormCourse {
  const organization = {
    ...{ identifier: 'org', title: 'Paket', items },
    ...{ objectivesGlobalToSystem: false, sharedDataGlobalToSystem: false },
  };
  return {
    ...{ format: 1, version, identifier: 'man', title: 'Paket' },
    ...{ defaultOrganization: 0, organizations: [organization], resources: [] },
  };
}

/** The commit object of the run-time, around a tree. */
export const commitOf = (cmi: object, adl?: object, more: object = {}) => ({
  successStatus: 'unknown',
  completionStatus: 'unknown',
  totalTimeSeconds: 0,
  runtimeData: { cmi, ...(adl && { adl }) },
  ...more,
});

/** Delivery of one SCORM package to one learner, on memory or on the stores that are given. */
export function scormWorld(
  course: ScormCourse,
  given: Partial<Pick<LaunchDeps, 'registrations' | 'records' | 'ids'>> & {
    readonly registration?: string;
    readonly scorm?: ScormStore;
    readonly au?: Partial<Au>;
    readonly part?: Partial<PartContent>;
    readonly documents?: Pick<ScormDeps, 'documents'>['documents'];
  } = {},
) {
  const { scorm = memoryScormStore(), au = {}, documents, ...stores } = given;
  const moveOn = au.moveOn ?? 'CompletedOrPassed';
  const world = deliveryWorld(courseOf([[moveOn]], au), stores);
  const packages = new Map([['a'.repeat(32), course]]);
  /** By kind, owner and id; the last one put. */
  const kept = new Map<string, ScormDocument>();
  const deps = {
    ...world.deps,
    scorm,
    packages: { find: async (originHash: string) => packages.get(originHash) },
    learners: { find: async () => ({ name: 'Sri Lestari' }) },
    documents: documents ?? {
      put: async (_: unknown, all: readonly ScormDocument[]) => {
        for (const document of all) kept.set(documentKey(document), document);
      },
      readLaunch: async () => ({ returnUrl: 'https://sinau.example/learn/c1', locale: 'id' as const }),
    },
  } satisfies ScormDeps;

  /** Launches the package, and starts it as its page does. */
  async function open(request: Partial<LaunchRequest> = {}) {
    const launched = await world.launch(request);
    const answer = await fetchAuthToken(world.deps, fetchIdIn(launched.url));
    const token = 'auth-token' in answer ? answer['auth-token'] : '';
    const principal = mustBe(await authenticateAuToken(world.deps, token));
    const start = () => startScorm(deps, { principal, commitUrl: 'https://sinau.example/commit' });
    return { launched, token, principal, page: await pageOf(start), start: () => pageOf(start) };

    async function pageOf(begin: () => Promise<ScormStart>) {
      const started = await begin();
      let sequence = 0;
      const resend = (message: ScormMessage): Promise<ScormAnswer> =>
        commitScorm(deps, { principal, message });
      const next = (over: Omit<ScormMessage, 'run' | 'sequence'>): ScormMessage => {
        sequence += 1;
        return { run: started.run, sequence, ...over };
      };
      return {
        started,
        next,
        resend,
        send: (over: Omit<ScormMessage, 'run' | 'sequence'>) => resend(next(over)),
        seedOf: (itemId: string) => started.items.find((item) => item.itemId === itemId),
      };
    }
  }

  const verbs = () =>
    world.records.statements.map(({ verb, context }) => {
      const categories = JSON.stringify(context?.contextActivities?.category ?? []);
      const name = verb.id.slice(verb.id.lastIndexOf('/') + 1);
      return categories.includes('/xapi/scorm') ? `scorm:${name}` : name;
    });
  return { ...world, deps, open, verbs, documents: kept, packages };
}

function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the token of a fresh launch does not authenticate');
  return value;
}

function documentKey(document: ScormDocument): string {
  if (document.kind === 'state') return `state ${document.activityId} ${document.stateId}`;
  return document.kind === 'agentProfile'
    ? `agent ${document.profileId}`
    : `activity ${document.activityId} ${document.profileId}`;
}
