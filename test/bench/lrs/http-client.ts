import { Agent, request } from 'node:http';
import type { DevJson } from '../../server/start-server.ts';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface XapiClient {
  /** JSON of a statement or of a list. */
  post(body: Buffer): Promise<Answer>;
  /** `path`: with its parameters, as in `more`. */
  get(path: string): Promise<Answer>;
  close(): void;
}

/** A client that costs little itself, over so many kept connections. */
export function xapiClient({ xapi }: DevJson, connections: number): XapiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { origin } = new URL(xapi.endpoint);
  const headers = {
    authorization: `Basic ${Buffer.from(`${xapi.key}:${xapi.secret}`).toString('base64')}`,
    'x-experience-api-version': '1.0.3',
  };
  const send = (method: 'GET' | 'POST', path: string, body?: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      const about = body ? { 'content-type': 'application/json', 'content-length': body.length } : {};
      const options = { method, agent, headers: { ...headers, ...about } };
      const sent = request(new URL(path, origin), options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    post: (body) => send('POST', '/xapi/statements', body),
    get: (path) => send('GET', path),
    close: () => agent.destroy(),
  };
}
