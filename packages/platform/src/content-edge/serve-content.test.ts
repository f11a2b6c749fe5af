import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryObjectStore } from '../objects/memory-object-store.ts';
import { contentTicketKey, createContentTickets } from './content-ticket.ts';
import type { PlayerPages } from './player-pages.ts';
import { serveContent } from './serve-content.ts';

const hash = 'a'.repeat(32);
const otherHash = 'b'.repeat(32);
const ticketKey = contentTicketKey('s'.repeat(40));
const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
const video = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
const objects = createMemoryObjectStore();
const player: PlayerPages = new Map([
  [
    'player/scorm/index.html',
    {
      body: Buffer.from('<p>player</p>'),
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'no-cache',
      etag: '"p1"',
    },
  ],
  [
    'player/scorm/main.js',
    {
      body: Buffer.from('let a = 1;'.repeat(400)),
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
      etag: '"p2"',
    },
  ],
]);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let server: Server;
let cookie = '';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends the path as it is written, which fetch would not. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', to = server }: { readonly method?: string; readonly to?: Server } = {},
): Promise<Answer> {
  const { port } = to.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `${hash}.localhost:${port}`, ...headers } },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const visit = (path: string, headers: Record<string, string> = {}, over: Parameters<typeof ask>[2] = {}) =>
  ask(path, { cookie, ...headers }, over);

beforeAll(async () => {
  await objects.put({ key: `versions/${hash}/index.html`, body: '<h1>A</h1>', contentType: 'text/html' });
  await objects.put({ key: `versions/${hash}/mé dia/v.mp4`, body: video, contentType: 'video/mp4' });
  await objects.put({ key: `versions/${hash}/data.bin`, body: 'x' });
  await objects.put({ key: `versions/${hash}/empty.txt`, body: '', contentType: 'text/plain' });
  await objects.put({ key: `versions/${hash}/.sinau/structure.json`, body: '{}' });
  await objects.put({
    key: `versions/${otherHash}/index.html`,
    body: 'secret of B',
    contentType: 'text/html',
  });
  const options = {
    objects,
    player,
    ticketKey,
    now: () => new Date(),
    portalOrigin: 'http://localhost:3000',
    mediaOrigins: ['https://media.contoh.ac.id'],
    log,
  };
  server = createServer(serveContent(options));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const expiresAt = Math.floor(Date.now() / 1000) + 60;
  const ticket = createContentTickets(ticketKey).issue({ originHash: hash, registration, expiresAt });
  const entered = await ask(`/.sinau/enter?ticket=${ticket}&to=%2Findex.html%3Fa%3D1`);
  expect(entered).toMatchObject({ status: 302, headers: { location: '/index.html?a=1' } });
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('serveContent', () => {
  it('serves the files of one version to the holder of its cookie', async () => {
    const page = await visit('/index.html?endpoint=x');
    expect(page).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html',
        'content-length': '10',
        'cache-control': 'private, max-age=31536000, immutable',
      },
    });
    expect(page.body.toString()).toBe('<h1>A</h1>');
    expect((await visit('/m%C3%A9%20dia/v.mp4')).body).toEqual(video);
    expect(await visit('/empty.txt')).toMatchObject({ status: 200, headers: { 'content-length': '0' } });
    expect((await visit('/missing.html')).status).toBe(404);
  });

  it('B1, B6: sends its headers with every answer, refusals included', async () => {
    const answers = [
      await visit('/index.html'),
      await ask('/index.html'),
      await visit('/none'),
      await visit('//'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 404, 404]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("frame-ancestors 'self' http://localhost:3000");
      expect(policy).toContain("connect-src 'self' data: blob: http://localhost:3000;");
    }
    expect((await visit('/data.bin')).headers['content-disposition']).toBe('attachment');
  });

  it.each([
    `/../${otherHash}/index.html`,
    `/%2e%2e/${otherHash}/index.html`,
    `/..%2f${otherHash}%2findex.html`,
    `/%252e%252e/${otherHash}/index.html`,
    `//${otherHash}/index.html`,
    `/..\\${otherHash}\\index.html`,
    `/x%00/../../${otherHash}/index.html`,
    '/.sinau/structure.json',
    '/%2Esinau/structure.json',
  ])('B2: gives nothing of another package at %s', async (path) => {
    const answer = await visit(path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('B3: a cookie of one origin opens no other', async () => {
    const { port } = server.address() as AddressInfo;
    expect((await visit('/index.html', { host: `${otherHash}.localhost:${port}` })).status).toBe(403);
  });

  it('serves our own pages on every origin, to the holder of its cookie alone', async () => {
    const page = await visit('/_sinau/scorm/index.html?endpoint=x');
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', etag: '"p1"' },
    });
    expect(page.body.toString()).toBe('<p>player</p>');
    expect((await visit('/_sinau/scorm/')).body.toString()).toBe('<p>player</p>');
    expect((await visit('/_sinau/scorm/index.html', { 'if-none-match': '"p1"' })).status).toBe(304);
    expect((await visit('/_sinau/scorm/index.html', {}, { method: 'HEAD' })).body).toHaveLength(0);
    expect((await ask('/_sinau/scorm/index.html')).status).toBe(403);
    expect((await visit('/_sinau/scorm/none.js')).status).toBe(404);
  });

  it('packs the scripts of our own pages for browsers that take gzip, as CloudFront does', async () => {
    const packed = await visit('/_sinau/scorm/main.js', { 'accept-encoding': 'gzip, br' });
    expect(packed).toMatchObject({
      status: 200,
      headers: { 'content-encoding': 'gzip', etag: 'W/"p2"', vary: 'accept-encoding' },
    });
    expect(packed.body.length).toBeLessThan(200);
    expect(gunzipSync(packed.body).toString()).toBe('let a = 1;'.repeat(400));
    const again = { 'accept-encoding': 'gzip', 'if-none-match': 'W/"p2"' };
    expect((await visit('/_sinau/scorm/main.js', again)).status).toBe(304);
    for (const accepted of ['', 'br', 'gzip;q=0']) {
      const plain = await visit('/_sinau/scorm/main.js', { 'accept-encoding': accepted });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.length).toBe(4000);
    }
    const short = await visit('/_sinau/scorm/index.html', { 'accept-encoding': 'gzip' });
    expect(short.body.toString()).toBe('<p>player</p>');
  });

  it('B1: our own pages have a policy without exceptions, and only the portal frames them', async () => {
    const { headers } = await visit('/_sinau/scorm/index.html');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(policy).toContain("connect-src 'self' http://localhost:3000;");
    expect(policy).toMatch(/frame-ancestors http:\/\/localhost:3000$/);
    expect(headers['permissions-policy']).toContain('unload=(self)');
  });

  it.each(['/_SINAU/scorm/index.html', '/%5fsinau/scorm/index.html', '/_sinau/../versions/x'])(
    'knows our own pages by one spelling, not by %s',
    async (path) => {
      expect((await visit(path)).status).toBe(404);
    },
  );

  it('answers a range with 206, its bytes and their place', async () => {
    const path = '/m%C3%A9%20dia/v.mp4';
    const part = await visit(path, { range: 'bytes=10-19' });
    expect(part).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 10-19/256', 'content-length': '10', 'accept-ranges': 'bytes' },
    });
    expect(part.body).toEqual(video.subarray(10, 20));
    expect((await visit(path, { range: 'bytes=-6' })).body).toEqual(video.subarray(250));
    expect(await visit(path, { range: 'bytes=256-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */256' },
    });
    expect((await visit(path, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    const etag = String(part.headers.etag);
    expect((await visit(path, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
  });

  it('answers 304 to who has the file already, and HEAD without body', async () => {
    const { headers } = await visit('/index.html');
    const etag = String(headers.etag);
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await visit('/index.html', { 'if-none-match': tag });
      expect(answer).toMatchObject({ status: 304, headers: { etag } });
      expect(answer.body).toHaveLength(0);
    }
    expect((await visit('/index.html', { 'if-none-match': '"x"' })).status).toBe(200);
    const head = await visit('/index.html', {}, { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '10', etag } });
    expect(head.body).toHaveLength(0);
  });

  it('F7: answers a fault with a bare 500', async () => {
    const broken = { ...objects, head: () => Promise.reject(new Error('bucket sinau-content is away')) };
    const options = {
      objects: broken,
      player,
      ticketKey,
      now: () => new Date(),
      portalOrigin: 'http://localhost:3000',
      mediaOrigins: [],
      log,
    };
    const other = createServer(serveContent(options));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const answer = await visit('/index.html', {}, { to: other });
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).toBe('');
    await new Promise((resolve) => other.close(resolve));
  });
});
