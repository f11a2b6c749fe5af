import type { Clock } from '@sinau/kernel';
import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import { readAccessToken, rosterScopes } from '@sinau/rostering/one-roster';
import type { OneRosterSettings } from '../../one-roster-settings.ts';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer, failureOfHttp, failureOfOutbound, withTries } from '../failures.ts';

export interface RosterDeps {
  /** Checks every address when it is asked (case F3). */
  readonly outbound: Pick<Outbound, 'send'>;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export interface RosterSite {
  /** Where `/ims/oneroster/…` begins. */
  readonly baseUrl: string;
  readonly settings: OneRosterSettings;
  readonly secret: string;
}

export type RosterService = keyof typeof rosterScopes;

export interface RosterAnswer {
  readonly value: unknown;
  /** The body, to the letter. */
  readonly text: string;
  /** How many there are in all; absent where the server does not say. */
  readonly total?: number;
}

export interface RosterClient {
  /** Signs in for a service; rejects when it may not. */
  signIn(service: RosterService): Promise<void>;
  /** `path` with its query, behind the root of the service. Asked up to three times. */
  read(service: RosterService, path: string): Promise<RosterAnswer>;
}

const roots = { roster: '/ims/oneroster/rostering/v1p2', gradebook: '/ims/oneroster/gradebook/v1p2' };
const timeoutMs = 30_000;
const maxResponseBytes = 8 * 1024 * 1024;
/** Of a token whose server does not say; and so long before its end it is no longer used. */
const usualSeconds = 300;
const earlyMs = 30_000;

/** OneRoster 1.2 by REST. One token a service is kept as long as it lasts, and no longer than this client. */
export function createRosterClient(deps: RosterDeps, site: RosterSite): RosterClient {
  const tokens = new Map<RosterService, { readonly token: string; readonly untilMs: number }>();
  const baseUrl = site.baseUrl.replace(/\/+$/, '').replace(/\/ims\/oneroster(\/.*)?$/, '');

  async function tokenFor(service: RosterService): Promise<string> {
    const nowMs = deps.clock.now().getTime();
    const known = tokens.get(service);
    if (known && known.untilMs > nowMs) return known.token;
    const { token, seconds = usualSeconds } = await askToken(deps, site, rosterScopes[service]);
    tokens.set(service, { token, untilMs: nowMs + seconds * 1_000 - earlyMs });
    return token;
  }

  async function ask(service: RosterService, path: string): Promise<OutboundResponse> {
    const token = await tokenFor(service);
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': 'Sinau-Connector/1',
    };
    const url = `${baseUrl}${roots[service]}${path}`;
    return send(deps, { method: 'GET', url, headers, timeoutMs, maxResponseBytes });
  }

  return {
    signIn: async (service) => void (await withTries(deps.sleep, () => tokenFor(service))),
    read: (service, path) =>
      withTries(deps.sleep, async () => {
        let answer = await ask(service, path);
        // A token may end before its time.
        if (answer.status === 401 && tokens.delete(service)) answer = await ask(service, path);
        if (answer.status !== 200) throw failureOfHttp(answer.status);
        const total = Number(answer.headers['x-total-count'] ?? Number.NaN);
        const text = new TextDecoder().decode(answer.body);
        return { value: jsonOf(answer), text, ...(Number.isInteger(total) && { total }) };
      }),
  };
}

async function askToken(deps: RosterDeps, { settings, secret }: RosterSite, scope: string) {
  const basic = Buffer.from(`${encodeURIComponent(settings.clientId)}:${encodeURIComponent(secret)}`);
  const answer = await send(deps, {
    method: 'POST',
    url: settings.tokenUrl,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${basic.toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Sinau-Connector/1',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
    ...{ timeoutMs, maxResponseBytes: 64 * 1024 },
  });
  if (answer.status === 400 || answer.status === 401) throw refusedToken(answer);
  if (answer.status !== 200) throw failureOfHttp(answer.status);
  const token = readAccessToken(jsonOf(answer));
  if (!token) throw brokenAnswer('the answer holds no token');
  return token;
}

/** Nothing of what a server says of an error but its name. */
function refusedToken(answer: OutboundResponse): AdapterFailure {
  const text = new TextDecoder().decode(answer.body);
  const isScope = /"error"\s*:\s*"(invalid_scope|unauthorized_client)"/.test(text);
  return new AdapterFailure(isScope ? 'function-missing' : 'unauthorised', { passing: false });
}

async function send(
  { outbound }: RosterDeps,
  request: Parameters<Outbound['send']>[0],
): Promise<OutboundResponse> {
  try {
    return await outbound.send(request);
  } catch (error) {
    throw failureOfOutbound(error);
  }
}

function jsonOf({ body, isCut }: OutboundResponse): unknown {
  if (isCut) throw new AdapterFailure('too-large', { passing: false });
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw brokenAnswer('the answer is no JSON');
  }
}
