/** The five parameters with which a page of ours is launched, as cmi5 8.1 names them. */
export interface LaunchParameters {
  /** Of the record store, e.g. `https://sinau.example/xapi/`. */
  readonly endpoint: string;
  /** Gives the token, once. */
  readonly fetch: string;
  /** xAPI agent, as JSON text. */
  readonly actor: string;
  readonly registration: string;
  readonly activityId: string;
}

/**
 * `not-launched`: the page was opened without a launch, or its token was given to another tab already.
 * `ended`: the session is over, or another tab or device has taken it over; nothing more is stored under it.
 * `unreachable`: no answer, or a fault of the server; the same request may be sent again.
 */
export type SessionFault = 'not-launched' | 'ended' | 'unreachable';

export class SessionError extends Error {
  readonly fault: SessionFault;

  constructor(fault: SessionFault, cause?: unknown) {
    super(`session ${fault}`, { cause });
    this.fault = fault;
  }
}

export interface Session {
  readonly launch: LaunchParameters;
  /** Origin of the portal, which has the record store and the launch doors. */
  readonly portalOrigin: string;
  /** Value of the Authorization header: `Basic …`. */
  readonly authorization: string;
  /**
   * One request to the portal's origin with the token of this session; `path` is relative to that origin, or an address on it.
   * Resolves with any answer of the server below 500, save that 401, and 403 of an ended session, reject as `ended`; an
   * answer of 500 and above and a lost connection reject as `unreachable`. Sends once: whoever may repeat, repeats.
   */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** What the page needs of its browser; tests bring their own. */
export interface SessionHost {
  readonly fetch: typeof globalThis.fetch;
  /** Of the tab; absent where the browser denies storage to framed sites. Then only a reload needs another launch. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
}

const parameterNames = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;

/** `search` is the query of the page's address. Undefined when a parameter is missing or no address is one. */
export function readLaunch(search: string): LaunchParameters | undefined {
  const query = new URLSearchParams(search);
  const values = parameterNames.map((name) => [name, query.get(name) ?? ''] as const);
  if (values.some(([, value]) => value === '')) return undefined;
  const launch = Object.fromEntries(values) as Record<(typeof parameterNames)[number], string>;
  // The token is for the portal alone: both addresses have to be of one origin, and the page's policy names that one.
  const origins = [launch.endpoint, launch.fetch].map(originOf);
  return origins[0] !== undefined && origins[0] === origins[1] ? launch : undefined;
}

/**
 * Trades the fetch URL for the token of this session. The URL gives it once, so the tab keeps it and a reload goes on.
 * Rejects with SessionError.
 */
export async function openSession(
  launch: LaunchParameters | undefined,
  host: SessionHost = browserHost(),
): Promise<Session> {
  if (!launch) throw new SessionError('not-launched');
  const slot = `sinau-session:${launch.fetch}`;
  const kept = host.storage?.getItem(slot);
  const token = kept ?? (await fetchToken(host, launch.fetch));
  if (kept === null || kept === undefined) keep(host, slot, token);
  const portalOrigin = new URL(launch.endpoint).origin;
  const authorization = `Basic ${token}`;
  return {
    launch,
    portalOrigin,
    authorization,
    request: async (path, init = {}) => {
      const address = new URL(path, portalOrigin);
      if (address.origin !== portalOrigin) throw new TypeError(`the token is not for ${address.origin}`);
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      const answer = await send(host, address.href, { ...init, headers });
      if (await isOver(answer)) throw new SessionError('ended');
      return answer;
    },
  };
}

async function fetchToken(host: SessionHost, address: string): Promise<string> {
  const answer = await send(host, address, { method: 'POST' });
  const body: unknown = await answer.json().catch(() => undefined);
  const token: unknown = typeof body === 'object' && body ? Reflect.get(body, 'auth-token') : undefined;
  // A second use of the address is answered with an error code and status 200 (cmi5 8.2.3).
  if (typeof token !== 'string' || token === '') throw new SessionError('not-launched');
  return token;
}

async function send(host: SessionHost, address: string, init: RequestInit): Promise<Response> {
  const answer = await host
    .fetch(address, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', ...init })
    .catch((cause: unknown) => {
      throw new SessionError('unreachable', cause);
    });
  if (answer.status >= 500) throw new SessionError('unreachable');
  return answer;
}

async function isOver(answer: Response): Promise<boolean> {
  if (answer.status === 401) return true;
  if (answer.status !== 403) return false;
  const problem: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return (
    typeof problem === 'object' &&
    problem !== null &&
    Reflect.get(problem, 'code') === 'delivery.session-ended'
  );
}

function keep({ storage }: SessionHost, slot: string, token: string): void {
  try {
    storage?.setItem(slot, token);
  } catch {
    // A full store costs a reload only.
  }
}

function browserHost(): SessionHost {
  return { fetch: (input, init) => globalThis.fetch(input, init), storage: tabStorage() };
}

function tabStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

function originOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
