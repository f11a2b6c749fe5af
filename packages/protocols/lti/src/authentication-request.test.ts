import { describe, expect, it } from 'vitest';
import { readAuthenticationRequest } from './authentication-request.ts';

const redirectUris = ['https://alat.example/launch', 'https://alat.example'];
const good = {
  client_id: ['c1'],
  redirect_uri: ['https://alat.example'],
  response_type: ['id_token'],
  scope: ['openid'],
  response_mode: ['form_post'],
  prompt: ['none'],
  nonce: ['n1'],
  login_hint: ['hint'],
  lti_message_hint: ['about'],
  state: ['s1'],
};

describe('readAuthenticationRequest', () => {
  it('L2: takes what the specification asks for', () => {
    expect(readAuthenticationRequest(good, redirectUris)).toEqual({
      outcome: 'asked',
      request: {
        ...{ clientId: 'c1', redirectUri: 'https://alat.example', nonce: 'n1', loginHint: 'hint' },
        ...{ messageHint: 'about', state: 's1' },
      },
    });
    expect(readAuthenticationRequest({ ...good, scope: ['openid profile'] }, redirectUris).outcome).toBe(
      'asked',
    );
    const { state: _, ...stateless } = good;
    expect(readAuthenticationRequest(stateless, redirectUris)).not.toHaveProperty('request.state');
  });

  it.each([
    ['https://alat.example/'],
    ['https://alat.example/launch/../evil'],
    ['https://alat.example/launch?x=1'],
    ['https://alat.example.evil.example'],
    ['HTTPS://alat.example'],
    [''],
  ])('L3 E8: sends nothing to %j, which is not registered to the letter', (uri) => {
    const asked = { ...good, redirect_uri: [uri], response_type: ['token'] };
    expect(readAuthenticationRequest(asked, redirectUris)).toEqual({
      outcome: 'stranger',
      because: 'redirect-uri',
    });
  });

  it('L3: sends nothing anywhere when it came twice, or not at all', () => {
    const twice = { ...good, redirect_uri: ['https://alat.example', 'https://alat.example'] };
    const { redirect_uri: _, ...without } = good;
    for (const asked of [twice, without]) {
      expect(readAuthenticationRequest(asked, redirectUris).outcome).toBe('stranger');
    }
  });

  it('L2: knows no client that is not there or not active', () => {
    expect(readAuthenticationRequest(good, undefined)).toEqual({ outcome: 'stranger', because: 'client' });
  });

  it.each([
    ['unsupported_response_type', { response_type: ['code'] }],
    ['unsupported_response_type', { response_type: [] }],
    ['invalid_scope', { scope: ['profile'] }],
    ['invalid_scope', { scope: ['openidx'] }],
    ['invalid_request', { response_mode: ['fragment'] }],
    ['invalid_request', { prompt: ['login'] }],
    ['invalid_request', { nonce: [] }],
    ['invalid_request', { nonce: [''] }],
    ['invalid_request', { login_hint: [] }],
    ['invalid_request', { lti_message_hint: [] }],
    ['invalid_request', { nonce: ['a', 'b'] }],
    ['invalid_request', { nonce: ['x'.repeat(4097)] }],
  ])('L2 L3: answers %s to the tool with its state: %j', (error, over) => {
    expect(readAuthenticationRequest({ ...good, ...over }, redirectUris)).toEqual({
      ...{ outcome: 'refused', redirectUri: 'https://alat.example', state: 's1', error },
      description: expect.any(String),
    });
  });
});
