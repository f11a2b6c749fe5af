import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId, Principal, ProviderId } from '@sinau/kernel';
import { Unavailable } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { ObjectStore } from '@sinau/platform/objects';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import type { ZipLimits } from '@sinau/platform/zip';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContentRoom, createUploadRoom } from './adapters/index.ts';
import { createPackageOpener } from './adapters/package-reader.ts';
import {
  type CourseId,
  cancelUpload,
  createUpload,
  type DeleteDeps,
  deleteCourse,
  getCourse,
  getImportReport,
  type JobId,
  listProviderCourses,
  publishCourse,
  type RunImportDeps,
  retireCourse,
  runImport,
  startImport,
  submitPackage,
  sweepImports,
  sweepRemovals,
} from './index.ts';
import { memoryCatalogue } from './testing/index.ts';

const author = (provider: string): Principal => ({
  kind: 'client',
  clientId: provider,
  name: provider,
  tenant: { kind: 'provider', providerId: provider as ProviderId },
  scopes: ['courses/write', 'courses/read'],
});
const rina = author('p1');
const other = author('p2');

const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const structure = (url = 'index.html') =>
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://p.example/c">${wording}</course>
<au id="https://p.example/a" moveOn="Passed">${wording}<url>${url}</url></au></courseStructure>`;
const text = (value: string) => new TextEncoder().encode(value);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const sound = {
  'cmi5.xml': text(structure()),
  'index.html': text('<h1>Etika</h1>'),
  'media/cover.png': png,
};
const zip = (files: Record<string, Uint8Array>) => zipSync(files);

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'catalogue-'));
});
afterEach(async () => {
  // Whatever a test did, no package may stay on the disk.
  expect(await readdir(temporaryFolder)).toEqual([]);
  await rm(temporaryFolder, { recursive: true });
});

function setup(zipLimits: Partial<ZipLimits> = {}) {
  const uploads = createMemoryObjectStore();
  const content = createMemoryObjectStore();
  const sent: JobId[] = [];
  const deps = {
    ...memoryCatalogue(),
    clock: fixedClock(),
    ids: countedIds(),
    digest: nodeDigest,
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    packages: createPackageOpener({
      uploads,
      content,
      temporaryFolder,
      maxPackageBytes: 10_000_000,
      zipLimits,
    }),
    queue: { send: async ({ jobId }: { jobId: JobId }) => void sent.push(jobId) },
    maxPackageBytes: 10_000_000,
    allowedOrigins: [],
    activityBase: 'https://sinau.example/activities',
  } satisfies RunImportDeps & Record<string, unknown>;
  return { deps, uploads, content, sent };
}
type Setup = ReturnType<typeof setup>;

const submit = ({ deps }: Setup, body: Uint8Array, more: { courseId?: string } = {}) =>
  submitPackage(deps, {
    principal: rina,
    fileName: 'etika.zip',
    contentType: 'application/zip',
    body,
    ...more,
  });
const reportOf = ({ deps }: Setup, jobId: JobId) => getImportReport(deps, { principal: rina, jobId });
const keysOf = async (store: ObjectStore) => {
  const keys: string[] = [];
  for await (const { key } of store.list('')) keys.push(key);
  return keys;
};

async function importOf(given: Setup, body: Uint8Array) {
  const { jobId } = await submit(given, body);
  const outcome = await runImport(given.deps, { jobId });
  return { outcome, job: await reportOf(given, jobId) };
}

describe('runImport', () => {
  it('A12: leaves alone what its sender has given up, whatever message of it still comes', async () => {
    const given = setup();
    const { deps, uploads, content } = given;
    const body = zip(sound);
    const request = { fileName: 'etika.zip', contentType: 'application/zip', sizeBytes: body.length };
    const { jobId } = await createUpload(deps, { principal: rina, request });
    await cancelUpload(deps, { principal: rina, jobId });
    // Its address takes a package until it expires.
    await uploads.put({ key: (await deps.jobs.find(jobId))?.uploadKey ?? '', body });
    expect(await runImport(deps, { jobId })).toBe('finished');
    expect(await reportOf(given, jobId)).toMatchObject({ state: 'cancelled' });
    expect(await keysOf(content)).toEqual([]);
  });

  it('makes a draft course with a version whose files lie under an origin of its own', async () => {
    const given = setup();
    const { outcome, job } = await importOf(
      given,
      zip({ ...sound, '__MACOSX/._x': text('x'), '.DS_Store': text('x') }),
    );
    expect(outcome).toBe('passed');
    expect(job).toMatchObject({
      state: 'passed',
      progress: { done: 3, total: 3 },
      report: { errorCount: 0, warningCount: 0, findings: [] },
      result: { version: 1, title: { id: 'Etika' }, auCount: 1 },
    });
    const courseId = job.result?.courseId;
    if (!courseId) throw new Error('no course');
    const { course, versions } = await getCourse(given.deps, { principal: rina, courseId });
    expect(course).toMatchObject({
      status: 'draft',
      latestVersion: 1,
      providerId: 'p1',
      title: { id: 'Etika' },
    });
    const [version] = versions;
    expect(version).toMatchObject({
      version: 1,
      fileCount: 3,
      modules: [{ kind: 'cmi5', packageId: job.jobId }],
    });
    const folder = `versions/${version?.originHash}`;
    expect(version?.originHash).toMatch(/^[0-9a-f]{32}$/);
    expect(await keysOf(given.content)).toEqual([
      `${folder}/.sinau/structure.json`,
      `${folder}/cmi5.xml`,
      `${folder}/index.html`,
      `${folder}/media/cover.png`,
    ]);
    expect(await given.deps.content.readStructure(version?.originHash ?? '')).toMatchObject({
      aus: [{ file: 'index.html', moveOn: 'Passed' }],
    });
  });

  it('imports a bare cmi5.xml whose AUs live on a listed origin', async () => {
    const given = setup();
    const deps = { ...given.deps, allowedOrigins: ['https://c.example'] };
    const { jobId } = await submit(given, text(structure('https://c.example/a')));
    expect(await runImport(deps, { jobId })).toBe('passed');
    expect(await keysOf(given.content)).toHaveLength(1);
  });

  it.each<[string, Uint8Array, string]>([
    ['A1: a name that leaves the package', zip({ ...sound, '../x.html': text('x') }), 'zip.name-outside'],
    ['A1: an absolute name', zip({ ...sound, '/etc/x': text('x') }), 'zip.name-absolute'],
    [
      'A2: a symbolic link',
      zipSync({ ...sound, link: [text('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
      'zip.special-file',
    ],
    [
      'A5: a DTD',
      zip({ ...sound, 'cmi5.xml': text(`<!DOCTYPE c SYSTEM "http://127.0.0.1:9/">${structure()}`) }),
      'xml.doctype',
    ],
    ['A7: two names that differ by letter case', zip({ ...sound, 'Index.html': text('x') }), 'zip.duplicate'],
    [
      'A8: an AU URL that is code',
      zip({ ...sound, 'cmi5.xml': text(structure('javascript:alert(1)')) }),
      'url.scheme',
    ],
    [
      'A8: an AU on a foreign origin',
      zip({ ...sound, 'cmi5.xml': text(structure('http://evil.example/')) }),
      'url.origin',
    ],
    [
      'A8: an AU outside the package',
      zip({ ...sound, 'cmi5.xml': text(structure('../x.html')) }),
      'url.outside-package',
    ],
    ['a package without cmi5.xml', zip({ 'index.html': text('x') }), 'package.no-structure'],
    [
      'a package zipped with its folder',
      zip({ 'kursus/cmi5.xml': text(structure()) }),
      'package.structure-in-folder',
    ],
    ['a name that is ours', zip({ ...sound, '.Sinau/structure.json': text('{}') }), 'package.reserved-name'],
    ['what is neither zip nor XML', text('# Markdown'), 'package.unknown-format'],
    ['a relative URL without zip', text(structure()), 'url.relative-without-zip'],
    ['a zip that was cut', zip(sound).subarray(0, 100), 'zip.malformed'],
  ])('refuses %s, with a report and nothing left behind', async (_kind, body, code) => {
    const given = setup();
    const { outcome, job } = await importOf(given, body);
    expect(outcome).toBe('refused');
    expect(job).toMatchObject({
      state: 'refused',
      report: { errorCount: 1, findings: [{ severity: 'error', code }] },
    });
    expect(await keysOf(given.content)).toEqual([]);
    expect(await keysOf(given.uploads)).toEqual([]);
    expect((await listProviderCourses(given.deps, { principal: rina, limit: 10 })).courses).toEqual([]);
  });

  it('A3, A4: refuses what only shows while unpacking, and deletes the files stored before', async () => {
    const given = setup();
    const body = Buffer.from(zip({ ...sound, 'z.bin': new Uint8Array(5_000) }));
    // The last file's checksum in the central directory.
    const entry = body.lastIndexOf('PK\u0001\u0002');
    body.writeUInt32LE(1, entry + 16);
    const { outcome, job } = await importOf(given, body);
    expect(outcome).toBe('refused');
    expect(job.report?.findings).toMatchObject([{ code: 'zip.checksum', file: 'z.bin' }]);
    expect(await keysOf(given.content)).toEqual([]);
    const limited = setup({ maxTotalBytes: 4_000 });
    expect(
      (await importOf(limited, zip({ ...sound, 'z.bin': new Uint8Array(5_000) }))).job.report?.findings,
    ).toMatchObject([{ code: 'zip.total-too-large' }]);
  });

  it('A9: gives a type by content and serves a disguised page as a download', async () => {
    const given = setup();
    const large = new Uint8Array(5 * 1024 * 1024).fill(32);
    large.set(text('\u0000\u0000\u0000\u0018ftypmp42'));
    const { job } = await importOf(
      given,
      zip({
        ...sound,
        'cover.png': text('<html><script>alert(1)</script>'),
        'shape.svg': text('<svg><script>1</script></svg>'),
        'film.mp4': large,
        'fake.mp4': large.map((byte) => byte ^ 1),
        'app.js': text('1'),
        'data.xyz': text('<html>'),
        'page.html': Uint8Array.from([0, 1, 2]),
      }),
    );
    const types: Record<string, string | undefined> = {};
    for (const key of await keysOf(given.content)) {
      types[key.split('/').slice(2).join('/')] = (await given.content.head(key))?.contentType;
    }
    expect(types).toMatchObject({
      'index.html': 'text/html',
      'media/cover.png': 'image/png',
      'cover.png': 'application/octet-stream',
      'shape.svg': 'image/svg+xml',
      'film.mp4': 'video/mp4',
      'fake.mp4': 'application/octet-stream',
      'app.js': 'text/javascript',
      'data.xyz': 'application/octet-stream',
      'page.html': 'application/octet-stream',
    });
    const differing = job.report?.findings.map(({ code, file }) => [code, file]).sort();
    expect(differing).toEqual(
      ['cover.png', 'fake.mp4', 'page.html'].map((file) => ['package.type-differs', file]),
    );
    const film = (await keysOf(given.content)).find((key) => key.endsWith('/film.mp4')) ?? '';
    expect(Buffer.from((await given.content.get(film)) ?? []).equals(large)).toBe(true);
  });

  it('A12: of two workers at once one wins, and no file of the other stays', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    const outcomes = await Promise.all([1, 2, 3].map(() => runImport(given.deps, { jobId })));
    expect(outcomes.sort()).toEqual(['busy', 'busy', 'passed']);
    expect(new Set((await keysOf(given.content)).map((key) => key.split('/')[1])).size).toBe(1);
    expect(await runImport(given.deps, { jobId })).toBe('finished');
    expect((await listProviderCourses(given.deps, { principal: rina, limit: 10 })).courses).toHaveLength(1);
  });

  it('A12: a second message finds the job in other hands while its worker is alive', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    let second: string | undefined;
    const first: RunImportDeps = {
      ...given.deps,
      content: {
        ...given.deps.content,
        writePackage: async (originHash, made) => {
          given.deps.clock.advance(4 * 60_000);
          second = await runImport(given.deps, { jobId });
          await given.deps.content.writePackage(originHash, made);
        },
      },
    };
    expect(await runImport(first, { jobId })).toBe('passed');
    expect(second).toBe('busy');
  });

  it('A12: a worker that was given up cannot commit any more and tidies up', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    let second: string | undefined;
    const slow: RunImportDeps = {
      ...given.deps,
      content: {
        ...given.deps.content,
        writePackage: async (originHash, made) => {
          await given.deps.content.writePackage(originHash, made);
          given.deps.clock.advance(6 * 60_000);
          second = await runImport(given.deps, { jobId });
        },
      },
    };
    await expect(runImport(slow, { jobId })).rejects.toBeInstanceOf(Unavailable);
    expect(second).toBe('passed');
    expect(await reportOf(given, jobId)).toMatchObject({ state: 'passed', tries: 2 });
    const { result } = await reportOf(given, jobId);
    if (!result) throw new Error('no result');
    const { versions } = await getCourse(given.deps, { principal: rina, courseId: result.courseId });
    expect(versions).toHaveLength(1);
    const origins = new Set((await keysOf(given.content)).map((key) => key.split('/')[1]));
    expect([...origins]).toEqual([versions[0]?.originHash]);
  });

  it('starts anew after a crash, and deletes what the broken try left', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    // A worker that dies: nothing after its first file happens, not even its tidying.
    const dies: RunImportDeps = {
      ...given.deps,
      content: {
        ...given.deps.content,
        writePackage: () => Promise.reject(new Error('disk')),
        discard: () => Promise.reject(new Error('dead')),
      },
    };
    await expect(runImport(dies, { jobId })).rejects.toThrow('disk');
    expect((await keysOf(given.content)).length).toBeGreaterThan(0);
    expect(await runImport(given.deps, { jobId })).toBe('passed');
    expect(new Set((await keysOf(given.content)).map((key) => key.split('/')[1])).size).toBe(1);
  });

  it('keeps the files of a version whose commit landed though its answer was lost', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    const deaf: RunImportDeps = {
      ...given.deps,
      jobs: {
        ...given.deps.jobs,
        commit: async (change) => {
          await given.deps.jobs.commit(change);
          throw new Unavailable('time-out');
        },
      },
    };
    await expect(runImport(deaf, { jobId })).rejects.toThrow('time-out');
    expect(await reportOf(given, jobId)).toMatchObject({ state: 'passed' });
    expect(await keysOf(given.content)).toHaveLength(4);
    expect(await runImport(given.deps, { jobId })).toBe('finished');
  });

  it('deletes the files of a try whose commit did not land', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    const down: RunImportDeps = {
      ...given.deps,
      jobs: { ...given.deps.jobs, commit: () => Promise.reject(new Unavailable('down')) },
    };
    await expect(runImport(down, { jobId })).rejects.toThrow('down');
    expect(await reportOf(given, jobId)).toMatchObject({ state: 'queued' });
    expect(await keysOf(given.content)).toEqual([]);
  });

  it('R8: tells the author when the platform failed for good', async () => {
    const given = setup();
    const { jobId } = await submit(given, zip(sound));
    const broken: RunImportDeps = {
      ...given.deps,
      content: { ...given.deps.content, writePackage: () => Promise.reject(new Error('down')) },
    };
    for (let tries = 1; tries <= 3; tries += 1) {
      await expect(runImport(broken, { jobId })).rejects.toThrow('down');
      expect((await reportOf(given, jobId)).state).toBe(tries < 3 ? 'queued' : 'failed');
    }
    const failed = await reportOf(given, jobId);
    expect(failed.report?.findings).toMatchObject([{ code: 'package.import-failed' }]);
    expect(await keysOf(given.content)).toEqual([]);
    // The author has been told; a message that comes late makes no course out of it.
    expect(await runImport(given.deps, { jobId })).toBe('finished');
    expect(await reportOf(given, jobId)).toEqual(failed);
    expect(await keysOf(given.content)).toEqual([]);
  });

  it('adds a version to the course named, and another to none', async () => {
    const given = setup();
    const { job } = await importOf(given, zip(sound));
    const courseId = job.result?.courseId ?? '';
    const again = await submit(given, zip(sound), { courseId });
    expect(await runImport(given.deps, { jobId: again.jobId })).toBe('passed');
    expect((await reportOf(given, again.jobId)).result).toMatchObject({ courseId, version: 2 });
    await expect(submit(given, zip(sound), { courseId: 'unknown' })).rejects.toMatchObject({
      code: 'catalogue.not-found',
    });
    const foreign = submitPackage(given.deps, {
      ...{ principal: other, fileName: 'x', contentType: 'application/zip', body: zip(sound) },
      courseId,
    });
    await expect(foreign).rejects.toMatchObject({ code: 'catalogue.not-found' });
  });
});

describe('deleteCourse', () => {
  const nobody = () => ({ writes: [] });
  const somebody = () => ({ writes: [{ holds: () => false, apply: () => undefined }] });

  async function imported() {
    const given = setup();
    const { job } = await importOf(given, zip(sound));
    const courseId = job.result?.courseId;
    if (!courseId) throw new Error('no course');
    const remove = (closing: DeleteDeps['closing'] = nobody, principal = rina) =>
      deleteCourse({ ...given.deps, closing }, { principal, courseId });
    return { given, courseId, remove };
  }

  it('leaves no row and no file, and is harmless to ask again', async () => {
    const { given, courseId, remove } = await imported();
    await importOf(given, zip({ 'cmi5.xml': sound['cmi5.xml'], 'index.html': text('x') }));
    const again = await submit(given, zip(sound), { courseId });
    await runImport(given.deps, { jobId: again.jobId });
    const before = (await keysOf(given.content)).length;
    await remove();
    // The other course keeps its three files.
    expect(before).toBeGreaterThan(3);
    expect(await keysOf(given.content)).toHaveLength(3);
    expect(await keysOf(given.uploads)).toHaveLength(1);
    expect(await given.deps.courses.listVersions(courseId)).toEqual([]);
    await expect(getCourse(given.deps, { principal: rina, courseId })).rejects.toMatchObject({
      code: 'catalogue.not-found',
    });
    await remove();
    expect(await given.deps.courses.listOpenRemovals()).toEqual([]);
  });

  it('C2: answers alike for the course of another, a deleted one of another and none', async () => {
    const { given, remove } = await imported();
    const foreign = { code: 'catalogue.not-found', message: 'There is no such course.' };
    await expect(remove(nobody, other)).rejects.toMatchObject(foreign);
    await remove();
    await expect(remove(nobody, other)).rejects.toMatchObject(foreign);
    const none = { principal: rina, courseId: 'none' as CourseId };
    await expect(deleteCourse({ ...given.deps, closing: nobody }, none)).rejects.toMatchObject(foreign);
  });

  it('keeps a course that is published, or that somebody has come to', async () => {
    const { given, courseId, remove } = await imported();
    await publishCourse(given.deps, { principal: rina, courseId, request: { jp: '2' } });
    await expect(remove()).rejects.toMatchObject({ code: 'catalogue.in-use' });
    await retireCourse(given.deps, { principal: rina, courseId });
    await expect(remove(somebody)).rejects.toMatchObject({ code: 'catalogue.in-use' });
    expect((await getCourse(given.deps, { principal: rina, courseId })).versions).toHaveLength(1);
    expect((await keysOf(given.content)).length).toBeGreaterThan(0);
    await remove();
    expect(await keysOf(given.content)).toEqual([]);
  });

  it('refuses an import that runs meanwhile, and nothing of it stays', async () => {
    const { given, courseId, remove } = await imported();
    const { jobId } = await submit(given, zip(sound), { courseId });
    const overtaken: RunImportDeps = {
      ...given.deps,
      content: {
        ...given.deps.content,
        writePackage: async (originHash, made) => {
          await given.deps.content.writePackage(originHash, made);
          await remove();
        },
      },
    };
    expect(await runImport(overtaken, { jobId })).toBe('refused');
    expect((await reportOf(given, jobId)).report?.findings).toMatchObject([{ code: 'package.course-gone' }]);
    expect(await keysOf(given.content)).toEqual([]);
    expect(await keysOf(given.uploads)).toEqual([]);
    expect(await given.deps.courses.listPackages(courseId)).toEqual([]);
  });

  it('goes on where it broke off, when asked again or by the sweep', async () => {
    const { given, remove } = await imported();
    const broken = { ...given.deps.content, discard: () => Promise.reject(new Error('down')) };
    const { content } = given.deps;
    given.deps.content = broken;
    await expect(remove()).rejects.toThrow('down');
    given.deps.content = content;
    expect(await sweepRemovals(given.deps)).toBe(1);
    expect(await keysOf(given.content)).toEqual([]);
    expect(await sweepRemovals(given.deps)).toBe(0);
  });
});

describe('startImport', () => {
  const request = { fileName: 'etika.zip', contentType: 'application/zip', sizeBytes: 500 };

  it('A12: refuses an upload that is absent or cut, and takes it once it is whole', async () => {
    const given = setup();
    const { jobId, url } = await createUpload(given.deps, { principal: rina, request });
    expect(url).toContain('size=500');
    const start = () => startImport(given.deps, { principal: rina, jobId });
    await expect(start()).rejects.toThrow('not uploaded');
    const { uploadKey: key } = await reportOf(given, jobId);
    await given.deps.uploads.put({ key, contentType: 'application/zip', body: new Uint8Array(300) });
    await expect(start()).rejects.toThrow('300 bytes where 500');
    expect(given.sent).toEqual([]);
    await given.deps.uploads.put({ key, contentType: 'application/zip', body: new Uint8Array(500) });
    expect(await start()).toMatchObject({ state: 'queued' });
    expect(await start()).toMatchObject({ state: 'queued' });
    expect(new Set(given.sent)).toEqual(new Set([jobId]));
  });

  it('R8: notes the person who will be told how it ended, and nobody for a machine', async () => {
    const given = setup();
    const hadi: Principal = {
      kind: 'person',
      personId: 'hadi' as PersonId,
      name: 'Hadi Contoh',
      roles: ['provider-author'],
      providerId: 'p1' as ProviderId,
    };
    const [byHand, byMachine] = await Promise.all(
      [hadi, rina].map(async (principal) => {
        const { jobId } = await createUpload(given.deps, { principal, request });
        return reportOf(given, jobId);
      }),
    );
    expect(byHand?.startedBy).toBe('hadi');
    expect(byMachine).not.toHaveProperty('startedBy');
  });

  it('refuses a package that is too large before it is sent', async () => {
    const given = setup();
    const upload = createUpload(given.deps, {
      principal: rina,
      request: { ...request, sizeBytes: 10_000_001 },
    });
    await expect(upload).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it("C2: answers alike for another provider's job and for none", async () => {
    const given = setup();
    const { jobId } = await createUpload(given.deps, { principal: rina, request });
    for (const id of [jobId, 'none' as JobId]) {
      await expect(startImport(given.deps, { principal: other, jobId: id })).rejects.toThrow(
        'There is no such import.',
      );
      await expect(getImportReport(given.deps, { principal: other, jobId: id })).rejects.toThrow(
        'There is no such import.',
      );
    }
  });
});

describe('sweepImports', () => {
  it('sends again what nobody works on, and ends what was tried too often', async () => {
    const given = setup();
    const lost = await submit(given, zip(sound));
    const hopeless = await submit(given, zip(sound));
    await given.content.put({ key: 'versions/h5/x', body: 'x' });
    const attempt = { versionId: 'v', originHash: 'h5', leaseUntil: given.deps.clock.now().toISOString() };
    await given.deps.jobs.replace({ ...hopeless, state: 'running', tries: 3, attempt, rev: 2 });
    expect(await sweepImports(given.deps)).toEqual({ requeued: 0, failed: 0 });
    given.deps.clock.advance(31 * 60_000);
    given.sent.length = 0;
    expect(await sweepImports(given.deps)).toEqual({ requeued: 1, failed: 1 });
    expect(given.sent).toEqual([lost.jobId]);
    expect((await reportOf(given, hopeless.jobId)).state).toBe('failed');
    expect(await keysOf(given.content)).toEqual([]);
  });
});
