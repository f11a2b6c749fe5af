import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { memoryLaunchLog, registration, scormWorld } from '@sinau/delivery/testing';
import {
  contentTicketKey,
  createContentTickets,
  type PlayerPages,
  readPlayerPages,
  serveContent,
} from '@sinau/platform/content-edge';
import { createRateLimiter } from '@sinau/platform/http';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { buildPlayer } from '@sinau/player/build-player';
import type { ScormMessage } from '@sinau/scorm';
import { createLaunchApp } from '../../../functions/launch/app.ts';
import { createScormApp } from '../../../functions/scorm/app.ts';
import { type PackageFiles, readCourse } from './packages.ts';

const originHash = 'a'.repeat(32);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface ScormPlayground {
  readonly portalOrigin: string;
  /** Launches the package for its learner, as the portal does: the address that the frame opens. */
  open(mode?: 'Normal' | 'Browse' | 'Review'): Promise<string>;
  /** A page of the portal with that in its frame. */
  framed(url: string): string;
  /** What pages have sent and the server has taken, oldest first. */
  readonly messages: readonly ScormMessage[];
  /** Verbs of the statements, oldest first; those of the SCORM profile with `scorm:`. */
  verbs(): readonly string[];
  /** The portal answers, or the line is dead. */
  reachable: boolean;
  stop(): Promise<void>;
}

/**
 * One SCORM package on the real doors and behind the real content edge, on memory: the player as it is built, launches,
 * session rules and statements as they are deployed.
 */
export async function startScormPlayground(
  files: PackageFiles,
  locale: 'id' | 'en' = 'id',
  sessionPerSecond = 1000,
): Promise<ScormPlayground> {
  const player = await builtPlayer();
  const origins = { portal: '', content: '' };
  const world = scormWorld(readCourse(files), {
    au: { url: '_sinau/scorm/index.html', file: '_sinau/scorm/index.html' },
    documents: {
      put: async () => undefined,
      readLaunch: async () => ({ returnUrl: `${origins.portal}/returned`, locale }),
    },
  });
  const ticketKey = contentTicketKey('s'.repeat(40));
  // Sessions are those of the world; only what browsers are told of origins is ours.
  const addresses = {
    ...world.deps.addresses,
    get portalOrigin() {
      return origins.portal;
    },
  };
  const deps = { ...world.deps, addresses };
  const started = Date.now();
  const begun = world.clock.now().getTime();
  /** Time goes on between requests, as the pages know it. */
  const tick = () =>
    world.clock.advance(Math.max(1, Date.now() - started - (world.clock.now().getTime() - begun)));
  const launchLog = memoryLaunchLog();
  const messages: ScormMessage[] = [];
  const line = { reachable: true };

  const portal = await listen((request, response) => {
    if (!line.reachable) request.socket.destroy();
    else if (request.url?.startsWith('/launch/')) {
      tick();
      void doors(request, response);
    } else response.writeHead(200, { 'content-type': 'text/html' }).end(portalPage(request.url ?? ''));
  });
  origins.portal = `http://localhost:${portOf(portal)}`;
  const rateLimiter = createRateLimiter({
    door: 'scorm',
    counter: { add: async ({ count }) => count },
    limits: { clientPerSecond: 1000, sessionPerSecond },
    clock: world.clock,
    log: quiet,
  });
  const scorm = createScormApp({
    scorm: deps,
    launchLog,
    log: quiet,
    portalOrigin: origins.portal,
    rateLimiter,
  });
  const launch = createLaunchApp({ ...deps, log: quiet });
  const doors = getRequestListener(async (request, bindings) => {
    if (!request.url.includes('/launch/scorm/')) return launch.hono.fetch(request, bindings);
    const body = request.url.includes('/commit') ? await request.clone().text() : '';
    const answer = await scorm.hono.fetch(request, bindings);
    if (answer.status === 200 && body !== '') messages.push(JSON.parse(body));
    return answer;
  });
  const objects = createMemoryObjectStore();
  for (const [name, body] of files) {
    const contentType = name.endsWith('.js') ? 'text/javascript' : 'text/html';
    await objects.put({ key: `versions/${originHash}/${name}`, body, contentType });
  }
  const edge = {
    objects,
    player,
    ticketKey,
    now: () => new Date(),
    portalOrigin: origins.portal,
    mediaOrigins: [],
    log: quiet,
  };
  const content = await listen((...exchange) => void serveContent(edge)(...exchange));
  origins.content = `http://${originHash}.localhost:${portOf(content)}`;

  return {
    portalOrigin: origins.portal,
    open: async (mode = 'Normal') => {
      tick();
      const { url } = await world.launch({ mode });
      return addressHere(url, { origins, ticketKey });
    },
    framed: (url) => `${origins.portal}/frame?src=${encodeURIComponent(url)}`,
    messages,
    verbs: world.verbs,
    get reachable() {
      return line.reachable;
    },
    set reachable(value) {
      line.reachable = value;
    },
    stop: async () => {
      for (const server of [portal, content]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

/** A launch address of the world, on the origins of this machine and with a ticket by its clock. */
function addressHere(
  url: string,
  {
    origins,
    ticketKey,
  }: { readonly origins: { readonly portal: string; readonly content: string }; readonly ticketKey: string },
): string {
  const launch = new URL(new URL(url).searchParams.get('to') ?? '/', origins.content);
  for (const name of ['endpoint', 'fetch']) {
    const { pathname } = new URL(launch.searchParams.get(name) ?? '');
    launch.searchParams.set(name, `${origins.portal}${pathname}`);
  }
  const enter = new URL('/.sinau/enter', origins.content);
  const expiresAt = Math.floor(Date.now() / 1000) + 60;
  const ticket = createContentTickets(ticketKey).issue({ originHash, registration, expiresAt });
  enter.searchParams.set('ticket', ticket);
  enter.searchParams.set('to', `${launch.pathname}${launch.search}`);
  return enter.href;
}

let built: Promise<PlayerPages> | undefined;

function builtPlayer(): Promise<PlayerPages> {
  built ??= buildPlayer().then(() =>
    readPlayerPages(new URL('../../../packages/player/dist', import.meta.url).pathname),
  );
  return built;
}

function portalPage(url: string): string {
  const src = new URL(url, 'http://portal').searchParams
    .get('src')
    ?.replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  const inside =
    src === undefined
      ? '<h1>Kembali di kursus</h1>'
      : `<iframe title="Materi" src="${src}" allow="fullscreen *; autoplay *; unload *" width="100%" height="600"></iframe>`;
  return `<!doctype html><html lang="id"><title>Portal</title><link rel="icon" href="data:,"><body>${inside}</body></html>`;
}

function listen(handle: RequestListener): Promise<Server> {
  return new Promise((done) => {
    const server = createServer(handle);
    server.listen({ port: 0, host: '127.0.0.1' }, () => done(server));
  });
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
