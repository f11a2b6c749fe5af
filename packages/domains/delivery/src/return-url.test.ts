import { describe, expect, it } from 'vitest';
import { guestReturnUrl } from './return-url.ts';

const portal = 'https://sinau.example';
const local = 'http://localhost:3000';

describe('guestReturnUrl', () => {
  it.each([
    'https://lms.example/course/7?a=1#b',
    'https://lms.example:8443/',
    'https://sinau.example/courses/c1',
  ])('keeps %s', (url) => {
    expect(guestReturnUrl(portal, url)).toBe(url);
  });

  it.each([
    '',
    '/kursus',
    '//evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://lms.example\\@evil.example/',
    'https://user@lms.example/',
    'https://user:secret@lms.example/',
    'https://sinau.example@evil.example/',
    'http://lms.example/',
    'http://localhost/',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://lms.example/',
    'https://lms.example/a\nb',
    'https://lms.\texample/',
    'https://[',
  ])('F2: sends nobody to %j', (url) => {
    expect(guestReturnUrl(portal, url)).toBeUndefined();
  });

  it('takes pages of this machine where the portal is one of them', () => {
    for (const url of ['http://localhost:8080/back', 'http://127.0.0.1/', 'http://[::1]:9000/']) {
      expect(guestReturnUrl(local, url)).toBe(url);
      expect(guestReturnUrl(portal, url)).toBeUndefined();
    }
    expect(guestReturnUrl(local, 'http://lms.example/')).toBeUndefined();
    expect(guestReturnUrl(local, 'http://localhost.evil.example/')).toBeUndefined();
  });
});
