import { describe, expect, it } from 'vitest';
import { readDeepLinkingAnswer } from '../deep-linking-answer.ts';
import { discoveryDocument } from '../discovery.ts';
import { readRegistration } from '../registration.ts';
import { canvasConfiguration, clientMetadata, wantedScopes } from './client-metadata.ts';
import { deepLinkingResponse } from './deep-linking-response.ts';
import { authenticationUrl, readToolLogin } from './login-request.ts';
import { readPlatformConfiguration, readRegistrationAnswer } from './platform-configuration.ts';

const addresses = {
  login: 'https://sinau.example/tool/login',
  launch: 'https://sinau.example/tool/launch',
  choose: 'https://sinau.example/tool/choose',
  jwks: 'https://sinau.example/tool/jwks',
};
const at = 'https://lms.kampus.example/mod/lti/openid-configuration.php?token=x';
const issuer = 'https://lms.kampus.example';
const document = discoveryDocument(
  {
    ...{ issuer, authorization: `${issuer}/auth`, token: `${issuer}/token` },
    ...{ jwks: `${issuer}/certs`, registration: `${issuer}/register` },
  },
  { name: 'moodle', version: '4.5' },
);

describe('what a platform says of itself', () => {
  it('R6: is read from its discovery document', () => {
    expect(readPlatformConfiguration(document, at)).toEqual({
      ...{ issuer, authorizationUrl: `${issuer}/auth`, tokenUrl: `${issuer}/token` },
      ...{ jwksUri: `${issuer}/certs`, registrationUrl: `${issuer}/register` },
      ...{ family: 'moodle', takesDeepLinking: true },
    });
  });

  it.each([
    ['its issuer has another host', { issuer: 'https://evil.example' }],
    ['its issuer begins like the host', { issuer: 'https://lms.kampus.example.evil.example' }],
    ['its issuer has another port', { issuer: 'https://lms.kampus.example:8443' }],
    ['its issuer has a query', { issuer: 'https://lms.kampus.example?a=1' }],
    ['its issuer hides a user name', { issuer: 'https://lms.kampus.example@evil.example' }],
    ['an address is missing', { jwks_uri: undefined }],
    ['an address is a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['it signs otherwise', { id_token_signing_alg_values_supported: ['ES256'] }],
  ])('R6: is refused when %s', (_, over) => {
    expect(readPlatformConfiguration({ ...document, ...over }, at)).toHaveProperty('wrong');
  });

  it.each([undefined, null, [], 'x', {}])('R6: %j is no document', (given) => {
    expect(readPlatformConfiguration(given, at)).toHaveProperty('wrong');
  });
});

describe('what we say of ourselves', () => {
  it('R5: is a registration as our own platform would take it', () => {
    const metadata = clientMetadata(addresses, { name: 'Sinau', takesDeepLinking: true });
    expect(readRegistration(metadata)).toMatchObject({
      metadata: {
        ...{ name: 'Sinau', initiateLoginUri: addresses.login, redirectUris: [addresses.launch] },
        ...{ jwksUri: addresses.jwks, targetLinkUri: addresses.launch, scopes: wantedScopes },
        messages: [
          { type: 'LtiResourceLinkRequest' },
          { type: 'LtiDeepLinkingRequest', targetLinkUri: addresses.choose },
        ],
      },
    });
    expect(JSON.stringify(metadata)).not.toContain('email');
    const without = clientMetadata(addresses, { name: 'Sinau', takesDeepLinking: false });
    expect(JSON.stringify(without)).not.toContain('LtiDeepLinkingRequest');
    expect(canvasConfiguration(addresses, { name: 'Sinau' })).toMatchObject({
      ...{ oidc_initiation_url: addresses.login, public_jwk_url: addresses.jwks },
    });
  });

  it.each([
    [
      'as Moodle writes it',
      { client_id: 'k', scope: wantedScopes[1] },
      { clientId: 'k', scopes: [wantedScopes[1]] },
    ],
    ['with a number', { client_id: 10000000000007 }, { clientId: '10000000000007', scopes: wantedScopes }],
    [
      'with a deployment',
      { client_id: 'k', 'https://purl.imsglobal.org/spec/lti-tool-configuration': { deployment_id: '3' } },
      { clientId: 'k', deploymentId: '3', scopes: wantedScopes },
    ],
  ])('R5: the answer is read %s', (_, answer, read) => {
    expect(readRegistrationAnswer(answer, wantedScopes)).toEqual(read);
  });

  it.each([undefined, {}, { client_id: '' }, { client_id: 'k'.repeat(256) }])(
    'R5: %j registers nobody',
    (answer) => {
      expect(readRegistrationAnswer(answer, wantedScopes)).toHaveProperty('wrong');
    },
  );
});

describe('the login of a platform', () => {
  const given = {
    iss: [issuer],
    login_hint: ['3'],
    target_link_uri: ['https://sinau.example/tool/courses/k1'],
    lti_message_hint: ['{"cmid":7}'],
    client_id: ['klien-1'],
  };
  const wrong = (over: Readonly<Record<string, readonly string[]>>) => readToolLogin({ ...given, ...over });

  it('L1 L2: is read, and answered with a question of its own', () => {
    const login = readToolLogin(given);
    if ('wrong' in login) throw new Error(login.wrong);
    const url = authenticationUrl(`${issuer}/auth?id=1`, {
      ...{ ...login, clientId: 'klien-1', redirectUri: addresses.launch, state: 's', nonce: 'n' },
    });
    expect(url.startsWith(`${issuer}/auth?id=1&`)).toBe(true);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      ...{ id: '1', scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
      ...{ client_id: 'klien-1', redirect_uri: addresses.launch, login_hint: '3', state: 's', nonce: 'n' },
      lti_message_hint: '{"cmid":7}',
    });
  });

  it('L1: needs no client and no hint of a message', () => {
    expect(wrong({ client_id: [''], lti_message_hint: [] })).toEqual({
      ...{ issuer, loginHint: '3', targetLinkUri: 'https://sinau.example/tool/courses/k1' },
    });
  });

  it.each([
    ['no iss', { iss: [] }],
    ['no login_hint', { login_hint: [] }],
    ['no target_link_uri', { target_link_uri: [] }],
    ['a parameter twice', { client_id: ['klien-1', 'klien-2'] }],
    ['a parameter without end', { login_hint: ['x'.repeat(5000)] }],
  ])('L1: is refused with %s', (_, over) => {
    expect(wrong(over)).toHaveProperty('wrong');
  });
});

describe('the answer to a wish to choose', () => {
  const answer = {
    ...{ issuer, clientId: 'klien-1', deploymentId: '1', nonce: 'n', nowSeconds: 1_800_000_000 },
    chosen: [
      { courseId: 'k1', title: 'Etika', text: 'Untuk ASN', url: 'https://sinau.example/tool/courses/k1' },
    ],
    lineItems: true,
    data: 'buram',
  };
  const readBy = (claims: Readonly<Record<string, unknown>>) =>
    readDeepLinkingAnswer(claims, {
      ...{ clientId: 'klien-1', issuer, deploymentId: '1', data: 'buram', toolName: 'Sinau' },
      nowSeconds: 1_800_000_000,
    });

  it('1.3: is one that our own platform takes', () => {
    expect(readBy(deepLinkingResponse(answer))).toMatchObject({
      items: [
        {
          title: 'Etika',
          content: {
            placement: {
              ...{ url: 'https://sinau.example/tool/courses/k1', text: 'Untuk ASN' },
              custom: { sinau_course: 'k1' },
              lineItem: { scoreMaximum: 100, label: 'Etika', resourceId: 'k1' },
            },
          },
        },
      ],
    });
  });

  it('1.3: names no line item that is not taken, gives back no data that did not come, and may be empty', () => {
    const { data: _none, ...without } = answer;
    const claims = deepLinkingResponse({ ...without, lineItems: false });
    expect(JSON.stringify(claims)).not.toContain('lineItem');
    expect(Object.keys(claims).some((name) => name.endsWith('/data'))).toBe(false);
    expect(readBy(deepLinkingResponse({ ...answer, chosen: [] }))).toMatchObject({ items: [] });
  });
});
