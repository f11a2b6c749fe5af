import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

export interface MediaHost {
  readonly port: number;
  /** It answers, or every line to it is cut. */
  reachable: boolean;
  /** Host and path of what was asked for. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** The media server of a university: one recording under every path, over HTTPS, in ranges. */
export async function startMediaHost(recording: Uint8Array): Promise<MediaHost> {
  const state = { reachable: true, asked: [] as string[] };
  const server = createServer(selfSigned('media.contoh.ac.id'), ({ headers, url, socket }, response) => {
    state.asked.push(`${headers.host}${url}`);
    if (state.reachable) sendRange(response, recording, headers.range);
    else socket.destroy();
  });
  await new Promise<void>((done) => server.listen({ port: 0, host: '127.0.0.1' }, done));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

function sendRange(response: ServerResponse, bytes: Uint8Array, range = ''): void {
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const from = Number(first);
  const to = last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  response.writeHead(range === '' ? 200 : 206, {
    'content-type': 'video/webm',
    'accept-ranges': 'bytes',
    'content-length': to - from + 1,
    ...(range !== '' && { 'content-range': `bytes ${from}-${to}/${bytes.length}` }),
  });
  response.end(bytes.subarray(from, to + 1));
}
