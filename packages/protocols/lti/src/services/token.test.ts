import { describe, expect, it } from 'vitest';
import { serviceScopes } from '../vocabulary.ts';
import { checkAssertion } from './client-assertion.ts';
import { grantScopes, readTokenRequest } from './token-request.ts';

const nowSeconds = 1_795_505_048;
const expected = {
  clientId: 'tool-1',
  audiences: ['https://sinau.example/lti/token', 'https://sinau.example'],
  nowSeconds,
};
const right = {
  iss: 'tool-1',
  sub: 'tool-1',
  aud: 'https://sinau.example/lti/token',
  iat: nowSeconds,
  exp: nowSeconds + 60,
  jti: 'j1',
};
const check = (over: object) => checkAssertion({ ...right, ...over }, expected);

describe('a client assertion (1.4)', () => {
  it.each([
    ['as it should be', {}],
    ['for the token URL in a list', { aud: ['https://other.example', 'https://sinau.example/lti/token'] }],
    ['for the issuer, as tools with an authorization server send it', { aud: 'https://sinau.example' }],
    ['of a clock 60 s ahead (E2)', { iat: nowSeconds + 60 }],
    ['expired for 60 s (E2)', { iat: nowSeconds - 120, exp: nowSeconds - 60 }],
    ['begun five seconds ago (PyLTI1p3)', { iat: nowSeconds - 5 }],
    ['good for an hour', { exp: nowSeconds + 3600 }],
  ])('is accepted %s', (_, over) => {
    expect(check(over)).toEqual({ jti: 'j1', until: ('exp' in over ? over.exp : right.exp) + 61 });
  });

  it('is remembered until its time alone refuses it (E3)', () => {
    const { exp } = right;
    for (const seconds of [exp, exp + 0.9]) {
      const read = check({ exp: seconds });
      const until = 'until' in read ? read.until : 0;
      const at = (now: number) =>
        checkAssertion({ ...right, exp: seconds }, { ...expected, nowSeconds: now });
      expect(at(until - 1)).toHaveProperty('jti');
      expect(at(until)).toMatchObject({ error: 'invalid_client' });
    }
  });

  it.each([
    ['for somebody else', { aud: 'https://other.example/token' }],
    ['for an address that only begins the same', { aud: 'https://sinau.example/lti/token/x' }],
    ['for nobody', { aud: undefined }],
    ['of another issuer', { iss: 'tool-2' }],
    ['of another subject', { sub: 'tool-2' }],
    ['of both others', { iss: 'tool-2', sub: 'tool-2' }],
    ['expired for 61 s (E2)', { iat: nowSeconds - 121, exp: nowSeconds - 61 }],
    ['of a clock 61 s ahead (E2)', { iat: nowSeconds + 61 }],
    ['not valid yet', { nbf: nowSeconds + 61 }],
    ['with an end far ahead', { exp: nowSeconds + 86_400 }],
    [
      'of a clock ahead, with an end that is too far by ours',
      { iat: nowSeconds + 60, exp: nowSeconds + 3_661 },
    ],
    ['that lived for days', { iat: nowSeconds - 86_400 }],
    ['without an end', { exp: undefined }],
    ['with an end in words', { exp: String(nowSeconds + 60) }],
    ['without a beginning', { iat: undefined }],
    ['without a jti', { jti: undefined }],
    ['with an empty jti', { jti: '' }],
  ])('is refused %s', (_, over) => {
    expect(check(over)).toMatchObject({ error: 'invalid_client' });
  });
});

describe('a token request (1.4)', () => {
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'a.b.c',
    scope: 'x  y',
  };
  const read = (over: Record<string, string> = {}) =>
    readTokenRequest(new URLSearchParams({ ...form, ...over }));

  it('is read', () => {
    expect(read()).toEqual({ assertion: 'a.b.c', scopes: ['x', 'y'] });
  });

  it.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: '' }, 'invalid_request'],
    [{ client_assertion_type: 'jwt' }, 'invalid_request'],
    [{ client_assertion: '' }, 'invalid_request'],
  ])('is refused with %j', (over, error) => {
    expect(read(over)).toMatchObject({ error });
  });

  it('is refused with a parameter twice', () => {
    expect(readTokenRequest(new URLSearchParams(`${new URLSearchParams(form)}&scope=z`))).toMatchObject({
      error: 'invalid_request',
    });
  });

  it('gives what the tool may have and was asked for, and drops the rest', () => {
    const [lineitem, readonly, , score] = serviceScopes;
    expect(grantScopes([score, lineitem, 'openid'], [lineitem, score, readonly])).toEqual([lineitem, score]);
  });

  it.each([[['openid']], [[]], [[serviceScopes[4]]]])('gives nothing for %j', (wish) => {
    expect(grantScopes(wish, [serviceScopes[0]])).toMatchObject({ error: 'invalid_scope' });
  });
});
