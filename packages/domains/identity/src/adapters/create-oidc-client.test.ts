import { createHash } from 'node:crypto';
import { fixedClock } from '@sinau/kernel/testing';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SignInFailed } from '../errors.ts';
import { createOidcClient } from './create-oidc-client.ts';

const issuer = 'https://issuer.example/realms/asn';
const clientId = 'sinau';
const nowSeconds = fixedClock().now().getTime() / 1000;
let clock: ReturnType<typeof fixedClock>;

type Keys = Awaited<ReturnType<typeof keyPair>>;
let first: Keys;
let second: Keys;

async function keyPair(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return {
    kid,
    publicKey,
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'ES256' },
  };
}

beforeAll(async () => {
  [first, second] = await Promise.all([keyPair('first'), keyPair('second')]);
});

/** An issuer in place of the network; each part can be exchanged by a test. */
let site: {
  metadata: Record<string, unknown>;
  jwks: () => unknown;
  tokens: () => unknown;
  userInfo: unknown;
  requests: { path: string; body: string; authorization: string | null; redirect: string }[];
};

beforeEach(() => {
  clock = fixedClock();
  site = {
    metadata: {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/logout`,
    },
    jwks: () => ({ keys: [first.jwk] }),
    tokens: () => ({}),
    userInfo: {},
    requests: [],
  };
});

const send: typeof fetch = async (url, init) => {
  const request = new Request(url, init);
  const path = request.url.replace(issuer, '');
  site.requests.push({
    path,
    body: await request.text(),
    authorization: request.headers.get('authorization'),
    redirect: request.redirect,
  });
  if (path === '/.well-known/openid-configuration') return Response.json(site.metadata);
  const pages = new Map([
    ['/jwks', site.jwks],
    ['/token', site.tokens],
    ['/userinfo', () => site.userInfo],
  ]);
  const answer = pages.get(path)?.();
  return answer instanceof Response ? answer : Response.json(answer ?? null, { status: answer ? 200 : 404 });
};

const client = (over = {}) =>
  createOidcClient({
    issuer,
    clientId,
    clientSecret: 's:e c',
    redirectUri: 'https://sinau.example/sign-in/callback',
    postLogoutRedirectUri: 'https://sinau.example/',
    clock,
    fetch: send,
    ...over,
  });

const good: JWTPayload = {
  iss: issuer,
  aud: clientId,
  sub: 'subject-1',
  iat: nowSeconds,
  exp: nowSeconds + 300,
  nonce: 'nonce-1',
  email: 'sri@contoh.example',
  email_verified: true,
  name: 'Sri Rahayu',
  preferred_username: '199005172015031999',
};

const sign = (claims: Record<string, unknown>, keys = first, header = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: keys.kid, ...header }).sign(keys.privateKey);

async function redeem(idToken: string, oidc = client()) {
  site.tokens = () => ({ id_token: idToken, access_token: 'access-1', token_type: 'Bearer' });
  return oidc.redeem({ code: 'code-1', nonce: 'nonce-1', verifier: 'verifier-1' });
}

describe('authorizationUrl', () => {
  it('asks for a code with state, nonce and the S256 challenge, and never shows the verifier', async () => {
    const url = new URL(
      await client({ prompt: 'login' }).authorizationUrl({ state: 's', nonce: 'n', verifier: 'v' }),
    );
    expect(url.href.startsWith(`${issuer}/auth?`)).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: 'https://sinau.example/sign-in/callback',
      scope: 'openid profile email',
      state: 's',
      nonce: 'n',
      code_challenge: createHash('sha256').update('v').digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
    });
  });
});

describe('redeem', () => {
  it('exchanges the code with verifier and secret and gives what the issuer says', async () => {
    expect(await redeem(await sign(good))).toEqual({
      issuer,
      subject: 'subject-1',
      email: 'sri@contoh.example',
      emailVerified: true,
      name: 'Sri Rahayu',
      preferredUsername: '199005172015031999',
    });
    const request = site.requests.find(({ path }) => path === '/token');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: 'https://sinau.example/sign-in/callback',
      code_verifier: 'verifier-1',
    });
    expect(request?.authorization).toBe(`Basic ${btoa('sinau:s%3Ae%20c')}`);
  });

  it('takes the address as unverified unless the issuer says otherwise', async () => {
    for (const [given, verified] of [
      [undefined, false],
      [false, false],
      ['false', false],
      ['true', true],
    ]) {
      const claims = { ...good, email_verified: given };
      expect((await redeem(await sign(claims))).emailVerified).toBe(verified);
    }
  });

  it('asks the userinfo endpoint when the ID token has no address, and believes it about this subject only', async () => {
    const { email: _, ...withoutEmail } = good;
    site.userInfo = { sub: 'subject-1', email: 'sri@contoh.example', email_verified: true };
    expect(await redeem(await sign(withoutEmail))).toMatchObject({ email: 'sri@contoh.example' });
    expect(site.requests.at(-1)?.authorization).toBe('Bearer access-1');
    site.userInfo = { sub: 'somebody else', email: 'sri@contoh.example', email_verified: true };
    await expect(redeem(await sign(withoutEmail))).rejects.toBeInstanceOf(SignInFailed);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'other' }],
    ['several audiences without azp', { aud: [clientId, 'other'] }],
    ['another azp', { azp: 'other' }],
    ['another nonce', { nonce: 'replayed' }],
    ['no nonce', { nonce: undefined }],
    ['no subject', { sub: undefined }],
    ['an endless subject', { sub: 'x'.repeat(256) }],
    ['an end more than a minute ago', { exp: nowSeconds - 61 }],
    ['no end', { exp: undefined }],
    ['a birth in the future', { iat: nowSeconds + 61, exp: nowSeconds + 600 }],
    ['a birth long ago', { iat: nowSeconds - 3600, exp: nowSeconds + 600 }],
    ['a time that cannot be used yet', { nbf: nowSeconds + 61 }],
  ])('E2: refuses a token with %s', async (_, over) => {
    await expect(redeem(await sign({ ...good, ...over }))).rejects.toBeInstanceOf(SignInFailed);
  });

  it('E2: accepts clocks that differ by less than a minute, and azp naming us', async () => {
    const edges = [
      { exp: nowSeconds - 59, iat: nowSeconds - 100 },
      { iat: nowSeconds + 59 },
      { aud: [clientId, 'other'], azp: clientId },
    ];
    for (const over of edges) await expect(redeem(await sign({ ...good, ...over }))).resolves.toBeDefined();
  });

  it('E1: refuses a token without signature, with a shared secret, or with keys it brings along', async () => {
    const publicKey = new TextEncoder().encode(await exportSPKI(first.publicKey));
    const hmac = new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(publicKey);
    const ownKey = sign(good, second, { kid: 'first' });
    const embedded = sign(good, second, { jwk: second.jwk, jku: 'https://evil.example/jwks' });
    const tampered = (await sign(good)).split('.');
    tampered[1] = btoa(JSON.stringify({ ...good, sub: 'victim' })).replace(/=/g, '');
    const tokens = [
      new UnsecuredJWT(good).encode(),
      await hmac,
      await ownKey,
      await embedded,
      await sign(good, first, { kid: '../../etc/passwd' }),
      tampered.join('.'),
      'no token',
      '',
    ];
    for (const token of tokens) await expect(redeem(token)).rejects.toBeInstanceOf(SignInFailed);
    expect(site.requests.some(({ path }) => path.includes('evil'))).toBe(false);
  });

  it('E1: refuses an algorithm that is not on the list, even with a key of the issuer', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES384');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'strong' };
    site.jwks = () => ({ keys: [jwk] });
    const token = new SignJWT(good).setProtectedHeader({ alg: 'ES384', kid: 'strong' }).sign(privateKey);
    await expect(redeem(await token)).rejects.toBeInstanceOf(SignInFailed);
  });

  it('E6: reads rotated keys once more, then fails closed without asking again for a minute', async () => {
    const oidc = client();
    await redeem(await sign(good), oidc);
    clock.advance(61_000);
    site.jwks = () => ({ keys: [second.jwk] });
    await expect(redeem(await sign(good, second), oidc)).resolves.toBeDefined();
    await expect(redeem(await sign(good, first), oidc)).rejects.toBeInstanceOf(SignInFailed);
    await expect(redeem(await sign(good, first), oidc)).rejects.toBeInstanceOf(SignInFailed);
    expect(site.requests.filter(({ path }) => path === '/jwks')).toHaveLength(2);
  });

  it.each([
    ['a redirect', () => Response.redirect('http://169.254.169.254/latest/meta-data')],
    ['ten megabytes', () => ({ keys: [first.jwk], more: 'x'.repeat(10 * 1024 * 1024) })],
    ['no JSON', () => new Response('<html>')],
    ['something else', () => ({ keys: 'none' })],
    ['an error', () => new Response('', { status: 500 })],
  ])('E6: fails closed on keys that are %s', async (_, jwks) => {
    site.jwks = jwks;
    await expect(redeem(await sign(good))).rejects.toMatchObject({
      code: expect.stringMatching(/^(identity.sign-in-failed|platform.unavailable)$/),
    });
    expect(site.requests.every(({ redirect }) => redirect === 'error')).toBe(true);
  });

  it('tells a refused code from a dead issuer', async () => {
    const answer = (status: number) => {
      site.tokens = () => new Response('{"error":"invalid_grant"}', { status });
      return client().redeem({ code: 'c', nonce: 'n', verifier: 'v' });
    };
    await expect(answer(400)).rejects.toMatchObject({ code: 'identity.sign-in-failed' });
    await expect(answer(502)).rejects.toMatchObject({ code: 'platform.unavailable' });
    const dead = client({ fetch: async () => Promise.reject(new TypeError('refused')) });
    await expect(dead.redeem({ code: 'c', nonce: 'n', verifier: 'v' })).rejects.toMatchObject({
      code: 'platform.unavailable',
    });
  });

  it('refuses an issuer that calls itself otherwise or sends elsewhere without TLS', async () => {
    for (const over of [
      { issuer: 'https://evil.example' },
      { token_endpoint: 'http://evil.example/token' },
    ]) {
      const { metadata } = site;
      site.metadata = { ...metadata, ...over };
      await expect(redeem(await sign(good))).rejects.toBeInstanceOf(SignInFailed);
      site.metadata = metadata;
    }
    expect(site.requests.some(({ path }) => path.includes('evil'))).toBe(false);
  });
});

describe('endSessionUrl', () => {
  it('brings the browser back to the portal, where the issuer offers it', async () => {
    expect(await client().endSessionUrl()).toBe(
      `${issuer}/logout?client_id=sinau&post_logout_redirect_uri=https%3A%2F%2Fsinau.example%2F`,
    );
    site.metadata = { ...site.metadata, end_session_endpoint: undefined };
    expect(await client().endSessionUrl()).toBeUndefined();
  });
});
