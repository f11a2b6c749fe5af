import { describe, expect, it } from 'vitest';
import { isAllowedRecording, mediaOriginsSchema } from './media-origins.ts';
import { isPublicWebAddress } from './source.ts';

describe('an address of the web', () => {
  it.each([
    'https://contoh.go.id/aturan',
    'https://media.contoh.ac.id:8443/a.mp4?x=1#t=10',
    'https://CONTOH.go.id./x',
    'https://xn--bcher-kva.example/',
    'https://1.example/',
  ])('%s is public', (address) => expect(isPublicWebAddress(address)).toBe(true));

  it.each([
    ['http', 'http://contoh.go.id/'],
    ['a password', 'https://a:b@contoh.go.id/'],
    ['a script', 'javascript:alert(1)'],
    ['this machine', 'https://localhost/x'],
    ['this machine with a dot', 'https://localhost./x'],
    ['a name below this machine', 'https://a.localhost:8443/x'],
    ['one label', 'https://intranet/x'],
    ['loopback', 'https://127.0.0.1/x'],
    ['loopback as one number', 'https://2130706433/x'],
    ['loopback in octal', 'https://0177.1/x'],
    ['loopback, IPv6', 'https://[::1]/x'],
    ['loopback, mapped', 'https://[::ffff:127.0.0.1]/x'],
    ['the metadata service', 'https://169.254.169.254/x'],
    ['a private network', 'https://10.0.0.8/x'],
    ['a private network with a dot', 'https://192.168.1.1./x'],
    ['any IP address', 'https://8.8.8.8/x'],
    ['a name of the local network', 'https://printer.local/x'],
    ['a name inside a cloud', 'https://metadata.google.internal/x'],
    ['a name at home', 'https://nas.home.arpa/x'],
    ['full-width letters of localhost', 'https://ｌｏｃａｌｈｏｓｔ/x'],
    ['full-width digits of loopback', 'https://１２７.0.0.1/x'],
  ])('F3: %s is none: %s', (_what, address) => expect(isPublicWebAddress(address)).toBe(false));
});

describe('where recordings may lie', () => {
  const allowed = mediaOriginsSchema.parse('https://media.contoh.ac.id, https://*.Video.example ,');

  it('is read from one text', () =>
    expect(allowed).toEqual(['https://media.contoh.ac.id', 'https://*.video.example']));

  it.each(['', ' , '])('is nowhere for %j', (text) => expect(mediaOriginsSchema.parse(text)).toEqual([]));

  it.each([
    'http://media.example',
    'https://media.example/videos',
    "https://media.example; script-src 'unsafe-inline'",
    "https://media.example 'unsafe-eval'",
    '*',
    'https://*',
    'data:',
  ])('is no place in a policy: %s', (text) => expect(mediaOriginsSchema.safeParse(text).success).toBe(false));

  it.each([
    ['https://media.contoh.ac.id/a.mp4', true],
    ['https://MEDIA.contoh.ac.id:443/a.mp4', true],
    ['https://media.contoh.ac.id:8443/a.mp4', false],
    ['https://contoh.ac.id/a.mp4', false],
    ['https://media.contoh.ac.id.evil.example/a.mp4', false],
    ['https://a.video.example/a.mp4', true],
    ['https://a.b.video.example/a.mp4', true],
    ['https://video.example/a.mp4', false],
    ['https://evilvideo.example/a.mp4', false],
    ['https://a.video.example@evil.example/a.mp4', false],
    ['http://media.contoh.ac.id/a.mp4', false],
  ])('A8: %s: %s', (address, expected) => expect(isAllowedRecording(address, allowed)).toBe(expected));

  it('is everywhere on the public internet for `https:`', () => {
    expect(isAllowedRecording('https://anywhere.example/a.mp4', ['https:'])).toBe(true);
    expect(isAllowedRecording('https://localhost/a.mp4', ['https:'])).toBe(false);
  });
});
