import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@sinau/platform/crypto';
import { productionPlaces, SiasnRefused, type SiasnRequest } from '@sinau/siasn';
import { createFakeSiasn } from '@sinau/siasn/testing';
import { close } from './esign-server.ts';

/**
 * SIASN behind an address of this machine, as BKN's gateway is: `/api`, `/manager` and `/account`.
 * @param indexes what it has of the professionalism index, by NIP
 */
export async function serveSiasn(
  people: ReadonlyMap<string, string>,
  indexes: ReadonlyMap<string, unknown> = new Map(),
) {
  const fake = createFakeSiasn({ clock: systemClock, people, indexes });
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const url = path.startsWith('/api/')
      ? path.replace('/api', productionPlaces.api)
      : path === '/manager'
        ? productionPlaces.managerToken
        : productionPlaces.accountToken;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const body = Buffer.concat(parts);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    try {
      const answer = await fake.send({
        ...{ method: request.method as SiasnRequest['method'], url, timeoutMs: 1_000 },
        headers: Object.fromEntries(headers),
        body: url.endsWith('/upload-dok') ? body : body.toString(),
      });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      if (!(error instanceof SiasnRefused)) throw error;
      request.socket.destroy();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    fake,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  };
}
