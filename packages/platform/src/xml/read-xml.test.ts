import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { locateTags } from './locate-tags.ts';
import { readXml } from './read-xml.ts';
import type { XmlElement } from './xml-tree.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, schema?: string) =>
  readXml(bytes(text), { maxBytes: 1_000_000, ...(schema !== undefined && { schema }) });

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element name="item" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="n" type="xs:integer" use="required"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

afterEach(() => vi.unstubAllGlobals());

describe('readXml', () => {
  it('gives line and column of every element and attribute', () => {
    const text = [
      '<?xml version="1.0"?>',
      '<!-- <a> -->',
      '<a xmlns="urn:t"',
      '   one = "1>2"  two=\'"\'>',
      '  <![CDATA[<b>]]><b/> <c x="1"',
      '  y="2"/></a>',
    ].join('\n');
    const { root, findings } = read(text);
    expect(findings).toEqual([]);
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:t', line: 3, column: 1 });
    expect(root?.attributes).toMatchObject([
      { name: 'one', value: '1>2', line: 4, column: 4 },
      { name: 'two', value: '"', line: 4, column: 17 },
    ]);
    expect(root?.children).toMatchObject([
      { name: 'b', line: 5, column: 18 },
      { name: 'c', line: 5, column: 23, attributes: [{ column: 26 }, { name: 'y', line: 6, column: 3 }] },
    ]);
  });

  it('joins text and CDATA and resolves character references', () => {
    const { root } = read('<a> x &amp; <![CDATA[<y> & ]]>&#x1F600;<b>no</b></a>');
    expect(root?.text).toBe(' x & <y> & 😀');
  });

  it('tells the order of text and elements to who asks for it', () => {
    const text = bytes('<p>a <b>c</b><!-- x --> d<![CDATA[<]]></p>');
    const { root } = readXml(text, { maxBytes: 1000, mixed: true });
    expect(root?.mixed).toEqual(['a ', expect.objectContaining({ name: 'b', mixed: ['c'] }), ' d', '<']);
    expect(readXml(text, { maxBytes: 1000 }).root).not.toHaveProperty('mixed');
  });

  it('reads on behind comments and processing instructions', () => {
    const { root } = read('<a>x<?p one?><b/><!-- c --><?p <c/> ?>y<c><?p?></c><?p?><d/></a>');
    expect(root?.children.map(({ name, column }) => [name, column])).toEqual([
      ['b', 14],
      ['c', 40],
      ['d', 57],
    ]);
    expect(root?.text).toBe('xy');
  });

  it('A6: reads a great many processing instructions in time that grows with their number', () => {
    const { root } = read(`<a>${'<?p?>'.repeat(150_000)}<b/></a>`);
    expect(root?.children).toHaveLength(1);
  });

  it('reads UTF-8 with mark, UTF-16 and windows-1252 alike', () => {
    const utf16 = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le');
    const western = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\u00e9</a>', 'latin1');
    for (const input of [bytes('\ufeff<a>é</a>'), utf16, western]) {
      expect(readXml(input, { maxBytes: 1_000 }).root?.text).toBe('é');
    }
  });

  it('names line and column of a syntax error', () => {
    expect(read('<a>\n  <b>\n</a>').findings).toMatchObject([{ code: 'xml.malformed', line: 3, column: 5 }]);
    expect(read('').findings).toMatchObject([{ code: 'xml.malformed', line: 1, column: 1 }]);
  });

  it('names the place of a schema violation', () => {
    const { root, findings } = read(
      '<list xmlns="urn:t">\n <item n="1"/>\n  <item\n    n="x"/><more/></list>',
      schema,
    );
    expect(root?.children).toHaveLength(3);
    expect(findings).toMatchObject([
      { code: 'xml.schema-violation', line: 4, column: 5 },
      { code: 'xml.schema-violation', line: 4, column: 12 },
    ]);
    expect(findings[1]?.detail).toContain('more');
  });

  it('refuses what is larger than it may be', () => {
    expect(readXml(bytes('<a></a>'), { maxBytes: 6 }).findings).toMatchObject([{ code: 'xml.too-large' }]);
  });

  it('refuses bytes that are not of their encoding', () => {
    for (const input of [
      Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]),
      bytes('<?xml version="1.0" encoding="UTF-7"?><a/>'),
      bytes('<a>\u0000</a>'),
    ]) {
      expect(readXml(input, { maxBytes: 1_000 }).findings).toMatchObject([{ code: 'xml.encoding' }]);
    }
  });

  it('A5: refuses a document type before parsing and asks nothing of the network', () => {
    const canary = vi.fn();
    vi.stubGlobal('fetch', canary);
    const doctypes = [
      '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
      '<?xml version="1.0"?>\n<!-- c --><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ];
    for (const text of doctypes) {
      const reading = read(text);
      expect(reading.root).toBeUndefined();
      expect(reading.findings).toMatchObject([{ code: 'xml.doctype' }]);
    }
    const wide = Buffer.from(`\ufeff${doctypes[1]}`, 'utf16le');
    expect(readXml(wide, { maxBytes: 10_000 }).findings).toMatchObject([
      { code: 'xml.doctype', line: 2, column: 11 },
    ]);
    expect(canary).not.toHaveBeenCalled();
  });

  it('A6: refuses entities that multiply instead of multiplying them', () => {
    const entities = Array.from(
      { length: 30 },
      (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`,
    ).join('');
    const { findings } = read(`<!DOCTYPE a [<!ENTITY e0 "lol">${entities}]><a>&e30;</a>`);
    expect(findings).toMatchObject([{ code: 'xml.doctype' }]);
  });

  it('A6: looks for tags in text without line breaks in time that grows with its length', () => {
    const text = `<a>${'<b c="1"/>'.repeat(300_000)}</a>`;
    expect(locateTags(text).at(-1)).toMatchObject({ line: 1, column: 4 + 299_999 * 10 });
  });

  it('never throws, whatever the bytes', () => {
    const piece = fc.constantFrom(
      ...[
        '<a>',
        '</a>',
        '<b x="1"/>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '&lt;',
        '&x;',
        '<?p ?>',
        '<',
        '>',
        '"',
        '\u0000',
      ],
      ...['\ud800', '<x:y/>', ' xmlns:x="u"', '<!DOCTYPE', '\ufeff', 'é', '\r\n', '<a xmlns="u">'],
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => bytes(pieces.join('')));
    const input = fc.oneof(fc.uint8Array({ maxLength: 60 }), text);
    fc.assert(
      fc.property(input, (body) => {
        const { root, findings } = readXml(body, { maxBytes: 10_000, schema });
        if (!root) expect(findings.length).toBeGreaterThan(0);
        for (const { line, column } of findings) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('places every element of any well-formed document as libxml2 orders them', () => {
    const leaf = fc.constantFrom('<e a="1"/>', '<!-- <n> -->', '<![CDATA[<n>]]>', 'text', '<?p <n> ?>', '\n');
    const tree = fc.array(
      fc.oneof(
        leaf,
        fc.array(leaf, { maxLength: 4 }).map((l) => `<e b='>'>${l.join('')}</e>`),
      ),
    );
    fc.assert(
      fc.property(tree, (parts) => {
        const text = `<r>${parts.join('')}</r>`;
        const lines = text.split('\n');
        const visit = (element: XmlElement): void => {
          expect(lines[element.line - 1]?.slice(element.column - 1)).toMatch(
            new RegExp(`^<${element.name}\\b`),
          );
          element.children.forEach(visit);
        };
        const { root } = read(text);
        if (!root) throw new Error('a well-formed document was refused');
        visit(root);
        // Every one is there: inside of the instruction and the comment stand `n`, in no tag.
        const count = (element: XmlElement): number => element.children.reduce((n, one) => n + count(one), 1);
        expect(count(root)).toBe(1 + (text.match(/<e\b/g)?.length ?? 0));
      }),
      { numRuns: 300 },
    );
  });
});
