import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sinau/platform/crypto';
import { createLocalOidc } from '@sinau/platform/local-aws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignInFailed } from '../errors.ts';
import type { OidcClient } from '../sign-in/ports.ts';
import { createOidcClient } from './create-oidc-client.ts';

const people = [
  { email: 'sri@contoh.example', name: 'Sri Rahayu', role: 'Peserta', username: '199005172015031999' },
  { email: 'budi@contoh.example', name: 'Budi Contoh', role: 'Admin' },
];
const faults: unknown[] = [];

let server: Server;
let dir: string;
let origin: string;
let oidc: OidcClient;

async function mount(issuer: string) {
  return createLocalOidc({
    issuer,
    dir,
    clients: [{ clientId: 'portal', clientSecret: 'secret', redirectUris: [`${origin}/sign-in/callback`] }],
    people: async () => people,
    onError: (error) => faults.push(error),
  });
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sinau-oidc-'));
  let listener: Awaited<ReturnType<typeof mount>>['listener'] | undefined;
  server = createServer((request, response) => listener?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  ({ listener } = await mount(`${origin}/oidc`));
  oidc = createOidcClient({
    issuer: `${origin}/oidc`,
    clientId: 'portal',
    clientSecret: 'secret',
    redirectUri: `${origin}/sign-in/callback`,
    postLogoutRedirectUri: `${origin}/`,
    clock: systemClock,
  });
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(dir, { recursive: true });
  expect(faults).toEqual([]);
});

/** A browser as far as cookies and redirects inside the provider go. */
function browser() {
  const cookies = new Map<string, string>();
  return async function open(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; response: Response }> {
    const body = form ? new URLSearchParams(form) : undefined;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(body && { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (!to || to.startsWith(`${origin}/sign-in/callback`)) return { url: to ?? url, response };
    return open(new URL(to, url).href);
  };
}

const request = { state: 'state-1', nonce: 'nonce-1', verifier: 'v'.repeat(43) };

async function codeFor(email: string, open = browser()): Promise<URLSearchParams> {
  const page = await open(await oidc.authorizationUrl(request));
  return new URL((await open(page.url, { email })).url).searchParams;
}

describe('signing in at the local provider', () => {
  it('shows the people, takes one click, and tells who it was', async () => {
    const open = browser();
    const page = await open(await oidc.authorizationUrl(request));
    const html = await page.response.text();
    expect(page.response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('Sri Rahayu');
    const callback = new URL((await open(page.url, { email: 'sri@contoh.example' })).url);
    expect(callback.pathname).toBe('/sign-in/callback');
    expect(callback.searchParams.get('state')).toBe('state-1');
    const code = callback.searchParams.get('code') ?? '';
    expect(await oidc.redeem({ ...request, code })).toEqual({
      issuer: `${origin}/oidc`,
      subject: 'sri@contoh.example',
      email: 'sri@contoh.example',
      emailVerified: true,
      name: 'Sri Rahayu',
      preferredUsername: '199005172015031999',
    });
  });

  it('asks again for every sign-in, so that one machine can play several people', async () => {
    const open = browser();
    await codeFor('sri@contoh.example', open);
    const code = (await codeFor('budi@contoh.example', open)).get('code') ?? '';
    expect(await oidc.redeem({ ...request, code })).toMatchObject({ name: 'Budi Contoh' });
  });

  it('takes an address of one’s own, and refuses what is none', async () => {
    const code = (await codeFor('  Baru@Contoh.example ')).get('code') ?? '';
    expect(await oidc.redeem({ ...request, code })).toMatchObject({ email: 'baru@contoh.example' });
    const open = browser();
    const page = await open(await oidc.authorizationUrl(request));
    for (const email of ['', 'no address', 'a@b c', `${'x'.repeat(5000)}@contoh.example`]) {
      const answer = await open(page.url, { email });
      expect(answer.response.status).toBe(422);
      expect(await answer.response.text()).toContain('role="alert"');
    }
  });

  it('gives each code once, and only to the verifier that asked', async () => {
    const code = (await codeFor('sri@contoh.example')).get('code') ?? '';
    await oidc.redeem({ ...request, code });
    await expect(oidc.redeem({ ...request, code })).rejects.toBeInstanceOf(SignInFailed);
    const other = (await codeFor('sri@contoh.example')).get('code') ?? '';
    const stolen = oidc.redeem({ ...request, verifier: 'w'.repeat(43), code: other });
    await expect(stolen).rejects.toBeInstanceOf(SignInFailed);
  });

  it('continues a sign-in only in the browser that began it', async () => {
    const page = await browser()(await oidc.authorizationUrl(request));
    const answer = await browser()(page.url, { email: 'sri@contoh.example' });
    expect(answer.response.status).toBe(400);
    expect(await answer.response.text()).toContain('kedaluwarsa');
  });

  it('refuses a redirect that is not registered, on its own page', async () => {
    const url = new URL(await oidc.authorizationUrl(request));
    url.searchParams.set('redirect_uri', 'https://evil.example/');
    const { response } = await browser()(url.href);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('Tidak dapat masuk');
  });

  it('keeps its keys over a restart, for its owner only', async () => {
    const file = join(dir, 'keys.json');
    const before = await readFile(file, 'utf8');
    await mount(`${origin}/oidc`);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });
});
