import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { issuer, ltiWorld } from './testing/lti-world.ts';

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
    });
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
