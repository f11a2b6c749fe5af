import { type AuPrincipal, anonymous, type ClientPrincipal } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { authenticateRequest, type CredentialPorts, challengeOf } from './authenticate.ts';

const au: AuPrincipal = { kind: 'au', sessionId: 's', registration: 'r' };
const client: ClientPrincipal = {
  kind: 'client',
  clientId: 'c',
  name: 'C',
  tenant: { kind: 'platform' },
  scopes: [],
};
const ports: CredentialPorts = {
  isAuToken: (token) => token.startsWith('au'),
  au: async (token) => (token === 'au-alive' ? au : undefined),
  basic: async () => client,
  bearer: async () => client,
};
const request = (headers: Record<string, string>) => new Request('https://a.example', { headers });
const ask = (authorization: string) => authenticateRequest(ports)(request({ authorization }));

describe('authenticateRequest', () => {
  it('knows AUs, clients and nobody', async () => {
    expect(await authenticateRequest(ports)(request({}))).toBe(anonymous);
    expect(await ask('Basic au-alive')).toBe(au);
    expect(await ask('basic a2V5OnNlY3JldA==')).toBe(client);
    expect(await ask('Bearer token')).toBe(client);
  });

  it.each(['Basic au-dead', 'Basic', 'Digest x', 'Basic a b', 'nonsense'])(
    'E9: refuses %j',
    async (authorization) => {
      await expect(ask(authorization)).rejects.toMatchObject({ code: 'request.not-signed-in' });
    },
  );
});

describe('challengeOf', () => {
  const challenge = challengeOf(ports);
  it('never makes a browser ask its user for a password', () => {
    expect(challenge(request({}))).toMatch(/^Basic /);
    expect(challenge(request({ origin: 'https://content.example' }))).toMatch(/^Bearer /);
    expect(challenge(request({ authorization: 'Basic au-dead' }))).toMatch(/^Bearer /);
  });
});
