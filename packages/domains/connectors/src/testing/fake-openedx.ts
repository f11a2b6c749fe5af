import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOpenEdx, type FakeOpenEdxSite, type FakeReply, type FakeRun } from './fake-openedx-answers.ts';

/** How a request goes wrong. What it asks is done nevertheless by `half`, `lost` and `twice`. */
export type FakeOpenEdxTrouble =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Half of the body, sent as if it were whole. */
  | { readonly kind: 'half' }
  /** Done, but the answer never comes. */
  | { readonly kind: 'lost' }
  /** Every item of a page twice. */
  | { readonly kind: 'twice' }
  /** The page says that it is the last. */
  | { readonly kind: 'last' };

export interface FakeOpenEdx {
  /** Reachable with `allowLoopback` alone. The catalogue service is at `/catalogue`. */
  readonly baseUrl: string;
  /** Its database; changes count from the next request on. */
  readonly site: FakeOpenEdxSite;
  /** Every request so far, e.g. `GET /api/courses/v1/courses/?page_size=100`. */
  readonly calls: readonly string[];
  addRuns(count: number): void;
  /** Tokens given so far are worth nothing from now on. */
  forgetTokens(): void;
  /** The next `times` requests of a path that holds `at` go wrong; for ever without `times`. */
  trouble(what: FakeOpenEdxTrouble, of?: { readonly times?: number; readonly at?: string }): void;
  heal(): void;
  close(): Promise<void>;
}

export function sampleRun(n: number): FakeRun {
  return {
    ...{ id: `course-v1:KampusX+ADM${n}+2026`, name: `Administrasi Publik ${n}`, hidden: false },
    ...{ start: '2027-02-01T00:00:00Z', startType: 'timestamp', modified: '2026-11-01T00:00:00.654662Z' },
    ...{ published: true, price: '150000.00', isFull: false },
    ...{
      enrolmentEnds: null,
      isByInvitation: false,
      barred: null,
      objection: null,
      modes: ['audit', 'verified'],
    },
  };
}

/** An Open edX site with its catalogue service on loopback: it speaks the recorded payloads, quirks included. */
export async function startFakeOpenEdx(): Promise<FakeOpenEdx> {
  const site: FakeOpenEdxSite = {
    ...{ clientId: 'sinau', clientSecret: 'rahasia-klien', tokenSeconds: 3600, pageSize: 100 },
    runs: Array.from({ length: 5 }, (_, n) => sampleRun(n + 1)),
    ...{ accounts: new Map(), enrolments: [], grades: new Map(), forbidden: new Set() },
    now: '2026-11-28T04:00:00Z',
  };
  const calls: string[] = [];
  const troubles: { readonly what: FakeOpenEdxTrouble; readonly at: string; left: number }[] = [];
  const tokens = new Set<string>();
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const url = new URL(request.url ?? '', baseUrl);
    calls.push(`${request.method} ${request.url}`);
    const waiting = troubles.find(({ left, at }) => left > 0 && url.pathname.includes(at));
    if (waiting) waiting.left -= 1;
    const trouble = waiting?.what;
    if (trouble?.kind === 'status') {
      const { status, retryAfter } = trouble;
      response.writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {}).end('<h1>Sorry</h1>');
      return;
    }
    const answer =
      url.pathname === '/oauth2/access_token' ? giveToken(body) : answerTo(request, { site, url, body });
    if (trouble?.kind === 'lost') request.socket.destroy();
    else send(response, answer, trouble);
  }

  function giveToken(body: string): FakeReply {
    const form = new URLSearchParams(body);
    const isKnown =
      form.get('client_id') === site.clientId && form.get('client_secret') === site.clientSecret;
    if (!isKnown) return { status: 401, value: { error: 'invalid_client' } };
    if (form.get('token_type') !== 'jwt') return { status: 400, value: { error: 'unsupported' } };
    const token = `eyJ.${tokens.size + 1}.${calls.length}`;
    tokens.add(token);
    const scope = 'read write email profile';
    return {
      status: 200,
      value: { access_token: token, expires_in: site.tokenSeconds, token_type: 'JWT', scope },
    };
  }

  function answerTo(request: IncomingMessage, asked: Parameters<typeof answerOpenEdx>[0]): FakeReply {
    const token = /^JWT (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!tokens.has(token)) return { status: 401, value: { detail: 'Invalid token.' } };
    return answerOpenEdx(asked);
  }

  return {
    ...{ baseUrl, site, calls },
    addRuns(count) {
      const first = site.runs.length + 1;
      for (let n = first; n < first + count; n += 1) site.runs.push(sampleRun(n));
    },
    forgetTokens: () => tokens.clear(),
    trouble: (what, { times = Number.POSITIVE_INFINITY, at = '/' } = {}) =>
      void troubles.push({ what, at, left: times }),
    heal: () => void troubles.splice(0),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, answer: FakeReply, trouble: FakeOpenEdxTrouble | undefined): void {
  const { status, value } = answer;
  const bytes = Buffer.from(value === '' ? '' : JSON.stringify(changed(value, trouble)));
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(trouble?.kind === 'half' ? bytes.subarray(0, bytes.length >> 1) : bytes);
}

function changed(value: unknown, trouble: FakeOpenEdxTrouble | undefined): unknown {
  const page = value as { results?: unknown[]; pagination?: object };
  if (trouble?.kind === 'twice' && page.results)
    return { ...page, results: [...page.results, ...page.results] };
  if (trouble?.kind === 'last') {
    return page.pagination
      ? { ...page, pagination: { ...page.pagination, next: null } }
      : { ...page, next: null };
  }
  return value;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
