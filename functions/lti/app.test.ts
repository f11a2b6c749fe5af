import type { PersonId } from '@sinau/kernel';
import { messageTypes, serviceScopes } from '@sinau/lti';
import { createLocalJWKSet, decodeJwt, type JWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { issuerSchema } from './env.ts';
import { formIn, issuer, ltiWorld } from './testing/lti-world.ts';

describe('what the platform says of itself', () => {
  it('R2 R6: names its doors, all on the host of the issuer, which ends without a slash', async () => {
    const { ask } = ltiWorld();
    const documents = await Promise.all(
      ['/.well-known/openid-configuration', '/lti/register'].map(async (path) => (await ask(path)).json()),
    );
    expect(documents[0]).toEqual(documents[1]);
    expect(documents[0]).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/lti/authorize`,
      token_endpoint: `${issuer}/lti/token`,
      registration_endpoint: `${issuer}/lti/register`,
      jwks_uri: `${issuer}/lti/jwks`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', ...serviceScopes],
      response_types_supported: ['id_token'],
      subject_types_supported: ['pairwise'],
      claims_supported: expect.arrayContaining(['iss', 'sub', 'aud', 'name', 'email']),
      'https://purl.imsglobal.org/spec/lti-platform-configuration': {
        ...{ product_family_code: 'sinau', version: expect.any(String) },
        messages_supported: messageTypes.map((type) => ({ type, placements: expect.any(Array) })),
        variables: expect.arrayContaining([
          'ResourceLink.id',
          'Context.id.history',
          'User.id',
          'Person.sourcedId',
        ]),
      },
    });
  });

  it('R6 L7: lists the claims that its messages hold, every one and no other', async () => {
    const known = {
      ...{ name: 'Siti Dewi', givenName: 'Siti', familyName: 'Dewi', email: 'siti@example.go.id' },
      ...{ employeeNumber: '199001012015032001', agency: 'Badan Contoh', unit: 'Biro Umum', locale: 'id' },
    };
    const made = ltiWorld({ known });
    await made.addTool();
    const told = new Set<string>();
    for (const message of messageTypes) {
      const order = { message, ...(message !== messageTypes[0] && { forPersonId: 'budi' as PersonId }) };
      const begun = await made.begin(await made.order(order));
      const { fields } = formIn(await (await made.authorize(begun.asked, begun.cookie)).text());
      for (const claim of Object.keys(decodeJwt(fields.id_token ?? ''))) told.add(claim);
    }
    const document = (await (await made.ask('/lti/register')).json()) as { claims_supported: string[] };
    expect(document.claims_supported.toSorted()).toEqual([...told].toSorted());
  });

  it('R6: offers no flow and no scope that nobody here has', async () => {
    const document = (await (await ltiWorld().ask('/lti/register')).json()) as Record<
      string,
      readonly string[]
    >;
    expect(document.grant_types_supported).not.toContain('authorization_code');
    expect(document.scopes_supported?.filter((scope) => /lti-gs|lti-pns/.test(scope))).toEqual([]);
    for (const [name, value] of Object.entries(document)) {
      if (/_(endpoint|uri)$/.test(name)) expect(new URL(String(value)).host).toBe(new URL(issuer).host);
    }
  });

  it.each(['https://sinau.example', 'https://sinau.example:8443', 'http://127.0.0.1:4000'])(
    'R2: %s names a platform, to the letter',
    (text) => expect(issuerSchema.parse(text)).toBe(text),
  );

  it.each([
    'https://sinau.example/',
    'https://sinau.example/lms',
    'https://sinau.example?x=1',
    'https://sinau.example#x',
    'https://SINAU.example',
    'https://a:b@sinau.example',
    'http://sinau.example',
    'sinau.example',
  ])('R2: %s names none', (text) => expect(issuerSchema.safeParse(text).success).toBe(false));

  it.each([
    ['GET', '/.well-known/openid-configuration', '*'],
    ['GET', '/lti/jwks', '*'],
    ['POST', '/lti/register', '*'],
    ['PUT', '/lti/register/x', '*'],
    ['GET', '/lti/launch', null],
    ['POST', '/lti/authorize', null],
    ['POST', '/lti/token', null],
    ['GET', '/lti/ags/contexts/c1/line-items', null],
  ])('R5 R6 F6: %s %s may be read by a page of a tool: %s', async (method, path, allowed) => {
    const { ask } = ltiWorld();
    for (const init of [{ method }, { method: 'OPTIONS' }]) {
      const { headers } = await ask(path, { ...init, headers: { origin: 'https://alat.example' } });
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    }
    const preflight = await ask(path, { method: 'OPTIONS', headers: { origin: 'https://alat.example' } });
    expect(preflight.status).toBe(204);
    if (allowed) {
      expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization, content-type/);
      expect(preflight.headers.get('access-control-allow-methods')).toContain(method);
    }
  });

  it.each([
    ['DELETE', '/lti/jwks', 'GET, HEAD, OPTIONS'],
    ['PUT', '/lti/register', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/lti/register/x', 'GET, HEAD, PUT, OPTIONS'],
    ['GET', '/lti/token', 'POST, OPTIONS'],
    ['PATCH', '/lti/ags/contexts/c1/line-items/l1', 'GET, HEAD, PUT, DELETE, OPTIONS'],
    ['GET', '/lti/ags/contexts/c1/line-items/l1/scores', 'POST, OPTIONS'],
    ['POST', '/lti/nrps/contexts/c1/memberships', 'GET, HEAD, OPTIONS'],
  ])('1.5: %s %s is told what the address takes: %s', async (method, path, allow) => {
    const { ask } = ltiWorld();
    const answer = await ask(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    // Twin: what is no address has no methods.
    const nowhere = await ask(`${path}/a/b`, { method });
    expect([nowhere.status, nowhere.headers.get('allow')]).toEqual([404, null]);
  });

  it('R3: gives public members of RSA keys alone, with kid and use, to be kept for an hour', async () => {
    const { ask, signer } = ltiWorld();
    const answer = await ask('/lti/jwks');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    const { keys } = (await answer.json()) as { keys: JWK[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' });
    expect(Buffer.from(keys[0]?.n ?? '', 'base64url').length).toBeGreaterThanOrEqual(256);
    const signed = await signer.sign({ sub: 'x' });
    const { payload, protectedHeader } = await jwtVerify(signed, createLocalJWKSet({ keys }));
    expect([payload.sub, protectedHeader]).toEqual(['x', { alg: 'RS256', typ: 'JWT', kid: keys[0]?.kid }]);
  });
});
