import { describe, expect, it } from 'vitest';
import { contentTicketKey, createContentTickets } from './content-ticket.ts';
import { toEdgeRequest } from './edge-event.ts';
import {
  type EdgeFunctionName,
  edgeFunctionCode,
  edgeFunctionMaxBytes,
  loadEdgeFunctions,
} from './edge-functions.ts';

const hash = 'a'.repeat(32);
const otherHash = 'b'.repeat(32);
const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
const ticketKey = contentTicketKey('s'.repeat(40));
const cookieName = '__Host-sinau-content';

function edge(key = ticketKey) {
  let nowMs = Date.parse('2026-03-02T01:00:00.000Z');
  const functions = loadEdgeFunctions({ ticketKey: key, now: () => new Date(nowMs) });
  const ticketFor = (originHash: string, seconds = 120) =>
    createContentTickets(ticketKey).issue({
      originHash,
      registration,
      expiresAt: Math.floor(nowMs / 1000) + seconds,
    });
  const ask = (url: string, over: Partial<Parameters<typeof toEdgeRequest>[0]> = {}) => {
    const headers = { host: `${hash}.content.sinau.example`, ...over.headers };
    return functions.viewerRequest({ request: toEdgeRequest({ method: 'GET', url, ...over, headers }) });
  };
  const enter = (to: string, ticket = ticketFor(hash)) =>
    ask(`/.sinau/enter?ticket=${encodeURIComponent(ticket)}&to=${encodeURIComponent(to)}`);
  const cookie = async () => {
    const entered = await enter('/index.html');
    const value = 'cookies' in entered ? Object.entries(entered.cookies ?? {})[0]?.[1] : undefined;
    return `${cookieName}=${value && 'value' in value ? value.value : ''}`;
  };
  const visit = async (url: string, over: { readonly headers?: object; readonly method?: string } = {}) =>
    ask(url, { ...over, headers: { cookie: await cookie(), ...over.headers } });
  return {
    ask,
    enter,
    visit,
    cookie,
    ticketFor,
    wait: (seconds: number) => {
      nowMs += seconds * 1000;
    },
  };
}

describe('viewer-request', () => {
  it('trades a ticket for a cookie of this origin alone and goes on to the page', async () => {
    const entered = await edge().enter('/au 1/index.html?endpoint=https%3A%2F%2Fx&a=1#slide');
    expect(entered).toEqual({
      statusCode: 302,
      statusDescription: 'Found',
      headers: {
        location: { value: '/au 1/index.html?endpoint=https%3A%2F%2Fx&a=1#slide' },
        'cache-control': { value: 'no-store' },
      },
      cookies: {
        [cookieName]: {
          value: expect.stringMatching(new RegExp(`^\\d+\\.${registration}\\.[\\w-]{43}$`)),
          attributes: 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
        },
      },
    });
  });

  it.each([
    ['/index.html', '/index.html'],
    ['/au%201/m%C3%A9.html?x=1', '/au%201/m%C3%A9.html'],
    ['/', '/index.html'],
    ['/deep/', '/deep/index.html'],
    ['/a/.hidden/..x', '/a/.hidden/..x'],
    ['/a/_sinau/x.html', '/a/_sinau/x.html'],
    ['/_sinaux/x.html', '/_sinaux/x.html'],
  ])('lets the holder of the cookie at %s', async (url, path) => {
    expect(await edge().visit(url)).toMatchObject({ uri: `/versions/${hash}${path}` });
  });

  it('leads to our own pages, the same for every package', async () => {
    expect(await edge().visit('/_sinau/scorm/?a=1')).toMatchObject({ uri: '/player/scorm/index.html' });
    expect(await edge().visit('/_sinau/shared/a.1f.js')).toMatchObject({ uri: '/player/shared/a.1f.js' });
    expect(await edge().ask('/_sinau/scorm/index.html')).toMatchObject({ statusCode: 403 });
  });

  it.each([
    '/_sinau',
    '/_SINAU/scorm/index.html',
    '/%5fsinau/scorm/index.html',
    '/_sinau/../versions/x',
    '/_sinau/%2e%2e/versions/x',
    '/../x',
    '/..',
    '/.',
    '/a/../../x',
    '/%2e%2e/x',
    '/%2E%2e/x',
    '/.%2e/x',
    '/a/%2e/x',
    '//evil.example/x',
    '/a//b',
    '/a%2fb',
    '/a%2F..%2Fb',
    '/a%5c..%5cb',
    '/a\\b',
    '/x%00.html',
    '/x%0d%0aset-cookie:a',
    '/%',
    '/%ff',
    'x',
    '',
    '/.sinau/structure.json',
    '/%2esinau/structure.json',
    '/.SINAU/structure.json',
    '/.sinau/enter/../structure.json',
  ])('B2: finds nothing at %s', async (url) => {
    expect(await edge().visit(url)).toMatchObject({ statusCode: 404 });
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%5cevil',
    '',
    '/a\r\nset-cookie: a=1',
    '/../x',
  ])('F2: does not redirect to %j', async (to) => {
    expect(await edge().enter(to)).toMatchObject({ statusCode: 404 });
  });

  it('B3: asks everyone without the cookie back to the course page', async () => {
    const { ask, visit, cookie } = edge();
    expect(await ask('/index.html')).toMatchObject({ statusCode: 403 });
    const value = await cookie();
    const forged = [
      value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      value.replace(/=\d/, '=9'),
      value.replace('9f4f', '9f4e'),
      `${value}x`,
      `${cookieName}=`,
      `${cookieName}=a.b.c`,
      value.replace('__Host-', ''),
    ];
    for (const other of forged) {
      expect(await ask('/index.html', { headers: { cookie: other } })).toMatchObject({
        statusCode: 403,
      });
    }
    expect(await visit('/index.html')).toHaveProperty('uri');
  });

  it('B3: takes neither a ticket nor a cookie of another package version', async () => {
    const { ask, enter, cookie, ticketFor } = edge();
    expect(await enter('/index.html', ticketFor(otherHash))).toMatchObject({ statusCode: 403 });
    const headers = { host: `${otherHash}.content.sinau.example`, cookie: await cookie() };
    expect(await ask('/index.html', { headers })).toMatchObject({ statusCode: 403 });
  });

  it('B3: takes no ticket for a cookie nor a cookie for a ticket', async () => {
    const { ask, enter, cookie, ticketFor } = edge();
    const headers = { cookie: `${cookieName}=${ticketFor(hash)}` };
    expect(await ask('/index.html', { headers })).toMatchObject({ statusCode: 403 });
    expect(await enter('/index.html', (await cookie()).slice(cookieName.length + 1))).toMatchObject({
      statusCode: 403,
    });
  });

  it('B3: a ticket is good for its time, the cookie for twelve hours', async () => {
    const { ask, enter, cookie, ticketFor, wait } = edge();
    const ticket = ticketFor(hash);
    const headers = { cookie: await cookie() };
    wait(120);
    expect(await enter('/index.html', ticket)).toMatchObject({ statusCode: 302 });
    wait(1);
    expect(await enter('/index.html', ticket)).toMatchObject({ statusCode: 403 });
    wait(12 * 3600 - 121);
    expect(await ask('/index.html', { headers })).toHaveProperty('uri');
    wait(1);
    expect(await ask('/index.html', { headers })).toMatchObject({ statusCode: 403 });
  });

  it('B3: takes tickets of its own key only, and none without a key', async () => {
    expect(await edge(contentTicketKey('t'.repeat(40))).enter('/index.html')).toMatchObject({
      statusCode: 403,
    });
    await expect(edge('').enter('/index.html')).rejects.toThrow('ticket-key is not set');
  });

  it.each(['', '&to=%2Findex.html', '&ticket=x', '&to=%'])('refuses an entry with %j', async (query) => {
    expect(await edge().ask(`/.sinau/enter?a=1${query}`)).toMatchObject({ statusCode: 403 });
  });

  it('refuses a ticket given twice', async () => {
    const { ask, ticketFor } = edge();
    const ticket = ticketFor(hash);
    const url = `/.sinau/enter?ticket=${ticket}&ticket=${ticket}&to=%2Findex.html`;
    expect(await ask(url)).toMatchObject({ statusCode: 403 });
  });

  it('B4: gives no service worker script, even to the holder of the cookie', async () => {
    const headers = { 'service-worker': 'script' };
    expect(await edge().visit('/sw.js', { headers })).toMatchObject({ statusCode: 403 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers 405 to %s', async (method) => {
    expect(await edge().visit('/index.html', { method })).toMatchObject({ statusCode: 405 });
  });

  it.each(['content.sinau.example', `${hash}x.content.sinau.example`, hash, `x.${hash}.sinau.example`, ''])(
    'B2: knows no package version at host %j',
    async (host) => {
      expect(await edge().visit('/index.html', { headers: { host } })).toMatchObject({ statusCode: 404 });
    },
  );
});

describe('viewer-response', () => {
  const dispositionOf = (type: string | undefined, statusCode = 200) => {
    const headers = type === undefined ? {} : { 'content-type': { value: type } };
    const { viewerResponse } = loadEdgeFunctions({ ticketKey, now: () => new Date() });
    return viewerResponse({ response: { statusCode, headers } }).headers['content-disposition']?.value;
  };

  it.each([
    'text/html; charset=utf-8',
    'text/css',
    'text/javascript',
    'application/javascript',
    'application/json',
    'application/pdf',
    'application/wasm',
    'image/svg+xml',
    'IMAGE/PNG',
    'video/mp4',
    'audio/mpeg',
    'font/woff2',
    'application/font-woff',
    'text/vtt',
  ])('B6: shows %s', (type) => {
    expect(dispositionOf(type)).toBeUndefined();
  });

  it.each([
    'application/octet-stream',
    'application/zip',
    'application/x-msdownload',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.android.package-archive',
    'application/jsonp-like',
    'multipart/related',
    '',
    undefined,
  ])('B6: saves %s to disk', (type) => {
    expect(dispositionOf(type)).toBe('attachment');
    expect(dispositionOf(type, 206)).toBe('attachment');
    expect(dispositionOf(type, 404)).toBeUndefined();
  });
});

describe.each(['viewer-request', 'viewer-response'] as EdgeFunctionName[])('code of %s', (name) => {
  const code = edgeFunctionCode(name);

  it('fits into a CloudFront Function', () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(edgeFunctionMaxBytes);
  });

  it('uses nothing that runtime lacks', () => {
    const plain = code.replace(/\/\/.*$/gm, '').replace(/'[^'\n]*'/g, "''");
    for (const missing of [
      /\?\./,
      /\?\?/,
      /\.\.\./,
      /\bof\b/,
      /\bclass\b/,
      /const [[{]/,
      /\bprocess\b|\brequire\b/,
    ]) {
      expect(plain).not.toMatch(missing);
    }
  });
});
