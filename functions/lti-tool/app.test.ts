import { discoveryDocument, claims as names } from '@sinau/lti';
import { makeRegistrationTicket } from '@sinau/lti-tool';
import { launchJwt } from '@sinau/lti-tool/testing';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { origin, platform, publicPem, signed, toolWorld } from './testing/tool-world.ts';

let world: ReturnType<typeof toolWorld>;
beforeEach(async () => {
  world = toolWorld();
  await world.deps.platforms.add(platform);
});

type Login = Awaited<ReturnType<(typeof world)['login']>>;
const claimsFor = ({ nonce }: Login, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...JSON.parse(launchJwt({ nonce, nowSeconds: world.nowSeconds() }).slice('signed:'.length)),
  ...over,
});
const launch = async (login: Login, over: { idToken?: string; cookie?: string; state?: string } = {}) => {
  const idToken = over.idToken ?? (await signed(claimsFor(login)));
  const { cookie = login.cookie, state = login.state } = over;
  return world.send('/tool/launch', { id_token: idToken, state }, { ...(cookie && { cookie }) });
};
const passIn = (page: string) => decodeURIComponent(/visit=([^"&]+)/.exec(page)?.[1] ?? '');

describe('the login of a platform', () => {
  it('L2: is answered with a cookie that comes along from other sites, and a question to the platform alone', async () => {
    const { answer, to, given } = await world.login();
    expect(answer.status).toBe(302);
    expect(to.href.startsWith(`${platform.authorizationUrl}?`)).toBe(true);
    expect(given).toMatch(
      /^__Host-sinau-tool=[\w-]{40,}; Path=\/; .*Secure; HttpOnly; SameSite=None; Partitioned$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('works by POST as by GET', async () => {
    const fields = { iss: platform.issuer, login_hint: '3', target_link_uri: `${origin}/tool/courses/k1` };
    expect((await world.send('/tool/login', fields)).status).toBe(302);
  });

  it('opens a window of its own from within a frame of its platform, and nothing before that', async () => {
    const { answer } = await world.login({}, { 'sec-fetch-dest': 'iframe' });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('target="_blank"');
    expect(page).toContain('/tool/login?iss=https%3A%2F%2Flms.kampus.example');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://lms.kampus.example",
    );
    // A choice answers the page around it.
    const choice = await world.login(
      { target_link_uri: `${origin}/tool/choose` },
      { 'sec-fetch-dest': 'iframe' },
    );
    expect(choice.answer.status).toBe(302);
  });

  it('says why nothing opens for one that nobody registered, and gives back nothing that was sent', async () => {
    const { answer } = await world.login({ iss: 'https://x.example/<script>' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('x.example');
  });
});

describe('a launch', () => {
  it('asks whoever is not linked to sign in themselves, though the e-mail address is known', async () => {
    const login = await world.login();
    const idToken = await signed(claimsFor(login, { email: 'siti@sinau.example' }));
    const answer = await launch(login, { idToken });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(page).toContain('Hubungkan akun');
    expect(page).not.toContain('siti@sinau.example');
  });

  it('leads whoever is linked to the one course, by a key that is good for two minutes', async () => {
    const first = await world.login();
    await world.link(passIn(await (await launch(first)).text()), first.cookie, 'siti');
    const again = await world.login();
    const answer = await launch(again);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/lms\/reg-siti-k1\?entry=[\w.%-]+$/);
    // No session of the portal comes with it.
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('E3 E4: counts once, for the browser and the state that it was asked with', async () => {
    const [login, other] = [await world.login(), await world.login()];
    const idToken = await signed(claimsFor(login));
    expect((await launch(login, { idToken, cookie: '' })).status).toBe(403);
    expect((await launch(login, { idToken, cookie: other.cookie })).status).toBe(403);
    expect((await launch(other, { idToken })).status).toBe(403);
    expect((await launch(login, { idToken })).status).toBe(200);
    expect((await launch(login, { idToken })).status).toBe(403);
  });

  it('E1: counts by RS256 and a key of the platform alone', async () => {
    const login = await world.login();
    const claims = claimsFor(login);
    const unsigned = new UnsecuredJWT(claims).encode();
    const none = `${Buffer.from('{"alg":"none","kid":"k"}').toString('base64url')}.${unsigned.split('.')[1]}.`;
    const hs = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'k' })
      .sign(new TextEncoder().encode(publicPem));
    const foreignKey = await signed(claims, { by: 'other' });
    const foreignKid = await signed(claims, { kid: 'lain' });
    for (const idToken of [unsigned, none, hs, foreignKey, foreignKid, '', 'x']) {
      expect((await launch(login, { idToken })).status).toBe(403);
    }
    expect((await launch(login)).status).toBe(200);
  });

  it.each([
    ['wrong aud', { aud: 'klien-2' }],
    ['an unknown deployment', { [names.deploymentId]: '2' }],
    ['a course of nobody', { [names.targetLinkUri]: `${origin}/tool/courses/tiada` }],
  ])('E2: is refused in words with %s', async (_, over) => {
    const login = await world.login();
    const answer = await launch(login, { idToken: await signed(claimsFor(login, over)) });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Tidak dapat dibuka');
  });

  it('E6 F3: asks no inner address for keys, whatever was registered', async () => {
    const jwksUri = 'https://inside.example/keys';
    await world.deps.platforms.change({ ...platform, jwksUri });
    const answer = await launch(await world.login());
    expect(answer.status).toBe(503);
    expect(world.asked).toEqual([]);
  });

  it('shows what the platform says went wrong, as text', async () => {
    const { state, cookie } = await world.login();
    const said = { error: 'login_required', error_description: '<b>x</b>' };
    const answer = await world.send('/tool/launch', { ...said, state }, { cookie });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('login_required: &lt;b&gt;x&lt;/b&gt;');
  });

  it('shows nothing that anybody says without having been asked, or to another browser', async () => {
    const [login, other] = [await world.login(), await world.login()];
    const said = { error: 'Telepon 0800-1-PALSU', error_description: 'x' };
    for (const [state, cookie] of [
      ['s', login.cookie],
      [login.state, other.cookie],
      [login.state, ''],
    ]) {
      const answer = await world.send(
        '/tool/launch',
        { ...said, state: state ?? '' },
        { cookie: cookie ?? '' },
      );
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('PALSU');
    }
  });
});

describe('a choice', () => {
  const settings = {
    deep_link_return_url: 'https://lms.kampus.example/kembali',
    ...{ accept_types: ['ltiResourceLink'], accept_multiple: true, accept_lineitem: true, data: 'buram' },
  };

  async function pick(): Promise<string> {
    const login = await world.login({ target_link_uri: `${origin}/tool/choose` });
    const over = { [names.messageType]: 'LtiDeepLinkingRequest', [names.deepLinkingSettings]: settings };
    return (await launch(login, { idToken: await signed(claimsFor(login, over)) })).text();
  }

  it('1.3: goes back by the person’s browser, signed by the keys that we publish', async () => {
    const visit = /name="visit" value="([^"]+)"/.exec(await pick())?.[1] ?? '';
    const answer = await world.send('/tool/choose/answer', { visit, course: 'k1' });
    const page = await answer.text();
    expect(page).toContain('action="https://lms.kampus.example/kembali"');
    expect(answer.headers.get('content-security-policy')).toContain('form-action https:;');
    const jwt = /name="JWT" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(decodeJwt(jwt)).toMatchObject({ iss: 'klien-1', aud: platform.issuer, [names.data]: 'buram' });
    const { keys } = (await (await world.ask('/tool/jwks')).json()) as { keys: readonly object[] };
    expect(keys).toMatchObject([{ kty: 'RSA', alg: 'RS256', use: 'sig' }]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect((await world.send('/tool/choose/answer', { visit, course: 'k1' })).status).toBe(403);
  });

  it('C2: offers courses of the owner alone, and takes no other', async () => {
    world.domain.addCourse('lain', { providerId: 'p2' as never, title: { id: 'Milik orang' } });
    const page = await pick();
    expect(page).not.toContain('Milik orang');
    const visit = /name="visit" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await world.send('/tool/choose/answer', { visit, course: 'lain' })).status).toBe(403);
    expect(await (await world.send('/tool/choose', { visit, words: '<zzz>' })).text()).toContain(
      'value="&lt;zzz&gt;"',
    );
  });
});

describe('a registration', () => {
  const issuer = 'https://baru.example';
  const openid = `${issuer}/openid`;
  const fieldsOf = async (over: Record<string, string> = {}) => {
    const made = await makeRegistrationTicket(world.deps, { owner: platform.owner, madeBy: 'sri' });
    return { token: made.ticket, openid_configuration: openid, registration_token: 't', ...over };
  };
  beforeEach(() => {
    const at = { authorization: `${issuer}/auth`, token: `${issuer}/token`, jwks: `${issuer}/certs` };
    const document = discoveryDocument(
      { issuer, ...at, registration: `${issuer}/register` },
      { name: 'x', version: '1' },
    );
    world.answers.set(openid, document).set(`${issuer}/register`, { client_id: 'k9' });
  });

  it('R5 R7: asks first, registers once, and closes its window', async () => {
    const fields = await fieldsOf();
    const shown = await world.ask(`/tool/register?${new URLSearchParams(fields)}`);
    expect(await shown.text()).toContain('baru.example');
    expect(shown.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${issuer}`);
    expect(world.asked).toEqual([]);
    const done = await world.send('/tool/register', fields);
    expect(await done.text()).toContain('org.imsglobal.lti.close');
    expect(await world.deps.platforms.findAt(issuer, 'k9')).toMatchObject({ status: 'waiting' });
    expect((await world.send('/tool/register', fields)).status).toBe(403);
    expect((await world.ask(`/tool/register?${new URLSearchParams(fields)}`)).status).toBe(403);
  });

  it.each([
    'https://inside.example/openid',
    'https://169.254.169.254/openid',
    'https://[::ffff:127.0.0.1]/openid',
    'http://baru.example/openid',
    'https://user@baru.example/openid',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('F3: asks nothing of %s', async (address) => {
    const answer = await world.send('/tool/register', await fieldsOf({ openid_configuration: address }));
    expect(answer.status).toBe(400);
    expect(world.asked).toEqual([]);
  });

  it('F3: takes no key set of an inner address', async () => {
    const document = world.answers.get(openid) as Record<string, unknown>;
    world.answers.set(openid, { ...document, jwks_uri: 'https://inside.example/keys' });
    const answer = await world.send('/tool/register', await fieldsOf());
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('jwks_uri leads to a network that is not public.');
    expect(world.asked).toEqual([openid]);
  });

  it('opened in a browser alone says where it belongs', async () => {
    const { token } = await fieldsOf();
    expect((await world.ask(`/tool/register?token=${token}`)).status).toBe(400);
    expect((await world.ask('/tool/launch')).status).toBe(200);
    expect((await world.ask('/tool/courses/k1')).headers.get('location')).toBe('/courses/k1');
  });
});
