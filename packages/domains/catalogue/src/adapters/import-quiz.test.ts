import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { parseQuizParameters, type Quiz, type RichText, writeQuizDocument } from '@sinau/quiz';
import { sampleQuiz } from '@sinau/quiz/testing';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CourseId,
  compareVersions,
  editDraft,
  getImportReport,
  getVersionStructure,
  runImport,
  submitPackage,
} from '../index.ts';
import { memoryCatalogue } from '../testing/index.ts';
import { createContentRoom, createUploadRoom } from './index.ts';
import { createPackageOpener } from './package-reader.ts';

const principal: Principal = {
  ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/write'] },
  tenant: { kind: 'provider', providerId: 'p1' as ProviderId },
};
const text = (value: string) => new TextEncoder().encode(value);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'quiz-'));
});
afterEach(async () => {
  expect(await readdir(temporaryFolder)).toEqual([]);
  await rm(temporaryFolder, { recursive: true });
});

async function importOf(body: Uint8Array, fileName = 'kuis.json') {
  const uploads = createMemoryObjectStore();
  const content = createMemoryObjectStore();
  const deps = {
    ...memoryCatalogue(),
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    packages: createPackageOpener({ uploads, content, temporaryFolder, maxPackageBytes: 50_000_000 }),
    queue: { send: async () => undefined },
    ...{ maxPackageBytes: 50_000_000, allowedOrigins: [], activityBase: 'https://sinau.example/activities' },
  };
  const sent = { principal, fileName, contentType: 'application/json', body };
  const { jobId } = await submitPackage(deps, sent);
  await runImport(deps, { jobId });
  const job = await getImportReport(deps, { principal, jobId });
  const courseId = job.result?.courseId;
  const [made] = courseId ? await deps.courses.listPackages(courseId) : [];
  const origin = made?.originHash ?? '';
  const keys: string[] = [];
  for await (const { key } of content.list('')) keys.push(key);
  const folder = `versions/${origin}/`;
  const stored = keys.filter((key) => key.startsWith(folder)).map((key) => key.slice(folder.length));
  const typeOf = async (name: string) => (await content.head(`${folder}${name}`))?.contentType;
  const codes = job.report?.findings.map(({ code }) => code) ?? [];
  return { deps, job, courseId, origin, codes, keys, stored: stored.toSorted(), typeOf };
}

const withPrompt = (prompt: RichText): Quiz => ({
  ...sampleQuiz,
  sections: [
    {
      sectionId: 's',
      questions: sampleQuiz.sections
        .flatMap(({ questions }) => questions.slice(0, 1))
        .map((one) => ({ ...one, prompt })),
    },
  ],
});
const image = (src: string): RichText => [{ type: 'image', src, alt: 'Peta' }];

describe('a quiz of Sinau', () => {
  it('becomes a module of one AU with its own rules, and nothing of it is served as a file (case C5)', async () => {
    const { deps, job, courseId, origin, stored } = await importOf(text(writeQuizDocument(sampleQuiz)));
    expect(job).toMatchObject({
      state: 'passed',
      result: { kind: 'quiz', auCount: 1, title: { und: sampleQuiz.title } },
    });
    // Below `.sinau/` nothing is served.
    expect(stored).toEqual(['.sinau/package.json']);
    expect(await deps.content.readPackage(origin)).toEqual({ kind: 'quiz', quiz: sampleQuiz });
    const found = courseId ? await getVersionStructure(deps, { courseId, version: 1 }) : undefined;
    expect(found?.version.modules).toMatchObject([
      { kind: 'quiz', moveOn: 'Passed', quiz: sampleQuiz.rules, auCount: 1 },
    ]);
    const au = found?.structure.aus[0];
    expect(au).toMatchObject({
      file: '_sinau/quiz/index.html',
      moveOn: 'Passed',
      masteryScore: 0.7,
      activityType: 'http://adlnet.gov/expapi/activities/assessment',
    });
    expect(parseQuizParameters(au?.launchParameters)).toEqual({
      ...{ v: 1, kind: 'quiz', title: sampleQuiz.title, questions: 6, rules: sampleQuiz.rules },
    });
    expect(JSON.stringify(found?.structure)).not.toMatch(/semarang|Soekarno|share|3\.14/i);
  });

  it('brings images in a zip, by their content, and leaves other files behind', async () => {
    const quiz = withPrompt(image('gambar/peta.jpg'));
    const { job, stored, typeOf } = await importOf(
      zipSync({
        'quiz.json': text(writeQuizDocument(quiz)),
        'gambar/peta.jpg': png,
        'gambar/lain.png': png,
        'kunci.txt': text('jawaban'),
      }),
    );
    expect(job).toMatchObject({ state: 'passed', result: { kind: 'quiz' } });
    expect(stored).toEqual(['.sinau/package.json', 'gambar/peta.jpg']);
    expect(await typeOf('gambar/peta.jpg')).toBe('image/png');
  });

  it.each([
    ['is not there', 'gambar/lain.png'],
    ['is a page (case A9)', 'halaman.png'],
    ['is an SVG', 'gambar.svg'],
  ])('is refused when an image %s', async (_, src) => {
    const { job, codes, keys } = await importOf(
      zipSync({
        'quiz.json': text(writeQuizDocument(withPrompt(image(src)))),
        'halaman.png': text('<script>alert(1)</script>'),
        'gambar.svg': text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      }),
    );
    expect(job.state).toBe('refused');
    expect(codes).toEqual(['quiz.image-missing']);
    expect(keys).toEqual([]);
  });

  it('is refused when its image has a name of ours (case B4)', async () => {
    const name = '_sinau/quiz/peta.png';
    const body = zipSync({ 'quiz.json': text(writeQuizDocument(withPrompt(image(name)))), [name]: png });
    expect((await importOf(body)).codes).toEqual(['package.reserved-name']);
  });

  it.each([
    ['a broken one', '{"sinauQuiz":1,', 'quiz.not-json'],
    ['a key twice (case D4)', '{"sinauQuiz":1,"sinauQuiz":1}', 'quiz.not-json'],
    ['another version', '{"sinauQuiz":2}', 'quiz.shape'],
    ['one without questions', '{"sinauQuiz":1,"v":1,"title":"A"}', 'quiz.shape'],
    ['other JSON', '{"a":1}', 'package.unknown-format'],
    ['broken other JSON', '{"a":', 'package.unknown-format'],
    ['binary', '{\u0000\u0001', 'package.unknown-format'],
    ['deep nesting (case D4)', `{"sinauQuiz":1,"a":${'['.repeat(100_000)}`, 'quiz.not-json'],
  ])('is refused as %s, and leaves nothing', async (_, body, code) => {
    const { job, codes, keys } = await importOf(text(body));
    expect(job.state).toBe('refused');
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(keys).toEqual([]);
  });
});

describe('the rules of a quiz', () => {
  it('are set by the course, whole and right, and its AU follows them', async () => {
    const { deps, courseId } = await importOf(text(writeQuizDocument(sampleQuiz)));
    const course = courseId && (await deps.courses.find(courseId));
    if (!course) throw new Error('no course');
    const moduleId = course.draft.modules[0]?.moduleId ?? '';
    const quiz = { shuffleQuestions: true, review: 'marks', reviewFrom: 'end', passMark: 0.5 } as const;
    const edit = { rev: course.rev, modules: [{ moduleId, quiz }] };
    const edited = await editDraft(deps, { principal, courseId: course.courseId, edit });
    expect(edited.draft.modules).toMatchObject([{ kind: 'quiz', quiz }]);
    expect(edited.draft.modules[0]?.quiz).toEqual(quiz);
  });
});

describe('another quiz in the place of one', () => {
  it('is told by its questions, and keeps the rules that the course has set', async () => {
    const { deps, courseId = '' } = await importOf(text(writeQuizDocument(sampleQuiz)));
    const course = await deps.courses.find(courseId as CourseId);
    const moduleId = course?.draft.modules[0]?.moduleId ?? '';
    const quiz = { ...sampleQuiz.rules, passMark: 0.8 };
    const edit = { rev: course?.rev ?? 0, modules: [{ moduleId, quiz }] };
    await editDraft(deps, { principal, courseId: courseId as CourseId, edit });
    const [first, ...others] = sampleQuiz.sections;
    const harder = {
      ...sampleQuiz,
      sections: [{ ...first, questions: first?.questions.slice(1) }, ...others],
    };
    const body = text(writeQuizDocument(harder as Quiz));
    const sent = {
      principal,
      fileName: 'b.json',
      contentType: 'application/json',
      body,
      courseId,
      module: moduleId,
    };
    await runImport(deps, { jobId: (await submitPackage(deps, sent)).jobId });
    const between = { principal, courseId: courseId as CourseId, from: 1, to: 2 };
    const { modules, parts } = await compareVersions(deps, between);
    expect(modules).toMatchObject([
      {
        ...{ moduleId, change: 'replaced', quizRules: ['passMark'] },
        questions: { added: [], removed: ['Ibu kota'], changed: [] },
      },
    ]);
    expect(parts).toMatchObject([{ change: 'criterion' }]);
  });
});

describe('an export of Moodle', () => {
  const png64 = Buffer.from(png).toString('base64');
  const moodle = (head = '', type = 'multichoice') => `<?xml version="1.0" encoding="UTF-8"?>${head}
<!-- <quiz2> -->
<quiz><question type="category"><category><text>$course$/top/Etika</text></category></question>
<question type="essay"><name><text>Esai</text></name><questiontext format="html"><text>Tulis.</text></questiontext></question>
<question type="${type}"><name><text>Peta</text></name>
<questiontext format="html"><text><![CDATA[<p onclick="x()">Apa ini?<script>alert(1)</script></p><img src="@@PLUGINFILE@@/p.png">]]></text>
<file name="p.png" path="/" encoding="base64">${png64}</file></questiontext>
<answer fraction="100"><text>Peta</text></answer><answer fraction="0"><text>Foto</text></answer></question></quiz>`;

  it('is told by its content, brings its images as files, and says what was left out and where', async () => {
    const { deps, job, origin, stored, typeOf } = await importOf(text(moodle()), 'Ujian_akhir.xml');
    expect(job).toMatchObject({ state: 'passed', result: { kind: 'quiz', title: { und: 'Ujian akhir' } } });
    expect(stored).toHaveLength(2);
    const [, name = ''] = stored;
    expect(name).toMatch(/^images\/[\da-f]{16}\.png$/);
    expect(await typeOf(name)).toBe('image/png');
    const content = await deps.content.readPackage(origin);
    const questions = content?.kind === 'quiz' ? content.quiz.sections.flatMap((one) => one.questions) : [];
    expect(questions.map(({ prompt }) => prompt)).toEqual([
      [
        { type: 'paragraph', runs: [{ text: 'Apa ini?' }] },
        { type: 'image', src: name, alt: '' },
      ],
    ]);
    expect(job.report?.findings).toMatchObject([
      { severity: 'warning', code: 'source.kind', file: 'Ujian_akhir.xml', line: 4, column: 1 },
      {
        severity: 'warning',
        code: 'source.element',
        params: { element: 'script', question: 'Peta' },
        line: 6,
      },
      { severity: 'warning', code: 'source.no-alt', params: { question: 'Peta' }, line: 6 },
    ]);
  });

  it.each([
    ['A5', '<!DOCTYPE quiz [<!ENTITY x SYSTEM "http://169.254.169.254/latest">]>', 'quiz.doctype'],
    ['A6', `<!DOCTYPE q [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;">'.repeat(20)}]>`, 'quiz.doctype'],
    ['malformed', '<quiz>', 'quiz.not-xml'],
  ])('%s: is refused, and leaves nothing', async (_, head, code) => {
    const { job, codes, keys } = await importOf(text(moodle(head)), 'soal.xml');
    expect(job.state).toBe('refused');
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(keys).toEqual([]);
  });

  it('is refused when nothing of it can be asked', async () => {
    const { job, codes, keys } = await importOf(text(moodle('', 'calculated')), 'soal.xml');
    expect(job.state).toBe('refused');
    expect(codes).toContain('source.nothing');
    expect(keys).toEqual([]);
  });
});

describe('a package of QTI', () => {
  const resources = (...hrefs: readonly string[]) =>
    hrefs
      .map((href) => `<resource identifier="${href}" type="imsqti_item_xmlv3p0" href="${href}"/>`)
      .join('');
  const manifest = (body: string, head = '') =>
    text(
      `${head}<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources>${body}</resources></manifest>`,
    );
  const item = (prompt = 'Apa?', head = '') =>
    text(`${head}<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="Peta">
<qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><p>${prompt}</p><qti-choice-interaction response-identifier="R"><qti-simple-choice identifier="A">Ya</qti-simple-choice><qti-simple-choice identifier="B">Bukan</qti-simple-choice></qti-choice-interaction></qti-item-body>
</qti-assessment-item>`);

  it('keeps the images of its questions and serves nothing else of it (case C5)', async () => {
    const { deps, job, origin, stored, typeOf } = await importOf(
      zipSync({
        'paket/imsmanifest.xml': manifest(resources('soal/1.xml')),
        'paket/soal/1.xml': item('Apa <b>ini</b>? <img src="../img/p.png" alt="Peta"/>'),
        'paket/img/p.png': png,
        'paket/img/lain.png': png,
      }),
      'ujian.zip',
    );
    expect(job).toMatchObject({ state: 'passed', result: { kind: 'quiz', title: { und: 'ujian' } } });
    expect(stored).toEqual(['.sinau/package.json', 'img/p.png']);
    expect(await typeOf('img/p.png')).toBe('image/png');
    const content = await deps.content.readPackage(origin);
    expect(content?.kind === 'quiz' && content.quiz.sections[0]?.questions[0]?.prompt).toEqual([
      { type: 'paragraph', runs: [{ text: 'Apa ' }, { text: 'ini', strong: true }, { text: '?' }] },
      { type: 'image', src: 'img/p.png', alt: 'Peta' },
    ]);
  });

  it('may be one item by itself', async () => {
    const { job, stored } = await importOf(item(), 'soal.xml');
    expect(job).toMatchObject({ state: 'passed', result: { kind: 'quiz', title: { und: 'Peta' } } });
    expect(stored).toEqual(['.sinau/package.json']);
  });

  const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  it.each([
    ['a document type in an item (case A5)', item('x', doctype), 'quiz.doctype'],
    ['an item that is no XML', text('<qti-assessment-item>'), 'quiz.not-xml'],
    ['nothing that can be asked', text('<qti-assessment-item identifier="x"/>'), 'source.nothing'],
  ])('is refused with %s, and leaves nothing', async (_, body, code) => {
    const files = { 'imsmanifest.xml': manifest(resources('1.xml')), '1.xml': body };
    const { job, codes, keys } = await importOf(zipSync(files), 'ujian.zip');
    expect(job.state).toBe('refused');
    expect(codes).toContain(code);
    expect(job.report?.findings.every(({ line }) => line !== undefined)).toBe(true);
    expect(keys).toEqual([]);
  });
});
