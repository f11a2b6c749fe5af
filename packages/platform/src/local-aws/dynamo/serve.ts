import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, answerRequest, type Engine } from './engine.ts';

const contentType = 'application/x-amz-json-1.0';

/** An endpoint for other processes, on this machine alone. Signatures are not checked. */
export interface LocalEndpoint {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Port 0 takes a free one. */
export function serve(engine: Engine, port: number): Promise<LocalEndpoint> {
  const server = createServer(async (request, response) => {
    const { statusCode, body } = await answerHttp(engine, request);
    response.writeHead(statusCode, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve({
        endpoint: `http://127.0.0.1:${bound}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function answerHttp(engine: Engine, request: IncomingMessage): Promise<Answer> {
  const target = request.headers['x-amz-target'];
  if (request.method !== 'POST' || typeof target !== 'string') return { statusCode: 404, body: '{}' };
  return answerRequest(engine, target, await text(request));
}
