import { describe, expect, it } from 'vitest';
import { loginInitiationUrl } from './login.ts';
import { isWebAddress, originOf, withParameters } from './web-address.ts';

describe('isWebAddress', () => {
  it.each([
    'https://kampus.example',
    'https://kampus.example/',
    'http://127.0.0.1:8401/a?b=c&d=%20#e',
    'https://[2001:db8::1]:8443/x',
    'HTTPS://Kampus.Example/Alat',
    'https://kampus.example/kuliah/é',
  ])('knows %s', (address) => expect(isWebAddress(address)).toBe(true));

  it.each([
    ...['', 'kampus.example', '//kampus.example', 'https://', 'https:///a', 'https:kampus.example'],
    ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://kampus.example'],
    ...[
      'https://user@kampus.example',
      'https://user:pw@kampus.example',
      'https://kampus.example\\@evil.example',
    ],
    ...['https://kampus.example/"onload=', 'https://kampus.example/<b>', 'https://kampus.example/a b'],
    ...[
      'https://kampus.example/\nx: y',
      ' https://kampus.example',
      'https://kampus.example:port',
      `https://a.example/${'x'.repeat(2048)}`,
    ],
  ])('F3: does not take %j', (address) => expect(isWebAddress(address)).toBe(false));
});

describe('originOf', () => {
  it('is scheme, host and port', () => {
    expect(originOf('https://Alat.example:8402/a?b=https://other.example')).toBe('https://alat.example:8402');
    expect(originOf('https://alat.example#x')).toBe('https://alat.example');
  });
});

describe('withParameters', () => {
  it.each([
    ['https://a.example/login', 'https://a.example/login?x=1%262'],
    ['https://a.example/login?id=0a&b=%C3%A9', 'https://a.example/login?id=0a&b=%C3%A9&x=1%262'],
    ['https://a.example/login?', 'https://a.example/login?x=1%262'],
    ['https://a.example#top', 'https://a.example?x=1%262#top'],
  ])('L1: keeps what %s has', (address, wanted) => {
    expect(withParameters(address, { x: '1&2' })).toBe(wanted);
  });
});

describe('loginInitiationUrl', () => {
  it('L1: sends every parameter, behind the query that the tool has there already', () => {
    const url = new URL(
      loginInitiationUrl('https://kampus.example/login.php?id=0a1b', {
        issuer: 'https://sinau.example',
        ...{ clientId: 'c1', deploymentId: 'd1', loginHint: 'hint', messageHint: 'about' },
        targetLinkUri: 'https://kampus.example/launch.php?course=1',
        keepsForFrame: false,
      }),
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      id: '0a1b',
      iss: 'https://sinau.example',
      login_hint: 'hint',
      target_link_uri: 'https://kampus.example/launch.php?course=1',
      lti_message_hint: 'about',
      client_id: 'c1',
      lti_deployment_id: 'd1',
    });
  });
});
