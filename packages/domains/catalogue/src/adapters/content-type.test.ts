import { describe, expect, it } from 'vitest';
import { contentTypeOf } from './content-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const png = '\x89PNG\r\n\x1a\n';
const page = '<html><script>alert(1)</script>';

describe('contentTypeOf', () => {
  it.each([
    ['index.html', page, 'text/html'],
    ['a/b.JS', 'let a;', 'text/javascript'],
    ['shape.svg', '<svg/>', 'image/svg+xml'],
    ['cover.png', png, 'image/png'],
    ['film.mp4', '\0\0\0\x18ftypmp42', 'video/mp4'],
    ['font.woff2', 'wOF2', 'font/woff2'],
    ['utf16.txt', '\xff\xfea\0', 'text/plain'],
    ['empty.png', '', 'image/png'],
    ['noextension', page, 'application/octet-stream'],
    ['unknown.xyz', page, 'application/octet-stream'],
    ['.html', page, 'text/html'],
  ])('gives %s its type', (name, head, contentType) => {
    expect(contentTypeOf(name, bytes(head))).toEqual({ contentType, differs: false });
  });

  it('A9: serves a wrongly named picture as the picture it is', () => {
    expect(contentTypeOf('photo.jpg', bytes(png))).toEqual({ contentType: 'image/png', differs: false });
  });

  it.each([
    ['cover.png', page],
    ['cover.jpg', `<!-- ${png} -->${page}`],
    ['film.mp4', page],
    ['paper.pdf', page],
    ['film.mp4', png],
    ['page.html', 'MZ\0\0\x01'],
    ['code.js', '\x7fELF\x02\x01'],
  ])('A9: makes a download of %s that is something else', (name, head) => {
    expect(contentTypeOf(name, bytes(head))).toEqual({
      contentType: 'application/octet-stream',
      differs: true,
    });
  });
});
