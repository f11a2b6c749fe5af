import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { ObjectStore } from '@sinau/platform/objects';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { writeQuizDocument } from '@sinau/quiz';
import { sampleQuiz } from '@sinau/quiz/testing';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getImportReport, type JobId, runImport, submitPackage } from '../index.ts';
import { isArticleName } from '../module.ts';
import { memoryCatalogue } from '../testing/index.ts';
import { createContentRoom, createUploadRoom } from './index.ts';
import { craftMp3, craftMp4, craftPdf } from './inspect/testing/craft-media.ts';
import { createPackageOpener } from './package-reader.ts';

const principal: Principal = {
  ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/write'] },
  tenant: { kind: 'provider', providerId: 'p1' as ProviderId },
};
const text = (value: string) => new TextEncoder().encode(value);

const manifest = (body: string, head = '') => `<?xml version="1.0"?>${head}
<manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>${body}</manifest>`;
const organized = (
  href: string,
  files = '',
) => `<organizations default="O"><organization identifier="O"><title>Etika</title>
<item identifier="I" identifierref="R"><title>Bab 1</title></item></organization></organizations>
<resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="${href}">${files}</resource></resources>`;
const scorm = (href = 'index.html', head = '', title = 'Etika') =>
  text(manifest(organized(href), head).replace('<title>Etika', `<title>${title}`));
const scorm2004 = (...given: Parameters<typeof scorm>) =>
  text(
    new TextDecoder()
      .decode(scorm(...given))
      .replace('http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.imsglobal.org/xsd/imscp_v1p1')
      .replace('http://www.adlnet.org/xsd/adlcp_rootv1p2', 'http://www.adlnet.org/xsd/adlcp_v1p3')
      .replace('1.2</schemaversion>', '2004 4th Edition</schemaversion>')
      .replace('adlcp:scormtype', 'adlcp:scormType'),
  );

const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const cmi5 = (url = 'index.html', head = '') =>
  text(`${head}<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://p.example/c">${wording}</course><au id="https://p.example/a" moveOn="Passed">${wording}<url>${url}</url></au></courseStructure>`);

const tincan = (launch = 'index.html', head = '') =>
  text(`${head}<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
<activity id="https://p.example/t" type="http://adlnet.gov/expapi/activities/course">
<name lang="id">Etika</name><launch lang="id">${launch}</launch></activity></activities></tincan>`);

const qtiItem = (head = '', prompt = 'Apa?') =>
  text(`${head}<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="Peta">
<qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><p>${prompt}</p><qti-choice-interaction response-identifier="R"><qti-simple-choice identifier="A">Ya</qti-simple-choice><qti-simple-choice identifier="B">Bukan</qti-simple-choice></qti-choice-interaction></qti-item-body>
</qti-assessment-item>`);
const qti = (href = 'soal.xml', head = '', more = '') =>
  text(`${head}<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources>
<resource identifier="R" type="imsqti_item_xmlv3p0" href="${href}">${more}</resource></resources></manifest>`);

const page = text('<h1>Etika</h1>');
const captions = text('WEBVTT\n\n00:01.000 --> 00:04.000\nHalo\n');
/** A sound package of every kind that comes as a zip. */
const sound = {
  cmi5: { 'cmi5.xml': cmi5(), 'index.html': page },
  scorm12: { 'imsmanifest.xml': scorm(), 'index.html': page },
  'scorm12 in a folder': { 'kursus/imsmanifest.xml': scorm(), 'kursus/index.html': page },
  scorm2004: { 'imsmanifest.xml': scorm2004(), 'index.html': page },
  video: { 'film.mp4': craftMp4(), 'id.vtt': captions },
  audio: { 'siaran.mp3': craftMp3(), 'siaran.id.vtt': captions },
  tincan: { 'tincan.xml': tincan(), 'index.html': page },
  'tincan in folders': { 'a/b/tincan.xml': tincan(), 'a/b/index.html': page },
  quiz: { 'quiz.json': text(writeQuizDocument(sampleQuiz)) },
  qti: { 'imsmanifest.xml': qti(), 'soal.xml': qtiItem() },
} as const satisfies Record<string, Record<string, Uint8Array>>;
type Packaged = keyof typeof sound;
const kinds = Object.keys(sound) as Packaged[];
const isMedia = (kind: Packaged) => kind === 'video' || kind === 'audio';
/** Of these, nothing is kept but the questions and their images; files that no question shows are never unpacked. */
const isQuiz = (kind: string) => kind === 'quiz' || kind === 'qti';

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'kinds-'));
});
afterEach(async () => {
  expect(await readdir(temporaryFolder)).toEqual([]);
  await rm(temporaryFolder, { recursive: true });
});

function setup() {
  const uploads = createMemoryObjectStore();
  const content = createMemoryObjectStore();
  const deps = {
    ...memoryCatalogue(),
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    packages: createPackageOpener({
      ...{ uploads, content, temporaryFolder, maxPackageBytes: 50_000_000 },
      zipLimits: { ratioFromBytes: 2 ** 20 },
    }),
    queue: { send: async () => undefined },
    ...{ maxPackageBytes: 50_000_000, allowedOrigins: [], activityBase: 'https://sinau.example/activities' },
  };
  return { deps, uploads, content };
}

async function keysOf(store: ObjectStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list('')) keys.push(key);
  return keys;
}

async function importOf(body: Uint8Array, fileName = 'paket.zip') {
  const given = setup();
  const { deps, content } = given;
  const kind = isArticleName(fileName) ? 'article' : undefined;
  const sent = await submitPackage(deps, {
    ...{ principal, fileName, contentType: 'application/zip', body },
    ...(kind && { kind }),
  });
  const jobId: JobId = sent.jobId;
  await runImport(deps, { jobId });
  const job = await getImportReport(deps, { principal, jobId });
  const keys = await keysOf(content);
  const courseId = job.result?.courseId;
  const [made] = courseId ? await deps.courses.listPackages(courseId) : [];
  const origin = made?.originHash ?? '';
  const folder = `versions/${origin}/`;
  const stored = keys
    .filter((key) => key.startsWith(folder))
    .map((key) => key.slice(folder.length))
    .filter((name) => !name.startsWith('.sinau/'));
  const typeOf = async (name: string) => (await content.head(`${folder}${name}`))?.contentType;
  const codes = job.report?.findings.map(({ code }) => code) ?? [];
  return {
    ...given,
    job,
    codes,
    stored,
    origin,
    typeOf,
    leftover: [...keys, ...(await keysOf(given.uploads))],
  };
}

const zip = (files: Record<string, Uint8Array>) => zipSync(files);

describe('packages of every kind', () => {
  it.each(kinds)('%s becomes a course of one module', async (kind) => {
    const { job, codes } = await importOf(zip(sound[kind]));
    expect(codes.filter((code) => !code.startsWith('version.'))).toEqual([]);
    expect(job).toMatchObject({
      state: 'passed',
      result: { kind: isQuiz(kind) ? 'quiz' : kind.split(' ')[0], auCount: 1 },
    });
  });

  it('the folder around a SCORM package falls away', async () => {
    const { stored } = await importOf(zip(sound['scorm12 in a folder']));
    expect(stored).toEqual(['imsmanifest.xml', 'index.html']);
  });

  it('the folders around a Tin Can package fall away, and its activity is kept', async () => {
    const { stored, deps, origin } = await importOf(zip(sound['tincan in folders']));
    expect(stored).toEqual(['index.html', 'tincan.xml']);
    expect(await deps.content.readPackage(origin)).toMatchObject({
      ...{ kind: 'tincan', media: { src: 'index.html', activityId: 'https://p.example/t', title: 'Etika' } },
    });
  });

  it('a video brings captions, transcript and low-data version under names of ours', async () => {
    const { job, stored, typeOf, deps, origin } = await importOf(
      zip({
        '<img src=x>/Film "1".mp4': craftMp4({ dataBytes: 5000 }),
        'film.low.mp4': craftMp4({ dataBytes: 100 }),
        'film.id.vtt': captions,
        'film.en-us.vtt': captions,
        'transkrip.md': text('Halo'),
      }),
    );
    expect(job.state).toBe('passed');
    expect(stored.sort()).toEqual([
      'captions/en-US.vtt',
      'captions/id.vtt',
      'media.low.mp4',
      'media.mp4',
      'transcript.txt',
    ]);
    expect(await typeOf('media.mp4')).toBe('video/mp4');
    expect(await typeOf('captions/id.vtt')).toBe('text/vtt; charset=utf-8');
    expect(await deps.content.readPackage(origin)).toEqual({
      kind: 'video',
      media: {
        ...{ src: 'media.mp4', type: 'video/mp4', title: 'Film "1"', durationSeconds: 93.4 },
        captions: [
          { src: 'captions/id.vtt', lang: 'id', label: 'Indonesia' },
          { src: 'captions/en-US.vtt', lang: 'en-US', label: 'American English' },
        ],
        ...{ transcript: 'transcript.txt', low: 'media.low.mp4' },
      },
    });
  });

  it.each([
    ['film.mp4', craftMp4({ dataBytes: 5_000_000 }), 'video', 'media.mp4', 'video/mp4'],
    ['suara.mp3', craftMp3(), 'audio', 'media.mp3', 'audio/mpeg'],
    ['modul.pdf', craftPdf(), 'document', 'document.pdf', 'application/pdf'],
  ])('%s is stored as it is', async (name, body, ...expected) => {
    const [kind, file, type] = expected as [string, string, string];
    const { job, stored, typeOf } = await importOf(body, name);
    expect(job).toMatchObject({ state: 'passed', result: { kind, auCount: 1 } });
    expect(stored).toEqual([file]);
    expect(await typeOf(file)).toBe(type);
  });

  it('F5: an article is stored as it is and as HTML, which no browser takes for a page', async () => {
    const { job, stored, typeOf } = await importOf(
      text('# Etika\n\n<script>alert(1)</script>'),
      'artikel.md',
    );
    expect(job).toMatchObject({ state: 'passed', result: { kind: 'article', auCount: 1 } });
    expect(stored).toEqual(['article.html.txt', 'article.md']);
    for (const file of stored) expect(await typeOf(file)).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['several videos', { 'a.mp4': craftMp4(), 'b.mp4': craftMp4() }, 'kind.several-media'],
    ['a page beside a video', { 'a.mp4': craftMp4(), 'index.html': page }, 'kind.extra-file'],
    ['captions without a language', { 'a.mp4': craftMp4(), 'takarir.vtt': captions }, 'captions.language'],
    [
      'one language twice',
      { 'a.mp4': craftMp4(), 'id.vtt': captions, 'b.id.vtt': captions },
      'captions.language-twice',
    ],
    [
      'captions that are none',
      { 'a.mp4': craftMp4(), 'id.vtt': text('1\n00:01,0 --> 2') },
      'captions.header',
    ],
    ['captions without a cue', { 'a.mp4': craftMp4(), 'id.vtt': text('WEBVTT\n') }, 'captions.no-cues'],
    ['a film that is a page', { 'a.mp4': page }, 'media.container'],
    ['a broken film', { 'a.mp4': craftMp4().subarray(0, 60) }, 'media.cut-off'],
    [
      'a low-data version of another kind',
      { 'a.mp4': craftMp4(), 'a.low.mp3': craftMp3() },
      'media.rendition-other',
    ],
    ['a PDF in a zip', { 'a.pdf': craftPdf() }, 'kind.zipped-single'],
    ['nothing that is known', { 'a.txt': page }, 'package.no-structure'],
    ['a package of AICC', { 'kursus.crs': page, 'kursus.au': page, 'a.html': page }, 'kind.other-standard'],
    ['a package of H5P', { 'h5p.json': text('{}') }, 'kind.other-standard'],
    [
      'a manifest beside another folder',
      { 'a/imsmanifest.xml': scorm(), 'b/x': page },
      'kind.manifest-in-folder',
    ],
    ['a manifest two folders down', { 'a/b/imsmanifest.xml': scorm() }, 'kind.manifest-in-folder'],
    ['a tincan.xml beside other files', { 'a/tincan.xml': tincan(), x: page }, 'kind.tincan-in-folder'],
    ['a structure in a folder', { 'a/cmi5.xml': cmi5() }, 'package.structure-in-folder'],
  ])('refuses %s with a name, and leaves nothing', async (_, files, code) => {
    const { job, codes, leftover } = await importOf(zip(files as Record<string, Uint8Array>));
    expect(job.state).toBe('refused');
    expect(codes).toContain(code);
    expect(leftover).toEqual([]);
    for (const { message, mend } of job.report?.findings ?? []) {
      for (const words of [message.id, message.en, mend.id, mend.en]) expect(words).not.toMatch(/\{|\?$|^$/);
    }
  });

  it('warns of a low-data version that is another film or no smaller', async () => {
    const files = { 'a.mp4': craftMp4(), 'a.low.mp4': craftMp4({ seconds: 20, dataBytes: 900 }) };
    const { job, codes } = await importOf(zip(files));
    expect(job.state).toBe('passed');
    expect(codes).toEqual(['media.rendition-larger', 'media.rendition-differs']);
  });
});

describe.each(kinds)('hostile packages: %s', (kind) => {
  const files = sound[kind];

  it.each([
    ['A1', '../../x.html', 'zip.name-outside'],
    ['A1', '..\\x.html', 'zip.name-outside'],
    ['A1', '/etc/x', 'zip.name-absolute'],
    ['A1', 'C:\\x', 'zip.name-absolute'],
  ])('%s: refuses the entry %s', async (_, name, code) => {
    const { job, codes, leftover } = await importOf(zip({ ...files, [name]: page }));
    expect(job.state).toBe('refused');
    expect(codes).toContain(code);
    expect(leftover).toEqual([]);
  });

  it('A2: refuses a link', async () => {
    const body = zipSync({ ...files, tautan: [text('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    const { codes, leftover } = await importOf(body);
    expect(codes).toContain('zip.special-file');
    expect(leftover).toEqual([]);
  });

  it('A3: refuses a bomb by its directory', async () => {
    const { codes, leftover } = await importOf(
      zipSync({ ...files, bom: new Uint8Array(2 ** 21) }, { level: 9 }),
    );
    expect(codes).toContain('zip.ratio');
    expect(leftover).toEqual([]);
  });

  it('A4: counts the bytes that come out, not those that were declared', async () => {
    const lying = isQuiz(kind) ? files : { ...files, 'z.vtt': captions };
    const body = Buffer.from(zipSync(lying, { level: 0 }));
    // The declared size of the last entry of the directory.
    const last = body.lastIndexOf('PK\u0001\u0002');
    body.writeUInt32LE(body.readUInt32LE(last + 24) - 1, last + 24);
    const { job, leftover } = await importOf(body);
    expect(job.state).toBe('refused');
    expect(leftover).toEqual([]);
  });

  it('A7: refuses names that differ by case or Unicode form alone', async () => {
    for (const [one, other] of [
      ['a.js', 'A.js'],
      ['caf\u00e9.js', 'cafe\u0301.js'],
    ] as const) {
      const { codes, leftover } = await importOf(zip({ ...files, [one]: page, [other]: page }));
      expect(codes).toContain('zip.duplicate');
      expect(leftover).toEqual([]);
    }
  });
});

describe.each(kinds.filter((kind) => !isQuiz(kind)))('names of ours: %s', (kind) => {
  const files = sound[kind];

  it('B4: refuses files where our own pages and names lie', async () => {
    const folder = { 'scorm12 in a folder': 'kursus/', 'tincan in folders': 'a/b/' }[kind as string] ?? '';
    for (const name of ['_sinau/sw.js', '_Sinau/scorm/index.html', '.sinau/package.json']) {
      const { job, codes, leftover } = await importOf(zip({ ...files, [`${folder}${name}`]: page }));
      expect(job.state).toBe('refused');
      expect(codes).toContain(isMedia(kind) ? 'kind.extra-file' : 'package.reserved-name');
      expect(leftover).toEqual([]);
    }
  });
});

describe.each(['quiz', 'qti'] as const)('files beside questions: %s', (kind) => {
  const files = sound[kind];

  it('B4, C5: serves no file that its questions do not show, whatever its name', async () => {
    for (const name of ['_sinau/sw.js', '.sinau/package.json', 'kunci.html']) {
      const { job, stored, deps, origin } = await importOf(zip({ ...files, [name]: page }));
      expect(job.state).toBe('passed');
      expect(stored).toEqual([]);
      expect(await deps.content.readPackage(origin)).toMatchObject({ kind: 'quiz' });
    }
  });
});

const doctype = '<!DOCTYPE manifest [<!ENTITY x SYSTEM "http://169.254.169.254/latest">]>';
const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 20 }, (_item, n) => `<!ENTITY a${n} "&a;&a;&a;">`).join('')}]>`;
const withManifest = [
  ['cmi5', 'cmi5.xml', cmi5],
  ['scorm12', 'imsmanifest.xml', scorm],
  ['scorm2004', 'imsmanifest.xml', scorm2004],
  ['tincan', 'tincan.xml', tincan],
  ['qti', 'imsmanifest.xml', qti],
] as const;

describe.each(withManifest)('hostile manifests: %s', (_, name, make) => {
  it.each([
    ['A5', doctype],
    ['A6', laughs],
  ])('%s: refuses a document type', async (_case, head) => {
    const { job, codes, leftover } = await importOf(
      zip({ [name]: make('index.html', head), 'index.html': page }),
    );
    expect(job.state).toBe('refused');
    expect(codes).toEqual(['xml.doctype']);
    expect(leftover).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'http://evil.example/x',
    '../../x.html',
    '//evil.example/x',
    'absent.html',
  ])('A8: refuses the address %s', async (href) => {
    const { job, leftover } = await importOf(zip({ [name]: make(href), 'index.html': page }));
    expect(job.state).toBe('refused');
    expect(job.report?.findings.some(({ line }) => line !== undefined)).toBe(true);
    expect(leftover).toEqual([]);
  });

  it('A10: markup of the package stays text in the report', async () => {
    const { job } = await importOf(zip({ [name]: make('&lt;img onerror=alert(1)&gt;'), 'index.html': page }));
    const told = JSON.stringify(job.report?.findings);
    expect(job.state).toBe('refused');
    expect(told).toMatch(/<img onerror|%3Cimg|img onerror/);
  });
});

describe.each([
  ['scorm12', scorm],
  ['scorm2004', scorm2004],
] as const)('A8: what else names files in a manifest of %s', (_, make) => {
  const resource = (more: string) =>
    text(new TextDecoder().decode(make()).replace('<resource ', `<resource ${more} `));
  const file = (href: string) =>
    text(new TextDecoder().decode(make()).replace('</resource>', `<file href="${href}"/></resource>`));

  it.each([
    ['a base elsewhere', resource('xml:base="https://evil.example/"')],
    ['a base that is code', resource('xml:base="javascript:alert(1)//"')],
    ['a base outside', resource('xml:base="../"')],
  ])('%s is refused, with its line, and nothing is left', async (_case, body) => {
    const { job, leftover } = await importOf(zip({ 'imsmanifest.xml': body, 'index.html': page }));
    expect(job.state).toBe('refused');
    expect(job.report?.findings.some(({ line }) => line !== undefined)).toBe(true);
    expect(leftover).toEqual([]);
  });

  it.each(['../../etc/passwd', 'http://169.254.169.254/latest', 'javascript:alert(1)'])(
    'the file %s, which nothing opens, is told and left out',
    async (href) => {
      const files = { 'imsmanifest.xml': file(href), 'index.html': page };
      const { job, codes, deps, origin, stored } = await importOf(zip(files));
      expect(job.state).toBe('passed');
      expect(codes).toContain('file.refused');
      expect(stored.toSorted()).toEqual(['imsmanifest.xml', 'index.html']);
      expect(JSON.stringify(await deps.content.readPackage(origin))).not.toContain(href);
    },
  );
});

describe.each(['video', 'audio'] as const)('hostile archives of media: %s', (kind) => {
  it.each([
    ['A5', 'takarir.ttml', text(`${doctype}<tt>&x;</tt>`), 'kind.extra-file'],
    ['A5', 'sampul.svg', text(`${doctype}<svg>&x;</svg>`), 'kind.extra-file'],
    ['A6', 'takarir.en.vtt', text(`${laughs}&a19;`), 'captions.header'],
    ['A9', 'takarir.en.vtt', text('<script>alert(1)</script>'), 'captions.header'],
  ])('%s: %s is read as nothing but what it must be', async (...defect) => {
    const [, name, body, code] = defect;
    const { job, codes, leftover } = await importOf(zip({ ...sound[kind], [name]: body }));
    expect(job.state).toBe('refused');
    expect(codes).toEqual([code]);
    expect(leftover).toEqual([]);
  });

  it.each(['javascript:alert(1)//id.vtt', 'https://evil.example/id.vtt'])(
    'A8: a name that is an address, %s, leads nowhere',
    async (name) => {
      const [film, body] = Object.entries(sound[kind])[0] ?? ['', page];
      const { job, stored, deps, origin, leftover } = await importOf(zip({ [film]: body, [name]: captions }));
      if (job.state === 'refused') {
        expect(leftover).toEqual([]);
        return;
      }
      expect(stored.toSorted()).toEqual(['captions/id.vtt', expect.stringMatching(/^media\.mp[34]$/)]);
      expect(await deps.content.readPackage(origin)).toMatchObject({
        media: { src: expect.stringMatching(/^media\.mp[34]$/), captions: [{ src: 'captions/id.vtt' }] },
      });
    },
  );

  it('A11: takes "./", backslashes and folders', async () => {
    const [[film = '', body = page] = []] = Object.entries(sound[kind]);
    const { job, stored } = await importOf(
      zip({ [`.\\materi\\${film}`]: body, './materi/id.vtt': captions }),
    );
    expect(job.state).toBe('passed');
    expect(stored.toSorted()).toEqual(['captions/id.vtt', expect.stringMatching(/^media\.mp[34]$/)]);
  });
});

describe('A9: types by content', () => {
  it.each(withManifest.map(([kind]) => kind).filter((kind) => !isQuiz(kind)))(
    'a page disguised as a picture becomes a download in %s',
    async (kind) => {
      const { job, typeOf, codes } = await importOf(
        zip({ ...sound[kind], 'cover.png': text('<script>alert(1)</script>') }),
      );
      expect(job.state).toBe('passed');
      expect(codes).toContain('package.type-differs');
      expect(await typeOf('cover.png')).toBe('application/octet-stream');
    },
  );
});

describe('A11: packages as authoring tools make them', () => {
  it.each([
    ['Tin Can', 'tincan.xml', tincan('./story.html?a=1#b'), 'story.html', page],
    ['QTI', 'imsmanifest.xml', qti('./soal/1.xml'), 'soal\\1.xml', qtiItem()],
    ['QTI in a folder', 'paket\\imsmanifest.xml', qti('soal/1.xml'), 'paket\\soal\\1.xml', qtiItem()],
  ] as const)(
    '%s with "./", backslashes, folder entries and litter',
    async (...[, name, body, file, bytes]) => {
      const { job } = await importOf(
        zip({
          [`./${name}`]: body,
          [file]: bytes,
          'paket/media\\': new Uint8Array(),
          '__MACOSX/._story.html': text('x'),
        }),
      );
      expect(job.report?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(job.state).toBe('passed');
    },
  );

  it('takes "./", backslashes, nested folders and files that the manifest does not name', async () => {
    const files = '<file href="./story.html"/><file href="story_content\\user.js"/>';
    const { job, stored } = await importOf(
      zip({
        './imsmanifest.xml': text(manifest(organized('./story.html?a=1#b', files))),
        'story.html': page,
        'story_content\\user.js': text('1'),
        'mobile\\': new Uint8Array(),
        'lms/lms.js': text('1'),
        'adlcp_rootv1p2.xsd': text('<xs:schema/>'),
        '__MACOSX/._story.html': text('x'),
      }),
    );
    expect(job.report?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(job.state).toBe('passed');
    expect(stored.sort()).toEqual([
      'adlcp_rootv1p2.xsd',
      'imsmanifest.xml',
      'lms/lms.js',
      'story.html',
      'story_content/user.js',
    ]);
  });
});
