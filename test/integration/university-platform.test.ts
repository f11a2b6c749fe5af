import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, it } from 'vitest';
import { startUniversityPlatform } from '../server/university-platform.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A platform and a tool that it knows. */
async function world() {
  const platform = await startUniversityPlatform();
  ends.push(() => platform.stop());
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' };
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const tool = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform.addTool({
    ...{ clientId: 'klien', loginUrl: `${tool}/login`, redirectUris: [`${tool}/launch`] },
    ...{ jwksUri: `${tool}/jwks`, target: `${tool}/launch` },
  });
  const token = async (jti: string, aud = `${platform.origin}/token`) => {
    const assertion = await new SignJWT({ iss: 'klien', sub: 'klien', aud, jti })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey);
    const scope = platform.grades.scopes.join(' ');
    const form = { grant_type: 'client_credentials', client_assertion: assertion, scope };
    const answer = await fetch(`${platform.origin}/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const { access_token: bearer = '' } = (await answer.json()) as { readonly access_token?: string };
    return { status: answer.status, bearer };
  };
  /** As a browser would come to the authorisation door. */
  const launch = async () => {
    const opened = new URL(platform.open({ subject: '42', link: { id: '17' } })).searchParams;
    const asked = new URLSearchParams({
      ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
      ...{ client_id: 'klien', redirect_uri: `${tool}/launch`, nonce: 'n', state: 's', login_hint: '42' },
      lti_message_hint: opened.get('lti_message_hint') ?? '',
    });
    const html = await (await fetch(`${platform.origin}/auth?${asked}`)).text();
    const payload = /name="id_token" value="[^.]+\.([^.]+)\./.exec(html)?.[1] ?? '';
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  };
  return { platform, token, launch };
}

it('the foreign platform of our tests launches, and takes assertions and scores as strictly as the specification', async () => {
  const { platform, token, launch } = await world();
  const item = platform.gradebook.addItem(platform.lineItemsUrl, {
    ...{ label: 'Etika', scoreMaximum: 100, resourceLinkId: '17' },
  });
  const claims = await launch();
  expect(claims).toMatchObject({ sub: '42', nonce: 'n' });
  expect(claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'].lineitem).toBe(item.id);

  const { bearer } = await token('1');
  expect((await token('1')).status).toBe(400);
  expect((await token('2', 'https://elsewhere.example')).status).toBe(400);
  const post = async (timestamp: string, userId = '42', as = bearer) => {
    const url = new URL(item.id);
    url.pathname += '/scores';
    const body = { userId, timestamp, activityProgress: 'Started', gradingProgress: 'NotReady' };
    const headers = { authorization: `Bearer ${as}` };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  expect(await post('2026-03-02T01:00:00.000Z')).toBe(204);
  expect(await post('2026-03-02T00:59:59.000Z')).toBe(409);
  expect(await post('2026-03-02T02:00:00Z')).toBe(400);
  expect(await post('2026-03-02T02:00:00.000Z', 'nobody')).toBe(422);
  expect(await post('2026-03-02T02:00:00.000Z', '42', 'made up')).toBe(401);
  platform.quirks.push({ at: 'scores', status: 429, retryAfter: '5' });
  expect(await post('2026-03-02T02:00:00.000Z')).toBe(429);
  expect(await post('2026-03-02T02:00:00.000Z')).toBe(204);
  expect(platform.gradebook.scores).toHaveLength(2);
});
