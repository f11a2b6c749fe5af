import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFakeEsign } from '@sinau/esign/testing';
import { systemClock } from '@sinau/platform/crypto';
import { createSealingKey, sealPdf } from '@sinau/platform/pdf-testing';

const dayMs = 86_400_000;

/** The eSign service of an agency at an address of this machine, which seals in earnest. */
export async function serveEsign() {
  const key = createSealingKey({
    ...{ name: 'Segel Elektronik Badan Contoh', organisation: 'Badan Contoh' },
    ...{ from: new Date(Date.now() - dayMs), to: new Date(Date.now() + 90 * dayMs) },
  });
  const fake = createFakeEsign({
    clock: systemClock,
    seal: (pdf, { at, reason }) => sealPdf(pdf, key, { at, reason }),
  });
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const { status, headers, body } = fake.respond({
      ...{ url: request.url ?? '', body: Buffer.concat(parts).toString() },
      headers: request.headers as Readonly<Record<string, string>>,
    });
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    fake,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  };
}

export const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
