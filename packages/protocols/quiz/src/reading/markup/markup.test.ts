import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, type RichText } from '../../rich-text.ts';
import { xml } from '../../testing/xml-tree.ts';
import { collectRichText, type Loss } from './collect-rich-text.ts';
import { readHtml } from './read-html.ts';
import { readXmlMarkup } from './read-xml-markup.ts';

function read(html: string): { readonly text: RichText; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const imageOf = (src: string) => (src === 'ada.png' ? 'images/ada.png' : undefined);
  const sink = collectRichText({ imageOf, lost: (loss) => losses.push(loss) });
  readHtml(html, sink);
  return { text: sink.finish(), losses };
}
const paragraph = (...runs: readonly object[]) => ({ type: 'paragraph', runs });

describe('HTML', () => {
  it('becomes paragraphs with a little form', () => {
    expect(read('<p>Pilih <b>satu <i>saja</i></b>&nbsp;!</p>\n<div>Lalu<br/>lanjut</div>').text).toEqual([
      paragraph(
        { text: 'Pilih ' },
        { text: 'satu ', strong: true },
        { text: 'saja', strong: true, emphasis: true },
        { text: ' !' },
      ),
      paragraph({ text: 'Lalu' }),
      paragraph({ text: 'lanjut' }),
    ]);
  });

  it('becomes lists, code and headings', () => {
    expect(
      read('<h3>A</h3><ul><li>satu<li>dua<ol><li>tiga</ol></ul>x<pre>\n  if (a)\n    b();\n</pre>').text,
    ).toEqual([
      paragraph({ text: 'A', strong: true }),
      {
        type: 'list',
        ordered: false,
        items: [[{ text: 'satu' }], [{ text: 'dua' }], [{ text: 'tiga' }]],
      },
      paragraph({ text: 'x' }),
      { type: 'code', text: '  if (a)\n    b();' },
    ]);
  });

  it('shows images of the package, and those that are absent by what they are called', () => {
    const { text, losses } = read(
      '<ol><li>a<img src="ada.png" alt="Peta"></li><li>b</li></ol><img src="//x/y.png" alt="Foto">',
    );
    expect(text).toEqual([
      { type: 'list', ordered: true, items: [[{ text: 'a' }]] },
      { type: 'image', src: 'images/ada.png', alt: 'Peta' },
      { type: 'list', ordered: true, items: [[{ text: 'b' }]] },
      paragraph({ text: '[Foto]' }),
    ]);
    expect(losses).toEqual([{ kind: 'image', image: '//x/y.png' }]);
    expect(read('<img src="ada.png" alt=" ">').losses).toEqual([{ kind: 'no-alt', image: 'ada.png' }]);
  });

  it('does not make 10² one hundred and two', () => {
    expect(plainText(read('10<sup>2</sup> H<sub>2</sub>O x<sup>a+b</sup> 5<sup>-1</sup>').text)).toBe(
      '10² H₂O x^(a+b) 5⁻¹',
    );
  });

  it('makes lines of tables, and tells', () => {
    const { text, losses } = read(
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
    );
    expect(plainText(text)).toBe('A | B\n1 | 2');
    expect(losses).toEqual([{ kind: 'table' }]);
  });

  it.each([
    ['<script>alert(1)</script>aman', 'script'],
    ['<SCRIPT/x>alert("<p>")</SCRIPT >aman', 'script'],
    ['<iframe src="https://evil.example"><p>x</p></iframe>aman', 'iframe'],
    ['<video><source src=a><p>x</p></video>aman', 'video'],
    ['<object data="x.swf"><object>x</object>y</object>aman', 'object'],
    ['<svg><script>x</script></svg>aman', 'svg'],
    ['<m:math xmlns:m="x"><m:mi>x</m:mi></m:math>aman', 'math'],
  ])('drops %s (case F5)', (html, element) => {
    const { text, losses } = read(html);
    expect(plainText(text)).toBe('aman');
    expect(losses).toEqual([{ kind: 'element', element }]);
  });

  it.each([
    ['<p onclick=alert(1) style="x">a</p>', 'a'],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['a<!-- <script>x</script> -->b', 'ab'],
    ['<style>p{}</style>a', 'a'],
    ['1 < 2 && 3 > 2', '1 < 2 && 3 > 2'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['&amp;lt; &#65;&#x42; &eacute; &unknown; &#0;&#xD800;', '&lt; AB é &unknown; \ufffd'],
    ['<p title="a>b" data-x=\'">\'>a</p>', 'a'],
    ['</p></b></ul></x>a', 'a'],
    ['<b', ''],
    ['<', '<'],
    ['\u0000a\u0008\ud800', 'a\ufffd'],
  ])('reads %j as what is meant', (html, plain) => {
    expect(plainText(read(html).text)).toBe(plain);
  });

  it('is read at once, whatever it is', () => {
    for (const part of [
      '<',
      '<a ',
      '<b>',
      '<!--',
      '</',
      '&',
      '<p x="',
      '<ul>',
      '<script>',
      '<sup>',
      ' ',
      '<a b=',
      '<td>',
      '<i>a</i>',
    ])
      expect(read(part.repeat(100_000)).text).toBeDefined();
  });

  it('never becomes anything but data, and never throws', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<li>',
        '</ul>',
        '<ol>',
        '<pre>',
        '</pre>',
        '<img src="ada.png">',
        '<sup>',
        '<script>',
        '&#',
        '<td>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text } = read(pieces.join(''));
        for (const block of text) expect(['paragraph', 'list', 'code', 'image']).toContain(block.type);
        expect(plainText(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('an XML tree', () => {
  it('is read in document order, and what is taken over says for itself', () => {
    const sink = collectRichText({ imageOf: () => undefined, lost: () => undefined });
    const tree = xml('body', {}, 'Ibu kota ', xml('STRONG', {}, 'Jawa'), ' adalah ', xml('gap'), '.');
    readXmlMarkup(tree, sink, (child) => {
      if (child.name !== 'gap') return false;
      sink.text('____');
      return true;
    });
    expect(plainText(sink.finish())).toBe('Ibu kota Jawa adalah ____.');
  });
});
