import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a request goes wrong. */
export type ServerTrouble =
  /** An answer of a server in front, e.g. 503. */
  | { readonly kind: 'status'; readonly status: number }
  /** Half of the body, and then the connection breaks. */
  | { readonly kind: 'cut' }
  /** Half of the body, sent as if it were whole. */
  | { readonly kind: 'half' }
  /** A page, as of another program. */
  | { readonly kind: 'page' };

export interface ServerCall {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface ServerAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface FakeServer {
  /** e.g. `http://127.0.0.1:41234`; reachable with `allowLoopback` alone. */
  readonly origin: string;
  readonly calls: readonly ServerCall[];
  /** The next `times` requests whose path holds `path` go wrong; for ever without `times`. */
  trouble(what: ServerTrouble, of?: { readonly times?: number; readonly path?: string }): void;
  /** Everything goes well again. */
  heal(): void;
  close(): Promise<void>;
}

/** A provider on loopback that answers what `answer` says, unless it is in trouble. */
export async function startFakeServer(answer: (call: ServerCall) => ServerAnswer): Promise<FakeServer> {
  const calls: ServerCall[] = [];
  const troubles: { readonly what: ServerTrouble; readonly path: string; left: number }[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const { method = '', url = '', headers } = request;
    const call = { method, url, headers, body: Buffer.concat(parts).toString() };
    calls.push(call);
    const trouble = troubles.find(({ path, left }) => left > 0 && url.includes(path));
    if (trouble) trouble.left -= 1;
    reply({ request, response }, answer(call), trouble?.what);
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    trouble: (what, { times = Number.POSITIVE_INFINITY, path = '' } = {}) =>
      void troubles.push({ what, path, left: times }),
    heal: () => void troubles.splice(0),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function reply(
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { status = 200, headers = {}, body = '' }: ServerAnswer,
  trouble: ServerTrouble | undefined,
): void {
  const { request, response } = exchange;
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, bytes.length >> 1);
  const page = '<!DOCTYPE html><html><title>Selamat datang</title></html>';
  if (trouble?.kind === 'status') response.writeHead(trouble.status).end(page);
  else if (trouble?.kind === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  else if (trouble?.kind === 'cut') {
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.write(half, () => request.socket.destroy());
  } else response.writeHead(status, headers).end(trouble?.kind === 'half' ? half : bytes);
}
