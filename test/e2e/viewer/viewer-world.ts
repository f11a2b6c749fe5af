import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import {
  buildLaunchUrl,
  checkAuStatements,
  contextTemplateOf,
  type LaunchMode,
  launchDataStateId,
  openedSession,
  type SessionState,
  untouched,
} from '@sinau/cmi5';
import { contentSecurityHeaders, playerSecurityHeaders } from '@sinau/platform/content-edge';
import { compilePlayer } from '@sinau/player/build-player';
import { parseStatements, type Statement } from '@sinau/xapi';

/** What the viewer is launched with. */
export interface ViewerLaunch {
  /** JSON text of the module. */
  readonly parameters: string;
  readonly mode?: LaunchMode;
  readonly languagePreference?: string;
  /** Goes on in the registration of an earlier launch. */
  readonly after?: ViewerSession;
}

/** One session as its LMS sees it. */
export interface ViewerSession {
  readonly url: string;
  /** A page of the portal with the viewer in a frame. */
  readonly framedUrl: string;
  readonly registration: string;
  state: SessionState;
  /** What was stored, in this order. */
  readonly stored: Statement[];
  /** Rules of cmi5 and xAPI that were broken. */
  readonly refusals: string[];
  /** State documents of the registration, by id. */
  readonly documents: Map<string, string>;
  /** The session was taken over. */
  ended: boolean;
  /** The session that this one takes over once it is opened. */
  readonly after?: ViewerSession;
}

export interface ViewerWorld {
  readonly portalOrigin: string;
  readonly contentOrigin: string;
  /** Files of the package, by path; bytes or text. */
  readonly files: Map<string, Uint8Array | string>;
  launch(launch: ViewerLaunch): ViewerSession;
  /** The record store answers, or the line is dead. */
  reachable: boolean;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.png': 'image/png',
};
const actor = { account: { homePage: 'https://sinau.example', name: 'person-1' } };

/**
 * The viewer as it is deployed, on an origin of its own under the policy of the content edge, and a small LMS on another: documents,
 * token and statements, each held against the rules of cmi5 and xAPI as the product holds them.
 */
export async function startViewerWorld(mediaOrigins: readonly string[] = []): Promise<ViewerWorld> {
  const pages = new Map((await compilePlayer()).map(({ path, body }) => [`/_sinau/${path}`, body]));
  const sessions = new Map<string, ViewerSession>();
  const fetched = new Set<string>();
  const files = new Map<string, Uint8Array | string>();
  const world = { reachable: true };

  const portal = await listen((request, response) => {
    if (world.reachable) void answerPortal({ sessions, fetched }, request, response);
    else request.socket.destroy();
  });
  const portalOrigin = `http://127.0.0.1:${portOf(portal)}`;
  const ofPackage = contentSecurityHeaders({ portalOrigin });
  const ofPlayer = playerSecurityHeaders({ portalOrigin, mediaOrigins: [...mediaOrigins] });
  const content = await listen((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const page = pages.get(path);
    const headers = page ? ofPlayer : ofPackage;
    // No HTTPS here.
    for (const [name, value] of Object.entries(headers)) {
      if (name !== 'strict-transport-security') response.setHeader(name, value);
    }
    sendFile(request, response, { path, body: page ?? files.get(path) });
  });
  const contentOrigin = `http://localhost:${portOf(content)}`;

  return {
    portalOrigin,
    contentOrigin,
    files,
    get reachable() {
      return world.reachable;
    },
    set reachable(value) {
      world.reachable = value;
    },
    launch: (launch) => {
      const session = newSession({ portalOrigin, contentOrigin }, launch);
      sessions.set(session.state.terms.sessionId, session);
      return session;
    },
    stop: async () => {
      for (const server of [portal, content]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

function newSession(
  { portalOrigin, contentOrigin }: Pick<ViewerWorld, 'portalOrigin' | 'contentOrigin'>,
  { parameters, mode = 'Normal', languagePreference, after }: ViewerLaunch,
): ViewerSession {
  const sessionId = randomUUID();
  const registration = after?.registration ?? randomUUID();
  const activityId = 'https://sinau.example/module/m1/registration/1';
  const terms = {
    ...{ sessionId, registration, actor: actor.account, activityId, launchMode: mode },
    publisherId: 'https://sinau.example/module/m1',
  };
  const documents = after?.documents ?? new Map<string, string>();
  documents.set(
    launchDataStateId,
    JSON.stringify({
      contextTemplate: contextTemplateOf(terms),
      launchMode: mode,
      moveOn: 'Completed',
      launchParameters: parameters,
      returnURL: `${portalOrigin}/returned`,
    }),
  );
  if (languagePreference !== undefined) {
    documents.set('preferences', JSON.stringify({ languagePreference, audioPreference: 'on' }));
  }
  const url = buildLaunchUrl(`${contentOrigin}/_sinau/viewer/index.html`, {
    ...{ endpoint: `${portalOrigin}/xapi`, fetch: `${portalOrigin}/launch/fetch/${sessionId}` },
    ...{ actor, registration, activityId },
  });
  return {
    url,
    framedUrl: `${portalOrigin}/frame?src=${encodeURIComponent(url)}`,
    registration,
    state: { terms, session: openedSession, verdict: after?.state.verdict ?? untouched },
    stored: [],
    refusals: [],
    documents,
    ended: false,
    ...(after && { after }),
  };
}

interface Portal {
  readonly sessions: ReadonlyMap<string, ViewerSession>;
  readonly fetched: Set<string>;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
const empty: Answer = { status: 204 };

async function answerPortal(
  portal: Portal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://portal');
  const body = await bodyOf(request);
  const answer = answerOf(portal, asMeant({ request, url, body }));
  response.writeHead(answer.status, {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
    'access-control-allow-methods': 'GET, PUT, POST',
    ...(answer.type !== undefined && { 'content-type': answer.type }),
  });
  response.end(answer.body);
}

interface Asked {
  readonly request: Pick<IncomingMessage, 'method' | 'headers'>;
  readonly url: URL;
  readonly body: string;
}

/** Undoes the alternate request syntax of xAPI 1.0.3. */
function asMeant({ request, url, body }: Asked): Asked {
  if (url.searchParams.get('method') !== 'POST') return { request, url, body };
  const form = new URLSearchParams(body);
  const headers = { ...request.headers, authorization: form.get('Authorization') ?? '' };
  return { request: { method: 'POST', headers }, url, body: form.get('content') ?? '' };
}

function answerOf({ sessions, fetched }: Portal, { request, url, body }: Asked): Answer {
  if (request.method === 'OPTIONS') return empty;
  if (url.pathname === '/frame' || url.pathname === '/returned') return portalPage(url);
  if (url.pathname.startsWith('/launch/fetch/')) {
    const id = url.pathname.slice('/launch/fetch/'.length);
    const session = sessions.get(id);
    const first = session !== undefined && !fetched.has(id);
    if (session?.after) session.after.ended = true;
    fetched.add(id);
    return json(200, first ? { 'auth-token': id } : { 'error-code': '1', 'error-text': 'used' });
  }
  const session = sessions.get((request.headers.authorization ?? '').replace(/^Basic /, ''));
  if (!session) return json(401, { code: 'delivery.token-invalid' });
  if (session.ended) return json(403, { code: 'delivery.session-ended' });
  if (url.pathname === '/xapi/statements') return storeStatements(session, body);
  return answerDocument(session, { url, method: request.method ?? 'GET', body });
}

function answerDocument(
  session: ViewerSession,
  { url, method, body }: { readonly url: URL; readonly method: string; readonly body: string },
): Answer {
  const { terms } = session.state;
  const note = (read: 'launchDataRead' | 'preferencesRead') => {
    session.state = { ...session.state, session: { ...session.state.session, [read]: true } };
  };
  if (url.pathname === '/xapi/agents/profile') {
    note('preferencesRead');
    return documentAnswer(session.documents.get('preferences'));
  }
  const query = url.searchParams;
  const id = query.get('stateId') ?? '';
  const own =
    query.get('activityId') === terms.activityId && query.get('registration') === terms.registration;
  if (!own || query.get('agent') !== JSON.stringify(actor))
    return json(403, { code: 'delivery.rule-broken' });
  if (method === 'PUT') {
    session.documents.set(id, body);
    return empty;
  }
  if (id === launchDataStateId) note('launchDataRead');
  return documentAnswer(session.documents.get(id));
}

function storeStatements(session: ViewerSession, body: string): Answer {
  const parsed = parseStatements(JSON.parse(body), { version: '1.0.3' });
  if (!parsed.ok) {
    session.refusals.push(JSON.stringify(parsed.issues));
    return json(400, { code: 'lrs.statement-invalid' });
  }
  const known = new Set(session.stored.map(({ id }) => id));
  const fresh = parsed.statements.filter(({ id }) => !known.has(id));
  const check = checkAuStatements(session.state, fresh);
  if (check.outcome === 'refused') {
    session.refusals.push(`${check.requirement} ${check.message}`);
    return json(403, { code: 'delivery.rule-broken' });
  }
  session.state = check.next;
  session.stored.push(...fresh);
  return json(
    200,
    parsed.statements.map(({ id }) => id),
  );
}

function documentAnswer(text: string | undefined): Answer {
  return text === undefined
    ? json(404, { code: 'lrs.not-found' })
    : { status: 200, type: 'application/json', body: text };
}

function portalPage(url: URL): Answer {
  const src = url.searchParams.get('src')?.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frame = `<iframe title="Materi" src="${src}" allow="fullscreen; autoplay" width="100%" height="600"></iframe>`;
  const content = src === undefined ? '<h1>Kembali di kursus</h1>' : frame;
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="id"><title>Portal</title><link rel="icon" href="data:,"><body>${content}</body></html>`,
  };
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, body }: { readonly path: string; readonly body: Uint8Array | string | undefined },
): void {
  const bytes = Buffer.from(body ?? '');
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const from = first === '' ? 0 : Number(first);
  const to = last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  const found = first === '' ? 200 : 206;
  response.writeHead(body === undefined ? 404 : found, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'content-length': to - from + 1,
    ...(first !== '' && { 'content-range': `bytes ${from}-${to}/${bytes.length}` }),
  });
  response.end(bytes.subarray(from, to + 1));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  return new Promise((done) => {
    const server = createServer(handle);
    server.listen({ port: 0, host: '127.0.0.1' }, () => done(server));
  });
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
