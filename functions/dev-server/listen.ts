import { createServer, type RequestListener, type Server } from 'node:http';
import { StartRefused } from './options.ts';

export interface Listener {
  readonly port: number;
  /** Takes the place of the listener that answers 503 until the parts are up. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Listens on loopback only. The port is known before the parts are built, because their addresses hold it. */
export async function listen(port: number): Promise<Listener> {
  let current: RequestListener = (_request, response) =>
    response.writeHead(503, { 'retry-after': '1' }).end();
  const server = createServer((request, response) => current(request, response));
  await bind(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP address was expected');
  return {
    port: address.port,
    serve: (listener) => {
      current = listener;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((bound, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      failed(cause.code === 'EADDRINUSE' ? new StartRefused(inUse(port), { cause }) : cause);
    });
    server.listen({ port, host: '127.0.0.1' }, () => bound());
  });
}

function inUse(port: number): string {
  return `Port ${port} is in use. Stop what runs there, or give another one: PORT=${port + 1} npm start`;
}
