import { createServer } from 'node:net';

/** A port whose next one is free too: the portal takes the first, the content origins the second. */
export async function freePortPair(): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    const port = await portIfFree(0);
    if (port !== undefined && (await portIfFree(port + 1)) !== undefined) return port;
  }
  throw new Error('no two free ports side by side');
}

function portIfFree(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
