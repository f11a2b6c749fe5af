import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutbound, OutboundFailed } from './index.ts';
import { isPublicAddress } from './public-address.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const get = { method: 'GET', headers: {}, timeoutMs: 5_000 } as const;
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutboundFailed ? error.reason : error),
  );

describe('F3: outgoing requests', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0.0.0.0/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://100.64.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://255.255.255.255/',
  ])('refuse %s without asking anybody', async (url) => {
    const resolve = () => Promise.reject(new Error('nobody is to be asked'));
    expect(await reasonOf(createOutbound({ resolve }).send({ ...get, url }))).toBe('address-forbidden');
  });

  it.each([
    'http://receiver.example/',
    'ftp://receiver.example/',
    'file:///etc/passwd',
    'https://user:pass@receiver.example/',
    'receiver.example',
    '',
  ])('refuse %j as no address of a receiver', async (url) => {
    const resolve = async () => ['93.184.215.14'];
    expect(await reasonOf(createOutbound({ resolve }).send({ ...get, url }))).toBe('address-invalid');
  });

  it.each([
    [['10.0.0.1']],
    [['::1']],
    // One good address does not make up for a bad one.
    [['93.184.215.14', '169.254.169.254']],
  ])('refuse a name that leads to %j', async (addresses) => {
    const outbound = createOutbound({ resolve: async () => addresses });
    expect(await reasonOf(outbound.send({ ...get, url: 'https://receiver.example/' }))).toBe(
      'address-forbidden',
    );
    expect(await reasonOf(outbound.check('https://receiver.example/'))).toBe('address-forbidden');
  });

  it('connect to the address that was checked, and ask for the name once: a name that turns finds nothing', async () => {
    let hits = 0;
    const port = await listen((_, response) => {
      hits += 1;
      response.end('ok');
    });
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    const outbound = createOutbound({ resolve, allowLoopback: true });
    // The name exists nowhere: only the checked address can have been used.
    const url = `http://turning.invalid:${port}/`;
    expect((await outbound.send({ ...get, url })).status).toBe(200);
    expect([hits, asked]).toEqual([1, 1]);
    expect(await reasonOf(outbound.send({ ...get, url }))).toBe('address-forbidden');
    expect(hits).toBe(1);
  });

  it('go on to the next address of a name when one is not to be reached', async () => {
    const port = await listen((_, response) => response.end('ok'));
    // Nobody listens at the first two.
    const addresses = ['::1', '127.0.0.2', '127.0.0.1'];
    const outbound = createOutbound({ resolve: async () => addresses, allowLoopback: true });
    const ask = { ...get, url: `http://campus.invalid:${port}/` };
    expect((await outbound.send(ask)).status).toBe(200);
    const nobody = createOutbound({ resolve: async () => addresses.slice(0, 2), allowLoopback: true });
    expect(await reasonOf(nobody.send(ask))).toBe('refused');
  });

  it('follow no redirect', async () => {
    let reached = 0;
    const inner = await listen((_, response) => {
      reached += 1;
      response.end();
    });
    const port = await listen((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${inner}/private` }).end();
    });
    const outbound = createOutbound({ allowLoopback: true });
    expect((await outbound.send({ ...get, url: `http://127.0.0.1:${port}/` })).status).toBe(302);
    expect(reached).toBe(0);
  });

  it('allow loopback on one machine only, and nothing else there', async () => {
    const port = await listen((_, response) => response.end());
    expect(await reasonOf(createOutbound().send({ ...get, url: `http://127.0.0.1:${port}/` }))).toBe(
      'address-invalid',
    );
    const local = createOutbound({ allowLoopback: true });
    expect(await reasonOf(local.send({ ...get, url: 'http://169.254.169.254/' }))).toBe('address-forbidden');
    expect(await reasonOf(local.send({ ...get, url: 'http://93.184.215.14/' }))).toBe('address-forbidden');
  });
});

describe('F4: receivers that misbehave', () => {
  it('are left when they do not answer in time', async () => {
    const port = await listen(() => undefined);
    const outbound = createOutbound({ allowLoopback: true });
    const url = `http://127.0.0.1:${port}/`;
    expect(await reasonOf(outbound.send({ ...get, url, timeoutMs: 50 }))).toBe('timeout');
  });

  it('are left when they never end their answer', async () => {
    const port = await listen((_, response) => {
      response.writeHead(200);
      const more = () => response.write('x'.repeat(10_000), () => setImmediate(more));
      more();
    });
    const outbound = createOutbound({ allowLoopback: true, maxResponseBytes: 1_000 });
    const answer = await outbound.send({ ...get, url: `http://127.0.0.1:${port}/` });
    expect(answer.body).toHaveLength(1_000);
    expect(answer.isCut).toBe(true);
  });

  it('are known to have ended when their answer is just as long as may be', async () => {
    const port = await listen((_, response) => response.end('x'.repeat(1_000)));
    const outbound = createOutbound({ allowLoopback: true, maxResponseBytes: 10 });
    const ask = { ...get, url: `http://127.0.0.1:${port}/` };
    expect(await outbound.send({ ...ask, maxResponseBytes: 1_000 })).not.toHaveProperty('isCut');
    expect(await outbound.send({ ...ask, maxResponseBytes: 999 })).toMatchObject({ isCut: true });
    expect((await outbound.send(ask)).body).toHaveLength(10);
  });

  it('1.8 #9: are asked again when a kept connection was shut meanwhile', async () => {
    let served = 0;
    const port = await listen((request, response) => {
      served += 1;
      // Shut behind the first answer without a word.
      response.end('ok', () => setImmediate(() => request.socket.destroy()));
    });
    const outbound = createOutbound({ allowLoopback: true });
    const url = `http://127.0.0.1:${port}/`;
    for (let n = 0; n < 3; n += 1) expect((await outbound.send({ ...get, url })).status).toBe(200);
    expect(served).toBe(3);
  });

  it('1.8 #9 twin: are not sent twice when their own connection breaks off: they may have been received', async () => {
    let received = 0;
    const port = await listen((request) => {
      received += 1;
      request.socket.destroy();
    });
    const outbound = createOutbound({ allowLoopback: true });
    const post = { ...get, method: 'POST', body: '{}', url: `http://127.0.0.1:${port}/` } as const;
    expect(await reasonOf(outbound.send(post))).toBe('broken');
    expect(received).toBe(1);
  });

  it('that are not there are told from those that break off', async () => {
    const closed = await listen(() => undefined);
    servers[0]?.close();
    const breaks = await listen((request) => request.socket.destroy());
    const outbound = createOutbound({ allowLoopback: true });
    expect(await reasonOf(outbound.send({ ...get, url: `http://127.0.0.1:${closed}/` }))).toBe('refused');
    expect(await reasonOf(outbound.send({ ...get, url: `http://127.0.0.1:${breaks}/` }))).toBe('broken');
    const unknown = createOutbound({ resolve: () => Promise.reject(new Error('NXDOMAIN')) });
    expect(await reasonOf(unknown.send({ ...get, url: 'https://nowhere.example/' }))).toBe('name-unknown');
  });
});

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'knows %s as public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['', 'localhost', '1.2.3', 'fe80::1%eth0', '2001:db8::1', '3fff::1'])(
    'knows %j as not',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
});
