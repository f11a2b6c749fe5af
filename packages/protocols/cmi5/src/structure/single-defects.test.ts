import { readXml } from '@sinau/platform/xml';
import { describe, expect, it } from 'vitest';
import { courseStructureNamespace, courseStructureXsd } from './course-structure-xsd.ts';
import { findingTexts } from './finding-texts.ts';
import { readCourseStructure } from './read-course-structure.ts';

/** One sound structure with everything the schema knows; each file below is this one with one edit. */
const sound = `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="${courseStructureNamespace}" xmlns:v="urn:vendor" v:made="2026">
  <course id="https://p.example/course" v:kind="short">
    <title><langstring lang="id">Etika</langstring><langstring lang="en">Ethics</langstring></title>
    <description><langstring lang="id">Tentang etika</langstring></description>
    <v:logo href="logo.png"/>
  </course>
  <objectives>
    <objective id="https://p.example/o/1">
      <title><langstring lang="id">Tahu</langstring></title>
      <description><langstring lang="id">Tahu etika</langstring></description>
    </objective>
    <objective id="https://p.example/o/2">
      <title><langstring lang="id">Bisa</langstring></title>
      <description><langstring lang="id">Bisa etika</langstring></description>
    </objective>
  </objectives>
  <au id="https://p.example/au/1">
    <title><langstring lang="id">Mulai</langstring></title>
    <description><langstring lang="id">Halaman awal</langstring></description>
    <url>start.html?theme=1#top</url>
  </au>
  <block id="https://p.example/b/1">
    <title><langstring lang="id">Bab</langstring></title>
    <description><langstring lang="id">Bab satu</langstring></description>
    <objectives><objective idref="https://p.example/o/1"/></objectives>
    <block id="https://p.example/b/2">
      <title><langstring lang="id">Subbab</langstring></title>
      <description><langstring lang="id">Bagian</langstring></description>
      <au id="https://p.example/au/2" moveOn="CompletedAndPassed" masteryScore="0.7" launchMethod="OwnWindow"
        activityType="http://adlnet.gov/expapi/activities/lesson">
        <title><langstring lang="id">Soal</langstring></title>
        <description><langstring lang="id">Latihan</langstring></description>
        <objectives><objective idref="https://p.example/o/2"/></objectives>
        <url>https://c.example/quiz?level=2</url>
        <launchParameters>{"a":1}</launchParameters>
        <entitlementKey>k-1</entitlementKey>
        <v:effort minutes="5"/>
      </au>
    </block>
    <v:note>Catatan</v:note>
  </block>
  <v:end/>
</courseStructure>
`;

const packaged = {
  packaged: true,
  files: new Set(['cmi5.xml', 'start.html', 'logo.png']),
  allowedOrigins: ['https://c.example'],
};
const bare = { ...packaged, packaged: false, files: new Set<string>() };

function readBytes(bytes: Uint8Array, rules: typeof packaged = packaged) {
  const parsed = readXml(bytes, { schema: courseStructureXsd, maxBytes: 2_000_000 });
  return readCourseStructure(parsed, rules);
}
const read = (xml: string, rules?: typeof packaged) => readBytes(new TextEncoder().encode(xml), rules);

/** The sound file with one place changed; the place must stand in it once. */
function edited(from: string, to: string): string {
  const parts = sound.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the sound file`);
  return parts.join(to);
}

/** Cuts the mark out and says where it was: where the finding must point. */
function unmarked(marked: string): { readonly xml: string; readonly line: number; readonly column: number } {
  const before = marked.slice(0, marked.indexOf('¶'));
  const lines = before.split('\n');
  return { xml: marked.replace('¶', ''), line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

interface Defect {
  readonly is: string;
  readonly rule: string;
  readonly code: keyof typeof findingTexts;
  readonly from: string;
  /** With `¶` where the finding must point. */
  readonly to: string;
  readonly rules?: typeof packaged;
}

const au1 = '<au id="https://p.example/au/1">';
const url1 = '<url>start.html?theme=1#top</url>';
const url2 = '<url>https://c.example/quiz?level=2</url>';
const id = (is: string, from: string, to: string): Defect => ({
  ...{ is, from, to },
  ...{ rule: '3.0.0.0-1', code: 'iri.not-absolute' },
});
const schema = (code: Defect['code'], is: string, ...[from, to]: [string, string]): Defect => ({
  ...{ is, code, from, to },
  rule: '13.2.0.0-1',
});
const url = (rule: string, code: Defect['code'], written: string): Defect => ({
  ...{ is: `the AU URL ${written}`, rule, code },
  ...{ from: url1, to: `¶<url>${written}</url>` },
});

const ids: readonly Defect[] = [
  id('a course id without scheme', '<course id="https://', '<course ¶id="'),
  id('a course id with nothing behind its scheme', 'id="https://p.example/course"', '¶id="https:"'),
  id('a course id without host', 'id="https://p.example/course"', '¶id="https:///course"'),
  id('a block id that is a path', 'id="https://p.example/b/2"', '¶id="/b/2"'),
  id('an AU id with a space inside', 'id="https://p.example/au/2"', '¶id="https://p.example/au 2"'),
  id('an AU id that is empty', 'id="https://p.example/au/1"', '¶id=" "'),
  id('an objective id that is a fragment', 'id="https://p.example/o/2"', '¶id="#o2"'),
  id('an objective reference that is relative', 'idref="https://p.example/o/1"', '¶idref="o/1"'),
  id(
    'an activity type that is a word',
    'activityType="http://adlnet.gov/expapi/activities/lesson"',
    '¶activityType="lesson"',
  ),
  {
    ...{ is: 'two blocks of one id', rule: '13.1.2.0-1', code: 'block.duplicate-id' },
    ...{ from: 'id="https://p.example/b/2"', to: '¶id="https://p.example/b/1"' },
  },
  {
    ...{ is: 'two objectives of one id, but for blanks', rule: '13.1.3.0-1', code: 'objective.duplicate-id' },
    ...{
      from: '<objective id="https://p.example/o/2">',
      to: '<objective id="https://p.example/o/2"><title><langstring>a</langstring></title><description><langstring>b</langstring></description></objective><objective ¶id=" https://p.example/o/2 ">',
    },
  },
  {
    ...{ is: 'two AUs of one id, one in a block', rule: '13.1.4.0-1', code: 'au.duplicate-id' },
    ...{ from: 'id="https://p.example/au/2"', to: '¶id="https://p.example/au/1"' },
  },
];

const urls: readonly Defect[] = [
  url('13.1.4.0-2', 'url.syntax', 'sub folder/start.html'),
  url('13.1.4.0-2', 'url.syntax', 'https://c.example/a|b'),
  url('13.1.4.0-2', 'url.syntax', 'https://c.example/%4'),
  url('13.1.4.0-2', 'url.syntax', 'https://c.example/pelatihan-é'),
  url('13.1.4.0-2', 'url.syntax', 'https:start.html'),
  url('13.1.4.0-2', 'url.syntax', '//c.example/start.html'),
  url('8.1.0.0-6', 'url.parameter-taken', 'start.html?endpoint=x'),
  url('8.1.0.0-6', 'url.parameter-taken', 'start.html?a=1&amp;fetch=x'),
  url('8.1.0.0-6', 'url.parameter-taken', 'start.html?actor=x#top'),
  url('8.1.0.0-6', 'url.parameter-taken', 'https://c.example/?registration'),
  url('8.1.0.0-6', 'url.parameter-taken', 'https://c.example/?b=&amp;activityId=x'),
  url('14.1.0.0-4', 'url.file-missing', 'other.html'),
  url('14.1.0.0-4', 'url.file-missing', 'START.html'),
  url('14.1.0.0-4', 'url.outside-package', '../start.html'),
  url('14.1.0.0-4', 'url.outside-package', 'a/%2e%2e/%2e%2e/start.html'),
  url('sinau.au-url', 'url.scheme', 'javascript:alert(1)'),
  url('sinau.au-url', 'url.scheme', 'app://unit/1'),
  url('sinau.au-url', 'url.origin', 'https://elsewhere.example/'),
  url('sinau.au-url', 'url.origin', 'https://name:word@c.example/'),
  {
    ...{ is: 'a relative URL of a bare file', rule: '14.2.0.0-1', code: 'url.relative-without-zip' },
    ...{ from: url1, to: `¶${url1}`, rules: bare },
  },
];

const elements: readonly Defect[] = [
  schema(
    'schema.root',
    'a root of another namespace',
    `<courseStructure xmlns="${courseStructureNamespace}"`,
    '¶<courseStructure xmlns="urn:other"',
  ),
  schema('schema.unexpected-element', 'an AU before the course', '<course id', '¶<au id="urn:x"/><course id'),
  schema(
    'schema.unexpected-element',
    'a url before the description',
    '<description><langstring lang="id">Halaman awal',
    `¶${url1}<description><langstring lang="id">Halaman awal`,
  ),
  schema('schema.unexpected-element', 'an element that cmi5 does not know', url1, `${url1}¶<icon/>`),
  schema(
    'schema.unexpected-element',
    'a second url',
    '<launchParameters>',
    '¶<url>start.html</url><launchParameters>',
  ),
  schema(
    'schema.unexpected-element',
    'launch parameters behind the entitlement key',
    '<v:effort minutes="5"/>',
    '¶<launchParameters/><v:effort minutes="5"/>',
  ),
  schema('schema.unexpected-element', 'an AU behind the extensions', '<v:end/>', '<v:end/>¶<au id="urn:x"/>'),
  schema(
    'schema.missing-element',
    'an AU without url',
    sound.slice(sound.indexOf(au1), sound.indexOf(url1) + url1.length),
    `¶${sound.slice(sound.indexOf(au1), sound.indexOf(url1))}`,
  ),
  schema(
    'schema.missing-element',
    'a title without text',
    '<title><langstring lang="id">Soal</langstring></title>',
    '¶<title/>',
  ),
  schema('schema.missing-attribute', 'an AU without id', au1, '¶<au>'),
  schema('schema.missing-attribute', 'a block without id', '<block id="https://p.example/b/2">', '¶<block>'),
  schema(
    'schema.missing-attribute',
    'an objective without id',
    '<objective id="https://p.example/o/2">',
    '¶<objective>',
  ),
  schema(
    'schema.unknown-attribute',
    'an attribute that cmi5 does not know',
    'moveOn="CompletedAndPassed"',
    'moveOn="CompletedAndPassed" ¶order="1"',
  ),
  schema(
    'schema.unknown-attribute',
    'moveOn on a block',
    'id="https://p.example/b/2"',
    'id="https://p.example/b/2" ¶moveOn="Passed"',
  ),
  schema(
    'schema.other',
    'words between the elements',
    '<objectives><objective idref="https://p.example/o/1"/>',
    '¶<objectives>words<objective idref="https://p.example/o/1"/>',
  ),
  {
    ...{ is: 'an extension before the url', rule: '13.1.5.0-2', code: 'extension.misplaced' },
    ...{ from: url2, to: `¶<v:early/>${url2}` },
  },
  schema('schema.other', 'an element inside of the url', url1, '¶<url><v:x/>start.html?theme=1</url>'),
  {
    ...{ is: 'an extension before the course', rule: '13.1.5.0-2', code: 'extension.misplaced' },
    ...{ from: '<course id', to: '¶<v:x/><course id' },
  },
  {
    ...{ is: 'an extension attribute on an objective', rule: '13.1.5.0-2', code: 'extension.misplaced' },
    ...{ from: 'id="https://p.example/o/2"', to: 'id="https://p.example/o/2" ¶v:x="1"' },
  },
];

const value = (is: string, from: string, to: string) => schema('schema.value', is, from, to);
const values: readonly Defect[] = [
  value('a moveOn that is none', 'moveOn="CompletedAndPassed"', '¶moveOn="PassedAndCompleted"'),
  value('a moveOn in small letters', 'moveOn="CompletedAndPassed"', '¶moveOn="passed"'),
  value('a launch method that is none', 'launchMethod="OwnWindow"', '¶launchMethod="NewWindow"'),
  value('a mastery score above 1', 'masteryScore="0.7"', '¶masteryScore="1.0001"'),
  value('a mastery score below 0', 'masteryScore="0.7"', '¶masteryScore="-0.1"'),
  value('a mastery score with a comma', 'masteryScore="0.7"', '¶masteryScore="0,7"'),
  value('a mastery score with an exponent', 'masteryScore="0.7"', '¶masteryScore="7e-1"'),
  value('a mastery score that is empty', 'masteryScore="0.7"', '¶masteryScore=""'),
  value('a language tag that is none', '<langstring lang="en">', '<langstring ¶lang="English language">'),
];

const parsing: readonly Defect[] = [
  schema(
    'xml.malformed',
    'an element that is not closed',
    '<v:end/>\n</courseStructure>',
    '<v:end>\n</courseStructure>¶',
  ),
  schema('xml.malformed', 'an entity that nobody declared', '>Halaman awal<', '>Halaman &nbsp;¶awal<'),
  schema('xml.malformed', 'an attribute twice', au1, '<au id="https://p.example/au/1" id="urn:x"¶>'),
  {
    ...{ is: 'a DTD', rule: 'sinau.xml-doctype', code: 'xml.doctype' },
    ...{
      from: '<courseStructure xmlns=',
      to: '¶<!DOCTYPE courseStructure SYSTEM "http://127.0.0.1:9/x.dtd">\n<courseStructure xmlns=',
    },
  },
  {
    ...{ is: 'an entity bomb', rule: 'sinau.xml-doctype', code: 'xml.doctype' },
    ...{
      from: '<courseStructure xmlns=',
      to: `<!-- a comment --> ¶<!DOCTYPE x [<!ENTITY a "b">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${'&a;'.repeat(20)}">`).join('')}]>\n<courseStructure xmlns=`,
    },
  },
  {
    ...{ is: 'an entity that reads a file', rule: 'sinau.xml-doctype', code: 'xml.doctype' },
    ...{
      from: '<courseStructure xmlns=',
      to: '¶<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<courseStructure xmlns=',
    },
  },
];

describe('a structure with one defect', () => {
  it('is made from one that has none', () => {
    expect(read(sound).findings).toEqual([]);
  });

  it.each([...ids, ...urls, ...elements, ...values, ...parsing])(
    '$rule: $is is one finding, at its place',
    ({ rule, code, from, to, rules }) => {
      const { xml, line, column } = unmarked(edited(from, to));
      const { structure, findings } = read(xml, rules);
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors.map((one) => [one.severity, one.rule, one.code, one.file, one.line, one.column])).toEqual(
        [['error', rule, code, 'cmi5.xml', line, column]],
      );
      expect(structure).toBeUndefined();
    },
  );
});

const encode = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};
const manyAus = Array.from(
  { length: 1_000 },
  (_, n) => `<au id="urn:au:${n}"><title><langstring>T</langstring></title>
    <description><langstring>D</langstring></description><url>start.html?page=${n}</url></au>`,
);
const deep = (levels: number): string =>
  levels === 0
    ? '<au id="urn:deep"><title><langstring>T</langstring></title><description><langstring>D</langstring></description><url>start.html</url></au>'
    : `<block id="urn:level:${levels}"><title><langstring>T</langstring></title><description><langstring>D</langstring></description>${deep(levels - 1)}</block>`;

describe('a structure that only looks odd', () => {
  it.each<[string, Uint8Array]>([
    ['a byte order mark', encode(`\ufeff${sound}`)],
    ['UTF-16, little end first', utf16(sound, true)],
    ['UTF-16, big end first', utf16(sound, false)],
    [
      'windows-1252',
      Buffer.from(edited('Halaman awal', 'Caf\u00e9').replace('UTF-8', 'windows-1252'), 'latin1'),
    ],
    ['no XML declaration', encode(sound.slice(sound.indexOf('?>') + 3))],
    ['Windows line ends', encode(sound.replaceAll('\n', '\r\n'))],
    [
      'a comment and a processing instruction',
      encode(edited('<course id', '<!-- <au/> --><?v x?><course id')),
    ],
    [
      'CDATA around a url with two parameters',
      encode(edited(url1, '<url><![CDATA[\n  start.html?a=1&b=2\n]]></url>')),
    ],
    ['newlines around a url', encode(edited(url2, '<url>\n\t https://c.example/quiz \n</url>'))],
    [
      'a query string of words close to ours',
      encode(edited('theme=1', 'Endpoint=1&amp;fetcher=2&amp;registration.id=3')),
    ],
    ['a parameter of ours behind the #', encode(edited('#top', '#fetch=1'))],
    ['blanks around an id', encode(edited('id="https://p.example/b/2"', 'id="\n https://p.example/b/2 "'))],
    ['an id that is a URN', encode(edited('id="https://p.example/b/2"', 'id="urn:uuid:6f1c"'))],
    [
      'an id with letters beyond ASCII',
      encode(edited('id="https://p.example/b/2"', 'id="https://p.example/b/\u00e9\u65e5"')),
    ],
    [
      'a block and an AU of one id',
      encode(edited('id="https://p.example/b/2"', 'id="https://p.example/au/1"')),
    ],
    [
      'a course and an objective of one id',
      encode(
        edited('id="https://p.example/o/2"', 'id="https://p.example/course"').replace(
          'idref="https://p.example/o/2"',
          'idref="https://p.example/course"',
        ),
      ),
    ],
    ['a text without language', encode(edited('<langstring lang="en">', '<langstring>'))],
    [
      'a language with a region',
      encode(edited('<langstring lang="en">', '<langstring lang="en-GB-oxendict">')),
    ],
    [
      'markup in words, escaped',
      encode(edited('>Latihan<', '>&lt;b&gt;Latihan&lt;/b&gt; &amp; <![CDATA[<i>soal</i>]]><')),
    ],
    ['a mastery score of 0', encode(edited('masteryScore="0.7"', 'masteryScore="0"'))],
    ['a mastery score of 1.0000', encode(edited('masteryScore="0.7"', 'masteryScore=" 1.0000 "'))],
    [
      'empty launch parameters',
      encode(edited('<launchParameters>{"a":1}</launchParameters>', '<launchParameters/>')),
    ],
    ['markup in launch parameters', encode(edited('{"a":1}', '<![CDATA[<x a="1"/>]]>'))],
    [
      'extensions inside of extensions',
      encode(edited('<v:end/>', '<v:end><v:x xmlns:w="urn:w" w:a="1"><w:au/></v:x></v:end>')),
    ],
    [
      'an extension with a default namespace',
      encode(edited('<v:end/>', '<meta xmlns="urn:other" id="no iri"/>')),
    ],
    [
      'extension attributes on AU, block and text',
      encode(
        edited(au1, '<au id="https://p.example/au/1" v:x="1">')
          .replace('<block id', '<block v:x="1" id')
          .replace('<langstring lang="en"', '<langstring v:x="1" lang="en"'),
      ),
    ],
    ['a prefix for the namespace of cmi5', encode(prefixed(sound))],
    ['twelve levels of blocks', encode(edited('<v:end/>', `${deep(12)}<v:end/>`))],
    ['6.1.0.0-2: more than 1,000 AUs', encode(edited('<v:end/>', `${manyAus.join('')}<v:end/>`))],
    [
      'an objective that no AU names',
      encode(edited('<objectives><objective idref="https://p.example/o/2"/></objectives>', '')),
    ],
  ])('%s: no finding', (_is, bytes) => {
    const { structure, findings } = readBytes(bytes);
    expect(findings).toEqual([]);
    expect(structure?.aus.length).toBeGreaterThan(1);
  });

  it('13.1.4.0-3: keeps the query of a URL as it is, for the launch to merge', () => {
    const { structure } = read(sound);
    expect(structure?.aus[0]).toMatchObject({ url: 'start.html?theme=1#top', file: 'start.html' });
  });

  it('14.2.0.0-1: a file without zip may name addresses elsewhere', () => {
    const xml = edited(url1, '<url>https://c.example/start</url>');
    expect(read(xml, bare).findings).toEqual([]);
  });
});

/** The same document with `c:` before every element of cmi5. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-z]+[A-Za-z]*[\s>/])(?!v:)/g, '<$1c:').replace('xmlns="', 'xmlns:c="');
}

describe('the table of defects', () => {
  it('holds every requirement on the import that a structure can break, and every error of the reader', () => {
    const defects = [...ids, ...urls, ...elements, ...values, ...parsing];
    expect([...new Set(defects.map(({ rule }) => rule))].sort()).toEqual([
      ...['13.1.2.0-1', '13.1.3.0-1', '13.1.4.0-1', '13.1.4.0-2', '13.1.5.0-2', '13.2.0.0-1'],
      ...['14.1.0.0-4', '14.2.0.0-1', '3.0.0.0-1', '8.1.0.0-6', 'sinau.au-url', 'sinau.xml-doctype'],
    ]);
    const ofStructures = Object.entries(findingTexts)
      .filter(([code, { severity }]) => severity === 'error' && !/^(?:package|zip)\./.test(code))
      .map(([code]) => code);
    // Seen by size and encoding below, before there is a text with lines.
    const other = ['xml.too-large', 'xml.encoding'];
    expect([...new Set(defects.map(({ code }) => code)), ...other].sort()).toEqual(ofStructures.sort());
  });

  it.each<[string, string, Uint8Array]>([
    ['13.2.0.0-1', 'xml.encoding', Uint8Array.of(...encode(sound.slice(0, 700)), 0xff)],
    ['13.2.0.0-1', 'xml.encoding', encode(sound.replace('UTF-8', 'UTF-7'))],
    ['13.2.0.0-1', 'xml.malformed', new Uint8Array()],
    [
      'sinau.package-limit',
      'xml.too-large',
      encode(edited('<v:end/>', `<!--${' '.repeat(2_000_000)}--><v:end/>`)),
    ],
  ])('%s: %s of the whole file is one finding', (rule, code, bytes) => {
    expect(readBytes(bytes).findings).toMatchObject([
      { severity: 'error', rule, code, file: 'cmi5.xml', line: 1, column: 1 },
    ]);
  });
});
