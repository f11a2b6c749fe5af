import {
  categories,
  contextExtensions,
  launchDataStateId,
  learnerPreferencesProfileId,
  verbs,
} from '@sinau/cmi5';
import type { StubResult } from '../stub/dispatch.ts';
import type { Host } from '../stub/run-stub.ts';

/** What the stub needs of its browser; tests bring their own. */
export interface Cmi5Browser {
  /** Query of the page's address. */
  readonly search: string;
  readonly fetch: typeof globalThis.fetch;
  /** Of the tab; a reload goes on with the token that was given once. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  /** In a frame the session ends with the page; a page of its own may be a reload. */
  readonly framed: boolean;
  readonly now: () => Date;
  readonly newId: () => string;
}

interface Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: { readonly account?: { readonly homePage?: string; readonly name?: string } };
  readonly registration: string;
  readonly activityId: string;
}

/** LMS.LaunchData as far as the stub uses it (cmi5 10.2). */
interface LaunchData {
  readonly contextTemplate?: {
    readonly contextActivities?: Readonly<Record<string, readonly object[]>>;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly launchMode?: string;
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

/** What this tab has said in this session. */
interface Memory {
  readonly token: string;
  readonly openedAt: number;
  readonly said: readonly string[];
}

/** A host that launches the stub as an AU: token, launch data, preferences, then initialized (cmi5 8 to 11). */
export async function openCmi5Host(browser: Cmi5Browser): Promise<Host | undefined> {
  const launch = readLaunch(browser.search);
  if (!launch) return undefined;
  const session = new Session(browser, launch);
  if (!(await session.open())) return undefined;
  const data = await session.readDocuments();
  if (!data) return undefined;
  await session.say('initialized', data, {});
  const { homePage = '', name = '' } = launch.actor.account ?? {};
  return {
    learnerId: name === '' ? '' : `${homePage}|${name}`,
    ...(data.returnURL !== undefined && { returnUrl: data.returnURL }),
    report: async (result) => {
      if (data.launchMode !== 'Normal' || !result.satisfied) return;
      await session.say('completed', data, { completion: true });
      const judged = judgementOf(result, data);
      if (judged) await session.say('passed', data, judged);
    },
    leave: () => {
      // There is nobody left to try again.
      if (browser.framed) void session.say('terminated', data, {}).catch(() => undefined);
    },
  };
}

/** Passed where the course has judged, and the host's own mastery score is met (9.3.4). */
function judgementOf({ passed, score }: StubResult, { masteryScore }: LaunchData): object | undefined {
  if (!passed) return undefined;
  if (score === undefined) return masteryScore === undefined ? { success: true } : undefined;
  if (masteryScore !== undefined && score < masteryScore) return undefined;
  return { success: true, score: { scaled: Math.round(score * 10_000) / 10_000 } };
}

function readLaunch(search: string): Launch | undefined {
  const query = new URLSearchParams(search);
  const values = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'].map(
    (name) => query.get(name) ?? '',
  );
  const [endpoint = '', fetch = '', actor = '', registration = '', activityId = ''] = values;
  if (values.includes('')) return undefined;
  try {
    return {
      endpoint: endpoint.replace(/\/+$/, ''),
      fetch,
      actor: JSON.parse(actor),
      registration,
      activityId,
    };
  } catch {
    return undefined;
  }
}

class Session {
  readonly #browser: Cmi5Browser;
  readonly #launch: Launch;
  #memory: Memory = { token: '', openedAt: 0, said: [] };

  constructor(browser: Cmi5Browser, launch: Launch) {
    this.#browser = browser;
    this.#launch = launch;
  }

  get #slot(): string {
    return `sinau-stub:${this.#launch.fetch}`;
  }

  async open(): Promise<boolean> {
    const kept = this.#browser.storage?.getItem(this.#slot);
    if (kept) {
      this.#memory = JSON.parse(kept);
      return true;
    }
    const answer = await this.#browser.fetch(this.#launch.fetch, { method: 'POST' });
    const body: unknown = await answer.json();
    const token: unknown = typeof body === 'object' && body ? Reflect.get(body, 'auth-token') : undefined;
    if (typeof token !== 'string' || token === '') return false;
    this.#remember({ token, openedAt: this.#browser.now().getTime(), said: [] });
    return true;
  }

  async readDocuments(): Promise<LaunchData | undefined> {
    const { endpoint, activityId, registration } = this.#launch;
    const agent = JSON.stringify(this.#launch.actor);
    const state = new URLSearchParams({ activityId, agent, registration, stateId: launchDataStateId });
    const answer = await this.#ask(`${endpoint}/activities/state?${state}`);
    if (!answer.ok) return undefined;
    const data: LaunchData = await answer.json();
    // To be asked for before the first statement, whether or not there are any (11).
    const profile = new URLSearchParams({ agent, profileId: learnerPreferencesProfileId });
    await this.#ask(`${endpoint}/agents/profile?${profile}`);
    return data;
  }

  /** A defined statement, once a session; one that the host refuses is not repeated. Rejects when the host does not answer. */
  async say(verb: 'initialized' | 'completed' | 'passed' | 'terminated', data: LaunchData, result: object) {
    if (this.#memory.said.includes(verb)) return;
    const { endpoint, actor, registration, activityId } = this.#launch;
    const { contextTemplate = {}, masteryScore } = data;
    const judges = verb === 'completed' || verb === 'passed';
    const category = [{ id: categories.cmi5 }, ...(judges ? [{ id: categories.moveOn }] : [])];
    const mastery = verb === 'passed' && masteryScore !== undefined;
    const statement = {
      id: this.#browser.newId(),
      timestamp: this.#browser.now().toISOString(),
      ...{ actor, verb: { id: verbs[verb], display: { en: verb } } },
      object: { objectType: 'Activity', id: activityId },
      ...(verb !== 'initialized' && { result: { ...result, duration: this.#duration() } }),
      context: {
        ...contextTemplate,
        registration,
        contextActivities: { ...contextTemplate.contextActivities, category },
        extensions: {
          ...contextTemplate.extensions,
          ...(mastery && { [contextExtensions.masteryScore]: masteryScore }),
        },
      },
    };
    const init = {
      ...{ method: 'POST', body: JSON.stringify(statement), keepalive: true },
      headers: { 'content-type': 'application/json' },
    };
    const answer = await this.#ask(`${endpoint}/statements`, init);
    if (answer.status >= 500 || answer.status === 429) throw new Error(`the host answered ${answer.status}`);
    this.#remember({ ...this.#memory, said: [...this.#memory.said, verb] });
  }

  #duration(): string {
    const ms = this.#browser.now().getTime() - this.#memory.openedAt;
    return `PT${Math.max(0, Math.round(ms / 10) / 100)}S`;
  }

  #ask(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      authorization: `Basic ${this.#memory.token}`,
      'x-experience-api-version': '1.0.3',
      ...(init.headers as Record<string, string> | undefined),
    };
    return this.#browser.fetch(url, { ...init, headers });
  }

  #remember(memory: Memory): void {
    this.#memory = memory;
    try {
      this.#browser.storage?.setItem(this.#slot, JSON.stringify(memory));
    } catch {
      // A full store costs a reload only.
    }
  }
}
