import { createLtiSignatures } from '@sinau/delivery/adapters';
import { createPlatformSigner } from '@sinau/delivery/lti';
import { ltiServicesWorld, memoryPlatformKeyStore } from '@sinau/delivery/testing';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { ltiAddresses } from '../shared/lti-addresses.ts';
import { createLtiApp } from './app.ts';

const issuer = 'https://sinau.example';

function world() {
  const system = { clock: fixedClock(), ids: countedIds() };
  const signer = createPlatformSigner({
    ...system,
    platformKeys: memoryPlatformKeyStore(),
    signatures: createLtiSignatures(),
    box: { seal: async (text) => text, open: async (text) => text },
  });
  const addresses = ltiAddresses(issuer);
  const rateLimiter = { admit: async () => undefined };
  const { hono } = createLtiApp({
    ...system,
    signer,
    ...{ addresses, rateLimiter },
    services: { ...ltiServicesWorld().deps, addresses, rateLimiter },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { signer, ask: (path: string) => hono.request(`${issuer}${path}`) };
}

describe('what the platform says of itself', () => {
  it('R2 R6: names its doors, all on the host of the issuer, which ends without a slash', async () => {
    const { ask } = world();
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
    const { ask, signer } = world();
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
