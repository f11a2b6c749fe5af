import { readXml } from '@sinau/platform/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseStructureNamespace, courseStructureXsd } from './course-structure-xsd.ts';
import { findingTexts } from './finding-texts.ts';
import { readCourseStructure } from './read-course-structure.ts';

const wording =
  '<title><langstring lang="id">J</langstring></title><description><langstring>D</langstring></description>';
const course = `<course id="https://p.example/c">${wording}</course>`;
const au = (id: number, inside = '<url>https://c.example/a</url>', attributes = ' moveOn="Passed"') =>
  `<au id="https://p.example/au/${id}"${attributes}>${wording}${inside}</au>`;
const document = (body: string, more = '') =>
  `<courseStructure xmlns="${courseStructureNamespace}"${more}>${body}</courseStructure>`;

const everywhere = { packaged: false, files: new Set<string>(), allowedOrigins: ['https://c.example'] };
const zipped = { ...everywhere, packaged: true, files: new Set(['index.html', 'a b/c.html', 'unit/é.html']) };

function read(xml: string, rules: Partial<typeof everywhere> = {}) {
  const parsed = readXml(new TextEncoder().encode(xml), { schema: courseStructureXsd, maxBytes: 8_000_000 });
  return readCourseStructure(parsed, { ...everywhere, ...rules });
}
const codes = (xml: string, rules: Partial<typeof everywhere> = {}) =>
  read(xml, rules).findings.map(({ code }) => code);
const withUrl = (url: string) => document(course + au(1, `<url>${url}</url>`));

describe('readCourseStructure', () => {
  it('joins the lines of a text, and takes no longer for a long run of blanks than its length says', () => {
    const blanks = ' '.repeat(200_000);
    const title = `<title><langstring lang="id"> A${blanks}B \n\t\n C </langstring></title>`;
    const xml = document(course.replace(/<title>.*?<\/title>/, title) + au(1));
    expect(read(xml).structure?.course.title).toEqual({ id: `A${blanks}B C` });
  });

  it('reads blocks, AUs in document order and every value trimmed', () => {
    const { structure, findings } = read(
      document(`
        <course id=" https://p.example/c ">
          <title><langstring lang="id"> Etika
             ASN </langstring><langstring lang="en">Ethics</langstring></title>
          <description><langstring>D</langstring></description>
        </course>
        <objectives><objective id="https://p.example/o">${wording}</objective></objectives>
        ${au(1)}
        <block id="https://p.example/b1">${wording}
          <objectives><objective idref="https://p.example/o"/></objectives>
          <block id="https://p.example/b2">${wording}${au(2)}</block>
          ${au(
            3,
            `<objectives><objective idref=" https://p.example/o "/></objectives><url>
               https://c.example/a?x=1 </url><launchParameters><![CDATA[ {"a":"<b>"} ]]></launchParameters>
             <entitlementKey> k </entitlementKey>`,
            ' moveOn="CompletedOrPassed" masteryScore="0.85" launchMethod="OwnWindow" activityType=" http://t.example/x "',
          )}
        </block>
        ${au(4, undefined, '')}`),
    );
    expect(findings).toEqual([]);
    expect(structure?.course).toMatchObject({
      id: 'https://p.example/c',
      title: { id: 'Etika ASN', en: 'Ethics' },
      description: { und: 'D' },
      children: [
        { kind: 'au', au: 0 },
        {
          kind: 'block',
          index: 0,
          objectives: ['https://p.example/o'],
          children: [
            { kind: 'block', index: 1, children: [{ kind: 'au', au: 1 }] },
            { kind: 'au', au: 2 },
          ],
        },
        { kind: 'au', au: 3 },
      ],
    });
    expect(structure?.aus.map(({ index, id }) => [index, id.slice(-1)])).toEqual([
      [0, '1'],
      [1, '2'],
      [2, '3'],
      [3, '4'],
    ]);
    expect(structure?.aus[2]).toEqual({
      index: 2,
      id: 'https://p.example/au/3',
      title: { id: 'J' },
      description: { und: 'D' },
      objectives: ['https://p.example/o'],
      url: 'https://c.example/a?x=1',
      launchMethod: 'OwnWindow',
      moveOn: 'CompletedOrPassed',
      masteryScore: 0.85,
      launchParameters: '{"a":"<b>"}',
      entitlementKey: 'k',
      activityType: 'http://t.example/x',
    });
    expect(structure?.aus[3]).toMatchObject({ launchMethod: 'AnyWindow', moveOn: 'NotApplicable' });
  });

  it('6.1.0.0-2: reads more than a thousand AUs', () => {
    const many = Array.from({ length: 1_500 }, (_, n) => au(n)).join('');
    const { structure, findings } = read(document(course + many));
    expect(findings).toEqual([]);
    expect(structure?.aus).toHaveLength(1_500);
  });

  it('13.1.5: lets elements and attributes of other namespaces pass everywhere', () => {
    const foreign = '<v:x v:a="1"><v:y>text</v:y></v:x>';
    const { findings, structure } = read(
      document(
        `<course id="https://p.example/c" v:kind="k">${wording}${foreign}</course>${au(1, `<url>https://c.example/a</url>${foreign}`)}${foreign}`,
        ' xmlns:v="urn:vendor" v:z="1"',
      ),
    );
    expect(findings).toEqual([]);
    expect(structure?.aus).toHaveLength(1);
  });

  it.each([
    ['3.0.0.0-1', 'iri.not-absolute', document(`<course id="p.example/c">${wording}</course>${au(1)}`)],
    [
      '3.0.0.0-1',
      'iri.not-absolute',
      document(`${course}<au id="au/1" moveOn="Passed">${wording}<url>https://c.example/a</url></au>`),
    ],
    ['3.0.0.0-1', 'iri.not-absolute', document(`${course}<block id="b">${wording}${au(1)}</block>`)],
    [
      '3.0.0.0-1',
      'iri.not-absolute',
      document(`${course}<objectives><objective id="o">${wording}</objective></objectives>${au(1)}`),
    ],
    [
      '3.0.0.0-1',
      'iri.not-absolute',
      document(course + au(1, undefined, ' moveOn="Passed" activityType="media"')),
    ],
    [
      '13.1.2.0-1',
      'block.duplicate-id',
      document(`${course}${[1, 2].map((n) => `<block id="urn:b">${wording}${au(n)}</block>`).join('')}`),
    ],
    [
      '13.1.3.0-1',
      'objective.duplicate-id',
      document(
        `${course}<objectives>${`<objective id="urn:o">${wording}</objective>`.repeat(2)}</objectives>${au(1)}`,
      ),
    ],
    ['13.1.4.0-1', 'au.duplicate-id', document(course + au(1) + au(1))],
    ['13.1.4.0-2', 'url.syntax', withUrl('https://c.example index.html')],
    ['13.1.4.0-2', 'url.syntax', withUrl('https:///x')],
    ['13.1.4.0-2', 'url.syntax', withUrl('https://c.example/%zz')],
    ['13.1.4.0-2', 'url.syntax', withUrl('mailto:x@c.example')],
    ['13.1.4.0-2', 'url.syntax', withUrl(' ')],
    ['14.2.0.0-1', 'url.relative-without-zip', withUrl('index.html')],
    ['14.2.0.0-1', 'url.relative-without-zip', withUrl('/index.html?a=b')],
    ['8.1.0.0-6', 'url.parameter-taken', withUrl('https://c.example/a?x=1&amp;activityId=2')],
    ['8.1.0.0-6', 'url.parameter-taken', withUrl('https://c.example/a?end%70oint=2')],
    [
      '13.2.0.0-1',
      'schema.unexpected-element',
      document(`${course}<au id="urn:a" moveOn="Passed"><url>https://c.example/a</url>${wording}</au>`),
    ],
    ['13.2.0.0-1', 'schema.missing-element', document(course)],
    ['13.2.0.0-1', 'schema.missing-attribute', document(`<course>${wording}</course>${au(1)}`)],
    [
      '13.2.0.0-1',
      'schema.unknown-attribute',
      document(course + au(1, undefined, ' moveOn="Passed" mode="x"')),
    ],
    ['13.2.0.0-1', 'schema.value', document(course + au(1) + au(2, undefined, ' moveOn="Done"'))],
    [
      '13.2.0.0-1',
      'schema.value',
      document(course + au(1, undefined, ' moveOn="Passed" masteryScore="1.1"')),
    ],
    ['13.2.0.0-1', 'schema.root', '<courseStructure/>'],
    ['13.2.0.0-1', 'xml.malformed', '<courseStructure>'],
    ['sinau.xml-doctype', 'xml.doctype', `<!DOCTYPE courseStructure>${document(course + au(1))}`],
  ])('%s: refuses %s, and nothing else is wrong with the file', (rule, code, xml) => {
    const { structure, findings } = read(xml);
    expect(findings).toMatchObject([{ severity: 'error', rule, code, file: 'cmi5.xml', line: 1 }]);
    expect(structure).toBeUndefined();
  });

  it('names line and column of the value that is wrong', () => {
    const xml = document(
      `\n${course}\n  <au\n    moveOn="Passed"\n    id="bad">${wording}<url>https://c.example/a</url></au>`,
    );
    expect(read(xml).findings).toMatchObject([{ code: 'iri.not-absolute', line: 5, column: 5 }]);
  });

  it.each([
    ['index.html', 'index.html'],
    ['./index.html?page=1#top', 'index.html'],
    ['a%20b/c.html', 'a b/c.html'],
    ['unit/%C3%A9.html', 'unit/é.html'],
    ['unit/../index.html', 'index.html'],
    ['/index.html', 'index.html'],
  ])('finds the file of the relative URL %s in the zip', (url, file) => {
    const { structure, findings } = read(withUrl(url), zipped);
    expect(findings).toEqual([]);
    expect(structure?.aus[0]).toMatchObject({ url, file });
  });

  it.each([
    ['missing.html', 'url.file-missing'],
    ['Index.html', 'url.file-missing'],
    ['../index.html', 'url.outside-package'],
    ['unit/%2e%2e/%2E%2E/index.html', 'url.outside-package'],
    ['..%2Findex.html', 'url.outside-package'],
    ['..%5Cindex.html', 'url.outside-package'],
    ['//evil.example/index.html', 'url.syntax'],
    ['%C3.html', 'url.syntax'],
  ])('14.1.0.0-4: refuses the relative URL %s', (url, code) => {
    expect(codes(withUrl(url), zipped)).toEqual([code]);
  });

  it.each([
    ['javascript:alert(1)', 'url.scheme'],
    ['JavaScript://c.example/%0aalert(1)', 'url.scheme'],
    ['data:text/html,x', 'url.scheme'],
    ['file:///etc/passwd', 'url.scheme'],
    ['http://evil.example/', 'url.origin'],
    ['http://c.example/', 'url.origin'],
    ['https://c.example.evil.example/', 'url.origin'],
    ['https://c.example:444/', 'url.origin'],
    ['https://c.example@evil.example/', 'url.origin'],
    ['https://evil.example@c.example/', 'url.origin'],
    ['app://unit/1', 'url.scheme'],
  ])('A8: refuses %s', (url, code) => {
    expect(codes(withUrl(url))).toEqual([code]);
    expect(codes(withUrl(url), zipped)).toEqual([code]);
  });

  it('A8: allows listed origins and application schemes, and never code or data', () => {
    expect(codes(withUrl('https://c.example/a'))).toEqual([]);
    expect(codes(withUrl('app://unit/1'), { allowedOrigins: ['app:'] })).toEqual([]);
    expect(codes(withUrl('http://anywhere.example/'), { allowedOrigins: ['*'] })).toEqual([]);
    expect(codes(withUrl('https://anywhere.example/'), { allowedOrigins: ['https:'] })).toEqual([]);
    expect(codes(withUrl('http://anywhere.example/'), { allowedOrigins: ['https:'] })).toEqual([
      'url.origin',
    ]);
    expect(codes(withUrl('javascript:alert(1)'), { allowedOrigins: ['*', 'javascript:'] })).toEqual([
      'url.scheme',
    ]);
  });

  it.each([
    ['move-on.none', document(course + au(1, undefined, ''))],
    [
      'objective.unknown',
      document(
        course + au(1, '<objectives><objective idref="urn:o"/></objectives><url>https://c.example/a</url>'),
      ),
    ],
    [
      'mastery-score.precision',
      document(course + au(1, undefined, ' moveOn="Passed" masteryScore="0.12345"')),
    ],
    ['wording.empty', document(`<course id="urn:c">${wording.replace('>J<', '> <')}</course>${au(1)}`)],
    [
      'wording.language-repeated',
      document(
        `<course id="urn:c">${wording.replace('</title>', '<langstring lang="id">K</langstring></title>')}</course>${au(1)}`,
      ),
    ],
  ])('only warns of %s', (code, xml) => {
    const { structure, findings } = read(xml);
    expect(findings).toMatchObject([{ severity: 'warning', code }]);
    expect(structure).toBeDefined();
  });

  it('reports every error of a file at once', () => {
    const xml = document(
      `<course id="c">${wording}</course>${au(1, '<url>x.html</url>')}${au(1, '<url>data:x</url>')}`,
    );
    expect(codes(xml)).toEqual([
      'iri.not-absolute',
      'url.relative-without-zip',
      'au.duplicate-id',
      'url.scheme',
    ]);
  });

  it('A10: keeps markup of the package as plain words, cut and without control characters', () => {
    const { findings } = read(
      document(`<course id="&lt;img onerror=x&gt;&#x202E;${'x'.repeat(500)}">${wording}</course>${au(1)}`),
    );
    expect(findings[0]?.params.value).toMatch(/^<img onerror=x>\ufffdx{1,200}…$/);
  });

  it('fills every text in both languages', () => {
    for (const [code, { message, mend }] of Object.entries(findingTexts)) {
      const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(holes(message.id), code).toEqual(holes(message.en));
      expect(holes(mend.id), code).toEqual(holes(mend.en));
      expect(message.id).not.toBe(message.en);
    }
    expect(read(document(course + au(1) + au(1))).findings[0]?.message).toEqual({
      id: 'Id AU "https://p.example/au/1" sudah dipakai di baris 1.',
      en: 'The AU id "https://p.example/au/1" is used already on line 1.',
    });
  });

  it('never throws, whatever elements stand in the file', () => {
    const piece = fc.constantFrom(
      ...[
        course,
        au(1),
        au(2, '<url/>'),
        '<au/>',
        '<block/>',
        '<objectives/>',
        '<course/>',
        '<url>%</url>',
        'text',
      ],
      ...[
        '<block id="urn:b"><au id=":"/></block>',
        '<x xmlns="urn:x"/>',
        '<au id="urn:a"><url>?#%41</url></au>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.boolean(), (pieces, packaged) => {
        const { structure, findings } = read(document(pieces.join('')), { packaged });
        const refused = findings.some(({ severity }) => severity === 'error');
        expect(structure === undefined).toBe(refused);
      }),
      { numRuns: 500 },
    );
  });
});
