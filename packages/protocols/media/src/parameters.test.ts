import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, mediaLaunchParameters, parseMediaParameters } from './index.ts';

const video = {
  kind: 'video',
  media: {
    src: 'media/pelajaran 1.mp4',
    type: 'video/mp4',
    title: 'Pelajaran 1',
    captions: [{ src: 'id.vtt', lang: 'id', label: 'Bahasa Indonesia' }],
    transcript: 'id.vtt',
    low: 'media/kecil.mp4',
    durationSeconds: 93.4,
  },
  share: 0.9,
  locale: 'id',
} as const;
const media = (over: object) => ({ ...video, media: { ...video.media, ...over } });
const read = (over: object) =>
  parseMediaParameters(JSON.stringify({ ...JSON.parse(mediaLaunchParameters(video)), ...over }));

describe('launch parameters of a module', () => {
  it('come out of the viewer as they went in at the LMS', () => {
    const { kind, media, share, locale } = video;
    expect(parseMediaParameters(mediaLaunchParameters(video))).toEqual({
      v: 1,
      kind,
      ...media,
      share,
      locale,
    });
  });

  it('leave out what is not known, and what a viewer has no use for', () => {
    const facts = { src: 'a.pdf', title: 'A', captions: [], totalBytes: 12 };
    expect(JSON.parse(mediaLaunchParameters({ kind: 'document', media: facts, share: 1 }))).toEqual({
      ...{ v: 1, kind: 'document', src: 'a.pdf', title: 'A', captions: [], share: 1 },
    });
  });

  it.each(['https://contoh.go.id/a?b=1#c', 'https://contoh.go.id:8443/'])('take the address %s', (src) => {
    expect(parseMediaParameters(mediaLaunchParameters({ ...media({ src }), kind: 'link' }))?.src).toBe(src);
    expect(read({ src })?.src).toBe(src);
  });

  it.each([
    'http://contoh.go.id/a.mp4',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'blob:https://contoh.go.id/1',
    'https://user:secret@contoh.go.id/',
    'https://',
    '//contoh.go.id/a.mp4',
    '/a.mp4',
    '../a.mp4',
    'a/../../b.mp4',
    'a//b.mp4',
    'a\\b.mp4',
    'a\u0000.mp4',
    'a\nb.mp4',
    'a\ud800.mp4',
    '.',
    '',
    `${'a'.repeat(2049)}`,
  ])('refuse the source %j at both ends', (src) => {
    expect(() => mediaLaunchParameters(media({ src }))).toThrow(TypeError);
    expect(read({ src })).toBeUndefined();
    expect(read({ low: src })).toBeUndefined();
    expect(read({ transcript: src })).toBeUndefined();
    expect(read({ captions: [{ src, lang: 'id', label: 'x' }] })).toBeUndefined();
  });

  it('lead a link to the web, and a document, an article and captions into the package only', () => {
    expect(read({ kind: 'link', src: 'a.html' })).toBeUndefined();
    expect(read({ kind: 'document', src: 'https://contoh.go.id/a.pdf' })).toBeUndefined();
    expect(read({ kind: 'article', src: 'https://contoh.go.id/a.md' })).toBeUndefined();
    expect(
      read({ captions: [{ src: 'https://contoh.go.id/a.vtt', lang: 'id', label: 'x' }] }),
    ).toBeUndefined();
  });

  it.each([
    { v: 2 },
    { kind: 'quiz' },
    { share: 1.01 },
    { share: -0.1 },
    { durationSeconds: 0 },
    { pages: 1.5 },
    { locale: 'jv' },
    { captions: [{ src: 'a.vtt', lang: 'not a tag', label: 'x' }] },
    { captions: Array.from({ length: 21 }, () => ({ src: 'a.vtt', lang: 'id', label: 'x' })) },
    { title: '' },
    { more: 1 },
  ])('are not read with %j', (over) => {
    expect(read(over)).toBeUndefined();
  });

  it.each([undefined, '', 'slide=7', 'null', '[]', '{'])(
    'are not found in %j, a text of another AU',
    (text) => {
      expect(parseMediaParameters(text)).toBeUndefined();
    },
  );

  it('name the place of a file by its exact name', () => {
    expect(addressOf('materi/50% #1?.mp4')).toBe('/materi/50%25%20%231%3F.mp4');
    expect(addressOf('https://contoh.go.id/a b')).toBe('https://contoh.go.id/a b');
  });

  it('whatever the text, never throw, and lead nowhere but to the package or to https', () => {
    const sources = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('javascript:x', 'a.mp4', '..'));
    fc.assert(
      fc.property(sources, (src) => {
        const found = read({ src });
        if (!found) return;
        const { origin, protocol } = new URL(addressOf(found.src), 'https://content.example');
        expect(protocol).toBe('https:');
        if (!found.src.startsWith('https:')) expect(origin).toBe('https://content.example');
      }),
    );
  });
});
