import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { registration } from '@sinau/delivery/testing';
import {
  contentTicketKey,
  createContentTickets,
  type PlayerPages,
  readPlayerPages,
  serveContent,
} from '@sinau/platform/content-edge';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { buildPlayer } from '@sinau/player/build-player';

export const originHash = 'a'.repeat(32);
export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Playground {
  readonly portalOrigin: string;
  /** Launches the package for its learner, as the portal does: the address that the frame opens. */
  open(mode?: 'Normal' | 'Browse' | 'Review'): Promise<string>;
  /** A page of the portal with that in its frame. */
  framed(url: string): string;
  /** The portal answers, or the line is dead. */
  reachable: boolean;
  stop(): Promise<void>;
}

export interface PlaygroundParts {
  readonly clock: { now(): Date; advance(ms: number): void };
  readonly launch: (request: { readonly mode: 'Normal' | 'Browse' | 'Review' }) => Promise<{
    readonly url: string;
  }>;
  /** Files of the package. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Who answers below `/launch/` of the portal. */
  readonly doors: (origins: {
    readonly portal: string;
  }) => (request: Request) => Response | Promise<Response>;
}

/**
 * One package of a page of ours on the real doors and behind the real content edge, on memory: the page as it is built, launches,
 * session rules and statements as they are deployed.
 */
export async function startPlayground(parts: PlaygroundParts): Promise<Playground> {
  const { clock, files } = parts;
  const player = await builtPlayer();
  const ticketKey = contentTicketKey('s'.repeat(40));
  const started = Date.now();
  const begun = clock.now().getTime();
  /** Time goes on between requests, as the pages know it. */
  const tick = () => clock.advance(Math.max(1, Date.now() - started - (clock.now().getTime() - begun)));
  const line = { reachable: true };
  const origins = { portal: '', content: '' };
  let doors: RequestListener = () => undefined;

  const portal = await listen((request, response) => {
    if (!line.reachable) request.socket.destroy();
    else if (request.url?.startsWith('/launch/')) {
      tick();
      void doors(request, response);
    } else response.writeHead(200, { 'content-type': 'text/html' }).end(portalPage(request.url ?? ''));
  });
  origins.portal = `http://localhost:${portOf(portal)}`;
  const answer = parts.doors(origins);
  doors = getRequestListener((request) => answer(request));
  const objects = createMemoryObjectStore();
  for (const [name, body] of files) {
    await objects.put({ key: `versions/${originHash}/${name}`, body, contentType: typeOf(name) });
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
      const { url } = await parts.launch({ mode });
      return addressHere(url, { origins, ticketKey });
    },
    framed: (url) => `${origins.portal}/frame?src=${encodeURIComponent(url)}`,
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

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  return name.endsWith('.png') ? 'image/png' : 'text/html';
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
    readPlayerPages(new URL('../../packages/player/dist', import.meta.url).pathname),
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
