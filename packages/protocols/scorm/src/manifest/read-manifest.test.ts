import { readXml } from '@sinau/platform/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingTexts } from './finding-texts.ts';
import { launchableItems } from './model.ts';
import { readManifest } from './read-manifest.ts';

const older =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';
const newer = [
  'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
  'xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"',
  'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
].join(' ');
const metadata = (version: string) =>
  `<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>`;
const oneItem = '<item identifier="I1" identifierref="R1"><title>Satu</title></item>';
const org = (items = oneItem, more = '') =>
  `<organization identifier="O1"${more}><title>Etika  ASN</title>${items}</organization>`;
const orgs = (inner = org(), more = ' default="O1"') => `<organizations${more}>${inner}</organizations>`;
const sco = (href = 'index.html', more = '', inner = '') =>
  `<resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="${href}"${more}>${inner}</resource>`;
const resources = (inner = sco(), more = '') => `<resources${more}>${inner}</resources>`;
const manifest12 = (body: string, more = '') =>
  `<manifest identifier="M" ${older}${more}>${metadata('1.2')}${body}</manifest>`;
const manifest2004 = (body: string, version = '2004 3rd Edition') =>
  `<manifest identifier="M" ${newer}>${metadata(version)}${body}</manifest>`;
const with12 = (item: string) => manifest12(orgs(org(item)) + resources());
const with2004 = (item: string, more = '') => manifest2004(orgs(org(item)) + resources() + more);

const files = [
  'index.html',
  'content/a.html',
  'content/b c.html',
  'content/é.html',
  '100%.html',
  'Big/Page.HTML',
];

function read(xml: string, more: { readonly files?: readonly string[]; readonly folder?: string } = {}) {
  const parsed = readXml(new TextEncoder().encode(xml), { maxBytes: 8_000_000 });
  const folder = more.folder === undefined ? {} : { folder: more.folder };
  return readManifest(parsed, { files: new Set(more.files ?? files), ...folder });
}
const codes = (xml: string) => read(xml).findings.map(({ code }) => code);
function course(xml: string, more = {}) {
  const reading = read(xml, more);
  if (!reading.course) throw new Error(reading.findings.map(({ message }) => message.en).join('\n'));
  return reading.course;
}
const firstItem = (xml: string, more = {}) => course(xml, more).organizations[0]?.items[0];
const launchOf = (xml: string, more = {}) => firstItem(xml, more)?.launch;
const withHref = (href: string, more = '') => manifest12(orgs() + resources(sco(href, more)));

describe('readManifest: structure', () => {
  it('reads a package of one SCO without complaint', () => {
    const reading = read(
      manifest12(orgs() + resources(sco('index.html', '', '<file href="content/a.html"/>'))),
    );
    expect(reading.findings).toEqual([]);
    expect(reading.course).toEqual({
      format: 1,
      version: '1.2',
      identifier: 'M',
      title: 'Etika ASN',
      defaultOrganization: 0,
      organizations: [
        {
          identifier: 'O1',
          title: 'Etika ASN',
          objectivesGlobalToSystem: true,
          sharedDataGlobalToSystem: true,
          items: [
            {
              identifier: 'I1',
              title: 'Satu',
              visible: true,
              launch: { resource: 'R1', kind: 'sco', file: 'index.html', url: 'index.html' },
              children: [],
              sharedData: [],
              hiddenControls: [],
            },
          ],
        },
      ],
      resources: [
        { identifier: 'R1', kind: 'sco', files: ['index.html', 'content/a.html'], dependencies: [] },
      ],
    });
  });

  it('reads a tree of items, hidden ones and the default among several organizations', () => {
    const tree = `<item identifier="C"><title>Bab</title>${oneItem}
      <item identifier="I2" identifierref="R1" isvisible="false"><title>Dua</title></item></item>`;
    const two = `<organization identifier="O2"><title>Lain</title>
      <item identifier="X" identifierref="R1"><title>X</title></item></organization>`;
    const read12 = course(manifest12(orgs(two + org(tree)) + resources()));
    expect(read12.defaultOrganization).toBe(1);
    expect(read12.title).toBe('Etika ASN');
    const chosen = read12.organizations[1];
    expect(chosen && launchableItems(chosen).map(({ identifier, visible }) => [identifier, visible])).toEqual(
      [
        ['I1', true],
        ['I2', false],
      ],
    );
  });

  it.each([
    [
      'a default that is not there',
      manifest12(orgs(org(), ' default="Z"') + resources()),
      'organizations.default-unknown',
    ],
    ['a title that is missing', with12('<item identifier="I" identifierref="R1"/>'), 'title.missing'],
    [
      'a leaf with nothing to open',
      with12(`${oneItem}<item identifier="I2"><title>T</title></item>`),
      'item.leaf-without-resource',
    ],
    [
      'a resource of a cluster in 2004',
      with2004(`<item identifier="C" identifierref="R1"><title>C</title>${oneItem}</item>`),
      'item.cluster-with-resource',
    ],
    [
      'an unknown scormtype',
      manifest12(orgs() + resources('<resource identifier="R1" adlcp:scormtype="page" href="index.html"/>')),
      'resource.scorm-type',
    ],
    [
      'a dependency that is not there',
      manifest12(orgs() + resources(sco('index.html', '', '<dependency identifierref="Z"/>'))),
      'resource.dependency-unknown',
    ],
    [
      'a listed file that is not there',
      manifest12(orgs() + resources(sco('index.html', '', '<file href="x.js"/>'))),
      'file.missing',
    ],
    [
      'a listed file outside',
      manifest12(orgs() + resources(sco('index.html', '', '<file href="../x.js"/>'))),
      'file.refused',
    ],
    [
      'an empty second organization',
      manifest12(orgs(`${org()}<organization identifier="E"><title>E</title></organization>`) + resources()),
      'organization.empty',
    ],
    [
      'a manifest inside',
      manifest12(`${orgs()}${resources()}<manifest identifier="S"/>`),
      'manifest.sub-manifest',
    ],
    [
      'a namespace of no one',
      manifest12(orgs() + resources()).replace('imsproject.org/xsd/imscp_rootv1p1p2', 'x.example/cp'),
      'manifest.namespace',
    ],
  ])('accepts %s with a warning', (_, xml, code) => {
    const reading = read(xml);
    expect(reading.findings.map((finding) => [finding.code, finding.severity])).toEqual([[code, 'warning']]);
    expect(reading.course).toBeDefined();
  });

  it.each([
    ['another root', '<course/>', 'manifest.root'],
    ['a broken document', '<manifest>', 'xml.malformed'],
    ['a document type', `<!DOCTYPE manifest [<!ENTITY a "b">]>${with12(oneItem)}`, 'xml.doctype'],
    ['no organization', manifest12(`<organizations/>${resources()}`), 'organizations.none'],
    ['no organizations element', manifest12(resources()), 'organizations.none'],
    [
      'an item of no resource',
      with12(`${oneItem}<item identifier="I2" identifierref="Z"><title>T</title></item>`),
      'item.reference-unknown',
    ],
    ['an identifier used twice', with12(oneItem + oneItem), 'id.duplicate'],
    ['a resource used twice', manifest12(orgs() + resources(sco() + sco())), 'id.duplicate'],
    [
      'an item without identifier',
      with12(`${oneItem}<item identifierref="R1"><title>T</title></item>`),
      'id.missing',
    ],
    [
      'nothing to open',
      with12('<item identifier="C"><title>C</title></item>'),
      'organization.nothing-to-launch',
    ],
    [
      'a Common Cartridge',
      manifest12(orgs() + resources()).replace('ADL SCORM', 'IMS Common Cartridge'),
      'version.foreign',
    ],
  ])('refuses %s', (_, xml, code) => {
    const reading = read(xml);
    expect(reading.course).toBeUndefined();
    expect(reading.findings.map((finding) => finding.code)).toContain(code);
  });

  it('refuses a resource to open that has no href, and tells nothing that follows from it', () => {
    const xml = manifest12(orgs() + resources('<resource identifier="R1" adlcp:scormtype="sco"/>'));
    expect(codes(xml)).toEqual(['resource.no-href']);
  });

  it('tells file, line, column, rule and how to mend in both languages', () => {
    const xml = manifest12(`\n${orgs()}\n${resources(`\n ${sco('../secret.html')}`)}`);
    const finding = read(xml).findings.find(({ severity }) => severity === 'error');
    expect(finding).toMatchObject({
      code: 'path.outside',
      rule: 'sinau.package-path',
      file: 'imsmanifest.xml',
      line: 4,
    });
    expect(finding?.column).toBe(1 + (xml.split('\n')[3] ?? '').indexOf('href'));
    expect(finding?.mend.id).not.toBe(finding?.mend.en);
  });

  it('has whole texts for every finding', () => {
    for (const { message, mend } of Object.values(findingTexts)) {
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(names(message.id)).toEqual(names(message.en));
      expect(names(mend.id)).toEqual(names(mend.en));
    }
  });

  it('tells the line of a mended value in a manifest of a sub-folder', () => {
    const reading = read(manifest12(orgs() + resources(sco('gone.html'))), { folder: 'kursus/' });
    expect(reading.findings[0]).toMatchObject({ file: 'kursus/imsmanifest.xml', code: 'path.missing' });
  });
});

describe('readManifest: hostile manifests', () => {
  it('tells a bounded number of findings, and an error behind any number of warnings', () => {
    const untitled = Array.from(
      { length: 700 },
      (_, n) => `<item identifier="U${n}" identifierref="R1"/>`,
    ).join('');
    const bad = '<item identifier="B" identifierref="Z"><title>B</title></item>';
    expect(read(with12(untitled)).findings).toHaveLength(500);
    expect(read(with12(untitled)).course).toBeDefined();
    const reading = read(with12(untitled + bad));
    expect(reading.course).toBeUndefined();
    expect(reading.findings.at(-1)?.code).toBe('item.reference-unknown');
  });

  it('A3: refuses a tree of more items than can be played, and counts those of every organization', () => {
    const items = (count: number, prefix: string) =>
      Array.from(
        { length: count },
        (_, n) => `<item identifier="${prefix}${n}" identifierref="R1"><title>x</title></item>`,
      ).join('');
    const xml = (count: number) => {
      const second = `<organization identifier="O2"><title>B</title><item identifier="P"><title>x</title>${items(count, 'b')}</item></organization>`;
      return manifest12(orgs(org(items(1_500, 'a')) + second) + resources());
    };
    expect(read(xml(499)).course).toBeDefined();
    expect(read(xml(500))).toMatchObject({
      findings: [{ code: 'items.too-many', params: { count: '2001', limit: '2000' } }],
    });
    expect(read(xml(500)).course).toBeUndefined();
  });

  it('reads long values in a time that grows with their length', () => {
    const long = 400_000;
    const item = (inside: string, parameters = '') =>
      `<item identifier="I1" identifierref="R1" parameters="${parameters}"><title>T</title>${inside}</item>`;
    const digits = `<adlcp:masteryscore>${'1'.repeat(long)}x</adlcp:masteryscore>`;
    const spaces = `<adlcp:timelimitaction>exit${' '.repeat(long)}message</adlcp:timelimitaction>`;
    expect(codes(with12(item(digits)))).toEqual(['value.invalid']);
    expect(codes(with12(item(spaces)))).toEqual(['value.invalid']);
    expect(read(with12(item('', `a=1${'&amp;'.repeat(long)}b`))).course).toBeDefined();
    expect(read(withHref(`${'%'.repeat(long)}.html`)).course).toBeUndefined();
    expect(codes(withHref(`${'../a/'.repeat(long / 10)}x.html`))).toContain('path.outside');
  });

  it('tells a fault of a resource once, however many items open it', () => {
    const two = `${oneItem}<item identifier="I2" identifierref="R1"><title>Dua</title></item>`;
    expect(codes(manifest12(orgs(org(two)) + resources(sco('gone.html'))))).toEqual(['path.missing']);
  });

  it('keeps markup of titles as text', () => {
    const item =
      '<item identifier="I1" identifierref="R1"><title>&lt;img src=x onerror=alert(1)&gt;</title></item>';
    expect(firstItem(with12(item))?.title).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('readManifest: version', () => {
  it.each([
    ['1.2', '1.2', undefined],
    [' SCORM 1.2 ', '1.2', undefined],
    ['v1.2', '1.2', undefined],
    ['1.1', '1.2', undefined],
    ['CAM 1.3', '2004', 2],
    ['cam1.3', '2004', 2],
    ['1.3', '2004', 2],
    ['2004 2nd Edition', '2004', 2],
    ['2004 3rd Edition', '2004', 3],
    ['2004 3rd edition', '2004', 3],
    ['SCORM 2004', '2004', 3],
    ['2004  4th  Edition', '2004', 4],
  ])('reads %j as SCORM %s', (text, version, edition) => {
    const xml = (version === '1.2' ? manifest12 : manifest2004)(orgs() + resources()).replace(
      /<schemaversion>[^<]*/,
      `<schemaversion>${text}`,
    );
    const reading = read(xml);
    expect(reading.findings).toEqual([]);
    expect([reading.course?.version, reading.course?.edition]).toEqual([version, edition]);
  });

  it('goes by the namespaces where nothing or nonsense is said', () => {
    const without = (xml: string) => read(xml.replace(/<metadata>.*<\/metadata>/, ''));
    expect(without(manifest12(orgs() + resources())).course?.version).toBe('1.2');
    const reading = without(manifest2004(orgs() + resources()));
    expect(reading.course).toMatchObject({ version: '2004', edition: 3 });
    expect(reading.findings.map(({ code }) => code)).toEqual(['version.missing']);
    expect(codes(manifest2004(orgs() + resources(), 'latest'))).toEqual(['version.unknown']);
  });

  it('goes by the namespace of the manifest where no other tells', () => {
    const xml = (space: string) =>
      `<manifest identifier="M" xmlns="${space}">${orgs()}${resources(sco().replace('adlcp:', ''))}</manifest>`;
    expect(course(xml('http://www.imsglobal.org/xsd/imscp_v1p1')).version).toBe('2004');
    expect(course(xml('http://www.imsproject.org/xsd/imscp_rootv1p1p2')).version).toBe('1.2');
  });

  it('believes what is said when the namespaces say otherwise, and tells', () => {
    const reading = read(manifest2004(orgs() + resources(), '1.2'));
    expect(reading.course?.version).toBe('1.2');
    expect(reading.findings.map(({ code }) => code)).toEqual(['version.conflict']);
  });
});

describe('readManifest: paths', () => {
  it('joins xml:base of manifest, resources and resource', () => {
    const xml = manifest12(
      orgs() + resources(sco('../b%20c.html?x=1#p', ' xml:base="deep/"'), ' xml:base="./content/x/"'),
      ' xml:base="a/../"',
    );
    expect(launchOf(xml, { files: ['content/x/b c.html'] })).toMatchObject({
      file: 'content/x/b c.html',
      url: 'content/x/b%20c.html?x=1#p',
    });
  });

  it('joins the folder of the manifest', () => {
    const xml = withHref('a.html', ' xml:base="content/"');
    expect(launchOf(xml, { folder: 'k/', files: ['k/content/a.html'] })?.file).toBe('k/content/a.html');
  });

  it('drops the last part of a base without slash, as RFC 3986 has it, before it takes it for a folder', () => {
    const xml = withHref('a.html', ' xml:base="content"');
    expect(launchOf(xml, { files: ['a.html', 'content/a.html'] })?.file).toBe('a.html');
    const reading = read(xml, { files: ['content/a.html'] });
    expect(reading.course?.organizations[0]?.items[0]?.launch?.file).toBe('content/a.html');
    expect(reading.findings.map(({ code }) => code)).toEqual(['path.base-slash']);
  });

  it.each([
    ['./index.html', 'index.html', []],
    ['content/../index.html', 'index.html', []],
    ['content\\a.html', 'content/a.html', ['path.backslash']],
    ['content/b c.html', 'content/b c.html', []],
    ['content/%C3%A9.html', 'content/é.html', []],
    ['100%.html', '100%.html', []],
    ['100%25.html', '100%.html', []],
    ['big/page.html', 'Big/Page.HTML', ['path.letter-case']],
    ['content/e\u0301.html', 'content/é.html', ['path.letter-case']],
  ])('finds %j', (href, file, warnings) => {
    const reading = read(withHref(href));
    expect(reading.course?.organizations[0]?.items[0]?.launch?.file).toBe(file);
    expect(reading.findings.map(({ code }) => code)).toEqual(warnings);
  });

  it.each([
    ['../index.html', 'path.outside'],
    ['content/../../index.html', 'path.outside'],
    ['..\\index.html', 'path.outside'],
    ['%2e%2e/index.html', 'path.outside'],
    ['content/%2e%2e%2f%2E%2e/index.html', 'path.outside'],
    ['content/..%5c..%5cindex.html', 'path.outside'],
    ['/index.html', 'path.absolute'],
    ['%2Findex.html', 'path.absolute'],
    ['\\index.html', 'path.absolute'],
    ['//evil.example/index.html', 'path.remote'],
    ['\\\\evil.example\\x', 'path.remote'],
    ['https://evil.example/index.html', 'path.remote'],
    ['HTTP://evil.example/', 'path.remote'],
    ['javascript:alert(1)', 'path.scheme'],
    [' JavaScript:alert(1)', 'path.scheme'],
    ['java&#10;script:alert(1)', 'path.syntax'],
    ['data:text/html,x', 'path.scheme'],
    ['file:///etc/passwd', 'path.scheme'],
    ['C:\\index.html', 'path.scheme'],
    ['index.html%00', 'path.syntax'],
    ['gone.html', 'path.missing'],
    ['?x=1', 'path.missing'],
    ['content/', 'path.missing'],
  ])('refuses %j', (href, code) => {
    expect(codes(withHref(href))).toContain(code);
    expect(read(withHref(href)).course).toBeUndefined();
  });

  it.each(['https://evil.example/', '../', '/abs/', 'javascript:', '%2e%2e/'])(
    'refuses xml:base %j wherever it stands',
    (base) => {
      const more = ` xml:base="${base}"`;
      for (const xml of [
        manifest12(orgs() + resources(), more),
        manifest12(orgs() + resources(sco(), more)),
        manifest12(orgs() + resources(sco('index.html', more))),
      ]) {
        expect(read(xml).findings[0]).toMatchObject({ severity: 'error', line: 1 });
      }
    },
  );

  it.each([
    ['index.html', '?a=1', 'index.html?a=1'],
    ['index.html', 'a=1', 'index.html?a=1'],
    ['index.html', '&amp;a=1', 'index.html?a=1'],
    ['index.html', '#p2', 'index.html#p2'],
    ['index.html', '?a=1#p2', 'index.html?a=1#p2'],
    ['index.html?b=2', '?a=1', 'index.html?b=2&a=1'],
    ['index.html#p', '?a=1', 'index.html?a=1#p'],
    ['index.html#p', '#q', 'index.html#p'],
    ['index.html', '', 'index.html'],
    ['index.html', '?', 'index.html'],
    ['index.html', '?a=b c"&lt;é', 'index.html?a=b%20c%22%3C%C3%A9'],
  ])('adds to %j the parameters %j', (href, parameters, url) => {
    const item = `<item identifier="I1" identifierref="R1" parameters='${parameters}'><title>T</title></item>`;
    expect(launchOf(manifest12(orgs(org(item)) + resources(sco(href))))?.url).toBe(url);
  });

  it('never leads out of the package, whatever the reference', () => {
    const step = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      'a',
      '',
      '\\',
      '%5c',
      '/',
      '%2f',
      'index.html',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 4 }), (steps, base) => {
        const xml = withHref(steps.join('/'), ` xml:base="${base.join('/')}"`);
        const reading = read(xml, { folder: 'k/', files: ['k/index.html', 'index.html', 'a'] });
        for (const item of reading.course?.organizations[0]?.items ?? []) {
          expect(['k/index.html', 'index.html', 'a']).toContain(item.launch?.file);
          const url = new URL(item.launch?.url ?? '', 'https://c.example/v/');
          expect(url.pathname.slice('/v/'.length)).toBe(item.launch?.file);
        }
      }),
    );
  });
});

describe('readManifest: what tools write', () => {
  it('reads both spellings of scormtype, with and without prefix', () => {
    for (const spelling of ['adlcp:scormtype', 'adlcp:scormType', 'scormtype', 'scormType']) {
      const resource = `<resource identifier="R1" type="webcontent" ${spelling}="SCO" href="index.html"/>`;
      expect(launchOf(manifest12(orgs() + resources(resource)))?.kind).toBe('sco');
    }
  });

  it('reads files nested in files', () => {
    const nested = '<file href="index.html"><file href=".\\content\\a.html"/></file>';
    expect(course(manifest12(orgs() + resources(sco('index.html', '', nested)))).resources[0]?.files).toEqual(
      ['index.html', 'content/a.html'],
    );
  });

  it('takes no title from metadata', () => {
    const item = `<item identifier="I1" identifierref="R1"><metadata>
      <m:lom xmlns:m="http://www.imsglobal.org/xsd/imsmd_v1p2"><m:title>Salah</m:title></m:lom></metadata>
      <m:title xmlns:m="http://www.imsglobal.org/xsd/imsmd_v1p2">Salah</m:title><title>Benar</title></item>`;
    expect(firstItem(with12(item))?.title).toBe('Benar');
  });

  it('tells where a prefix was never declared', () => {
    const xml = with12(oneItem).replace(/ xmlns:adlcp="[^"]*"/, '');
    expect(read(xml).findings[0]).toMatchObject({ code: 'xml.malformed', severity: 'error', line: 1 });
  });

  it('reads words without their prefix', () => {
    const item =
      '<item identifier="I1" identifierref="R1"><title>T</title><masteryscore>80</masteryscore></item>';
    expect(firstItem(with12(item))?.masteryScore).toBe(80);
  });
});

describe('readManifest: SCORM 1.2', () => {
  const item = (inside: string) =>
    with12(`${oneItem}<item identifier="I2" identifierref="R1"><title>T</title>${inside}</item>`);
  const second = (inside: string) => course(item(inside)).organizations[0]?.items[1];

  it('reads mastery score, limits and data', () => {
    expect(
      second(`<adlcp:prerequisites type="aicc_script">I1</adlcp:prerequisites>
        <adlcp:maxtimeallowed>0001:30:00.50</adlcp:maxtimeallowed>
        <adlcp:timelimitaction>exit, message</adlcp:timelimitaction>
        <adlcp:datafromlms> a=1&amp;b </adlcp:datafromlms><adlcp:masteryscore> 75.5 </adlcp:masteryscore>`),
    ).toMatchObject({
      prerequisites: { kind: 'done', item: 'I1' },
      maxTimeAllowedSeconds: 5400.5,
      timeLimitAction: 'exit,message',
      dataFromLms: ' a=1&b ',
      masteryScore: 75.5,
    });
  });

  it.each([
    ['<adlcp:masteryscore>180</adlcp:masteryscore>', 'value.invalid'],
    ['<adlcp:masteryscore>80%</adlcp:masteryscore>', 'value.invalid'],
    ['<adlcp:maxtimeallowed>two hours</adlcp:maxtimeallowed>', 'value.invalid'],
    ['<adlcp:timelimitaction>stop</adlcp:timelimitaction>', 'value.invalid'],
    ['<adlcp:prerequisites type="aicc_script">I1&amp;</adlcp:prerequisites>', 'prerequisites.unreadable'],
    ['<adlcp:prerequisites type="aicc_script">Z</adlcp:prerequisites>', 'prerequisites.item-unknown'],
    ['<adlcp:prerequisites type="javascript">I1</adlcp:prerequisites>', 'prerequisites.type'],
  ])('leaves %j out with a warning', (inside, code) => {
    expect(read(item(inside)).findings.map((finding) => [finding.code, finding.severity])).toEqual([
      [code, 'warning'],
    ]);
    const read12 = second(inside);
    expect(read12).not.toHaveProperty('prerequisites');
    expect(read12).not.toHaveProperty('masteryScore');
    expect(read12).not.toHaveProperty('maxTimeAllowedSeconds');
  });
});

describe('readManifest: SCORM 2004', () => {
  const item = (inside: string) =>
    `<item identifier="I1" identifierref="R1"><title>T</title>${inside}</item>`;
  const first = (inside: string, more = '') => firstItem(with2004(item(inside), more));

  it('reads thresholds of every edition', () => {
    expect(first('<adlcp:completionThreshold>0.8</adlcp:completionThreshold>')?.completionThreshold).toEqual({
      minProgressMeasure: 0.8,
      completedByMeasure: true,
      progressWeight: 1,
    });
    expect(
      first(
        '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5" progressWeight="0.25"/>',
      )?.completionThreshold,
    ).toEqual({ minProgressMeasure: 0.5, completedByMeasure: true, progressWeight: 0.25 });
    expect(first('<adlcp:completionThreshold/>')?.completionThreshold?.completedByMeasure).toBe(false);
  });

  it('reads limits, launch data, hidden controls and shared data', () => {
    expect(
      first(`<adlcp:timeLimitAction>exit,no message</adlcp:timeLimitAction><adlcp:dataFromLMS>x</adlcp:dataFromLMS>
        <adlcp:data><adlcp:map targetID="urn:d" writeSharedData="false"/></adlcp:data>
        <imsss:sequencing><imsss:limitConditions attemptLimit="2" attemptAbsoluteDurationLimit="PT2H"/></imsss:sequencing>
        <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
        <adlnav:hideLMSUI>exitAll</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>`),
    ).toMatchObject({
      timeLimitAction: 'exit,no message',
      dataFromLms: 'x',
      sharedData: [{ targetId: 'urn:d', read: true, write: false }],
      maxTimeAllowedSeconds: 7200,
      hiddenControls: ['continue', 'exitAll'],
      sequencing: { limitConditions: { attemptLimit: 2, attemptAbsoluteDurationLimitSeconds: 7200 } },
    });
  });

  it('fills every default of sequencing in', () => {
    expect(first('<imsss:sequencing/>')?.sequencing).toEqual({
      controlMode: {
        choice: true,
        choiceExit: true,
        flow: false,
        forwardOnly: false,
        useCurrentAttemptObjectiveInfo: true,
        useCurrentAttemptProgressInfo: true,
      },
      preConditionRules: [],
      exitConditionRules: [],
      postConditionRules: [],
      limitConditions: {},
      rollupRules: {
        rollupObjectiveSatisfied: true,
        rollupProgressCompletion: true,
        objectiveMeasureWeight: 1,
        rules: [],
      },
      objectives: [],
      randomization: { randomizationTiming: 'never', reorderChildren: false, selectionTiming: 'never' },
      deliveryControls: { tracked: true, completionSetByContent: false, objectiveSetByContent: false },
      constrainedChoice: { preventActivation: false, constrainChoice: false },
      rollupConsiderations: {
        requiredForSatisfied: 'always',
        requiredForNotSatisfied: 'always',
        requiredForCompleted: 'always',
        requiredForIncomplete: 'always',
        measureSatisfactionIfActive: true,
      },
    });
  });

  it('reads rules: conditions of a rule hold together, those of a rollup one by one', () => {
    const read2004 = first(`<imsss:sequencing>
      <imsss:sequencingRules>
        <imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
          <imsss:ruleCondition condition="satisfied" operator="not" referencedObjective="P"/>
          <imsss:ruleCondition condition="objectiveMeasureLessThan" measureThreshold="0.5"/></imsss:ruleConditions>
          <imsss:ruleAction action="disabled"/></imsss:preConditionRule>
        <imsss:exitConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="timeLimitExceeded"/>
          </imsss:ruleConditions><imsss:ruleAction action="exit"/></imsss:exitConditionRule>
        <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="always"/>
          </imsss:ruleConditions><imsss:ruleAction action="retryAll"/></imsss:postConditionRule>
      </imsss:sequencingRules>
      <imsss:rollupRules objectiveMeasureWeight="0.5" rollupProgressCompletion="false">
        <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.6"><imsss:rollupConditions>
          <imsss:rollupCondition condition="completed"/></imsss:rollupConditions>
          <imsss:rollupAction action="satisfied"/></imsss:rollupRule></imsss:rollupRules>
      <imsss:objectives><imsss:primaryObjective objectiveID="P"/></imsss:objectives>
    </imsss:sequencing>`)?.sequencing;
    expect(read2004?.preConditionRules).toEqual([
      {
        combination: 'any',
        conditions: [
          { condition: 'satisfied', not: true, referencedObjective: 'P' },
          { condition: 'objectiveMeasureLessThan', not: false, measureThreshold: 0.5 },
        ],
        action: 'disabled',
      },
    ]);
    expect(read2004?.exitConditionRules).toMatchObject([{ combination: 'all', action: 'exit' }]);
    expect(read2004?.postConditionRules).toMatchObject([{ action: 'retryAll' }]);
    expect(read2004?.rollupRules).toEqual({
      rollupObjectiveSatisfied: true,
      rollupProgressCompletion: false,
      objectiveMeasureWeight: 0.5,
      rules: [
        {
          childActivitySet: 'atLeastPercent',
          minimumCount: 0,
          minimumPercent: 0.6,
          combination: 'any',
          conditions: [{ condition: 'completed', not: false }],
          action: 'satisfied',
        },
      ],
    });
  });

  it('reads objectives and what they share, of both vocabularies', () => {
    const objectives = first(`<imsss:sequencing><imsss:objectives>
        <imsss:objective objectiveID="B"><imsss:mapInfo targetObjectiveID="g.b" readNormalizedMeasure="false"/></imsss:objective>
        <imsss:primaryObjective objectiveID="A" satisfiedByMeasure="true">
          <imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>
          <imsss:mapInfo targetObjectiveID="g.a" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/>
        </imsss:primaryObjective></imsss:objectives>
      <adlseq:objectives><adlseq:objective objectiveID="A">
        <adlseq:mapInfo targetObjectiveID="g.a" readRawScore="false" writeCompletionStatus="true"/></adlseq:objective></adlseq:objectives>
      </imsss:sequencing>`)?.sequencing?.objectives;
    expect(objectives?.map(({ id, primary }) => [id, primary])).toEqual([
      ['A', true],
      ['B', false],
    ]);
    expect(objectives?.[0]).toMatchObject({ satisfiedByMeasure: true, minNormalizedMeasure: 0.7 });
    expect(objectives?.[0]?.maps).toEqual([
      {
        target: 'g.a',
        read: {
          satisfiedStatus: true,
          normalizedMeasure: true,
          rawScore: false,
          minScore: true,
          maxScore: true,
          completionStatus: true,
          progressMeasure: true,
        },
        write: {
          satisfiedStatus: true,
          normalizedMeasure: true,
          rawScore: false,
          minScore: false,
          maxScore: false,
          completionStatus: true,
          progressMeasure: false,
        },
      },
    ]);
    expect(objectives?.[1]?.maps[0]).toMatchObject({
      read: { satisfiedStatus: true, normalizedMeasure: false },
      write: { satisfiedStatus: false },
    });
  });

  it('finds an objective by its id as a URI, whatever its spaces', () => {
    const rule = (id: string) => `<imsss:preConditionRule><imsss:ruleConditions>
      <imsss:ruleCondition condition="satisfied" referencedObjective="${id}"/></imsss:ruleConditions>
      <imsss:ruleAction action="skip"/></imsss:preConditionRule>`;
    const rules = first(`<imsss:sequencing><imsss:sequencingRules>${rule(' obj%20%201%20')}${rule('obj 1')}
      </imsss:sequencingRules><imsss:objectives><imsss:primaryObjective objectiveID=" obj%201 "/></imsss:objectives>
      </imsss:sequencing>`)?.sequencing?.preConditionRules;
    expect(rules?.map(({ conditions }) => conditions[0]?.referencedObjective)).toEqual([
      'obj%201',
      'obj%201',
    ]);
  });

  it('takes parts of a collection and lets its own parts win', () => {
    const collection = `<imsss:sequencingCollection><imsss:sequencing ID="S">
      <imsss:controlMode flow="true" choice="false"/><imsss:deliveryControls tracked="false"/>
      <adlseq:constrainedChoiceConsiderations constrainChoice="true"/>
      <adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" measureSatisfactionIfActive="false"/>
      <imsss:randomizationControls randomizationTiming="once" selectCount="3" reorderChildren="true" selectionTiming="onEachNewAttempt"/>
      </imsss:sequencing></imsss:sequencingCollection>`;
    expect(
      first('<imsss:sequencing IDRef="S"><imsss:controlMode flow="true"/></imsss:sequencing>', collection)
        ?.sequencing,
    ).toMatchObject({
      controlMode: { flow: true, choice: true },
      deliveryControls: { tracked: false },
      constrainedChoice: { constrainChoice: true },
      rollupConsiderations: { requiredForSatisfied: 'ifAttempted', measureSatisfactionIfActive: false },
      randomization: {
        randomizationTiming: 'once',
        selectCount: 3,
        reorderChildren: true,
        selectionTiming: 'onEachNewAttempt',
      },
    });
  });

  it.each([
    ['<imsss:sequencing IDRef="Z"/>', 'sequencing.reference-unknown'],
    ['<imsss:sequencing><imsss:controlMode flow="maybe"/></imsss:sequencing>', 'value.invalid'],
    ['<imsss:sequencing><imsss:limitConditions attemptLimit="-1"/></imsss:sequencing>', 'value.invalid'],
    [
      '<imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="2h"/></imsss:sequencing>',
      'value.invalid',
    ],
    ['<imsss:sequencing><imsss:rollupRules objectiveMeasureWeight="2"/></imsss:sequencing>', 'value.invalid'],
    [
      '<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="rich"/></imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>',
      'value.invalid',
    ],
    [
      '<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="satisfied" referencedObjective="Z"/></imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>',
      'sequencing.objective-unknown',
    ],
    [
      '<imsss:sequencing><imsss:objectives><imsss:primaryObjective><imsss:mapInfo/></imsss:primaryObjective></imsss:objectives></imsss:sequencing>',
      'sequencing.map-without-target',
    ],
    [
      '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="A"/><imsss:objective objectiveID="A"/></imsss:objectives></imsss:sequencing>',
      'sequencing.objective-repeated',
    ],
    ['<adlcp:completionThreshold>80</adlcp:completionThreshold>', 'value.invalid'],
  ])('tells of %j', (inside, code) => {
    expect(codes(with2004(item(inside)))).toEqual([code]);
  });

  it('knows no sequencing in SCORM 1.2', () => {
    const xml = with2004(
      item('<imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>'),
    ).replace('2004 3rd Edition', '1.2');
    expect(firstItem(xml)).not.toHaveProperty('sequencing');
  });
});
