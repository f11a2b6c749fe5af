import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addModule,
  type CourseId,
  exportPackage,
  exportStructure,
  freezeDraft,
  getVersionStructure,
  runImport,
  submitPackage,
} from '../index.ts';
import { memoryCatalogue } from '../testing/index.ts';
import { createContentRoom, createExportRoom, createUploadRoom } from './index.ts';
import { createPackageOpener } from './package-reader.ts';

const providerOf = (id: string): Principal => ({
  ...{ kind: 'client', clientId: id, name: id, scopes: ['courses/write', 'courses/read'] },
  tenant: { kind: 'provider', providerId: id as ProviderId },
});
const principal = providerOf('p1');
const text = (value: string) => new TextEncoder().encode(value);
const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const published = (id: string, url = 'index.html') =>
  `<?xml version="1.0"?><!-- milik penerbit -->
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" xmlns:x="urn:x">
<course id="https://p.example/${id}">${wording}<x:more/></course>
<au id="https://p.example/${id}/a" moveOn="Passed" masteryScore="0.8">${wording}<url>${url}</url></au></courseStructure>`;
const packageOf = (id: string) => ({
  'cmi5.xml': text(published(id, 'materi/index.html?a=1')),
  'materi/index.html': text(`<h1>${id}</h1>`),
  'materi/kosong.txt': new Uint8Array(),
});

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(temporaryFolder, { recursive: true }));

function setup() {
  const [uploads, content] = [createMemoryObjectStore(), createMemoryObjectStore()];
  const deps = {
    ...memoryCatalogue(),
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    exportRoom: createExportRoom({ content, uploads }),
    packages: createPackageOpener({ uploads, content, temporaryFolder, maxPackageBytes: 1_000_000 }),
    queue: { send: async () => undefined },
    ...{ maxPackageBytes: 1_000_000, allowedOrigins: ['https://c.example'], mediaOrigins: [] },
    tools: { mayPlace: async () => false, mayLeadTo: async () => false },
    activityBase: 'https://sinau.example/activities',
  };
  const send = async (body: Uint8Array, to: { courseId?: string; module?: string } = {}) => {
    const upload = { fileName: 'etika.zip', contentType: 'application/zip', body, ...to };
    const { jobId } = await submitPackage(deps, { principal, ...upload });
    const outcome = await runImport(deps, { jobId });
    const job = await deps.jobs.find(jobId);
    const courseId = job?.result?.courseId ?? ('' as CourseId);
    return { outcome, courseId, uploadKey: job?.uploadKey ?? '' };
  };
  /** What a link of the memory store leads to. */
  const follow = async (url: string) =>
    (await uploads.get(decodeURI(new URL(url).pathname.slice(1)))) ?? new Uint8Array();
  const at = (courseId: CourseId, version = 1) => ({ principal, courseId, version });
  return { deps, uploads, send, follow, at };
}

const structureAt = async ({ deps }: ReturnType<typeof setup>, courseId: CourseId, version = 1) =>
  (await getVersionStructure(deps, { courseId, version }))?.structure;

describe('the export of a version', () => {
  it('gives the cmi5.xml as its publisher wrote it, and the upload as it came while it is kept', async () => {
    const given = setup();
    const body = zipSync(packageOf('c1'));
    const { courseId } = await given.send(body);
    const xml = await exportStructure(given.deps, given.at(courseId));
    expect(new TextDecoder().decode(xml)).toBe(published('c1', 'materi/index.html?a=1'));
    const found = await exportPackage(given.deps, given.at(courseId));
    expect(found).toMatchObject({ fileName: 'etika.zip', expiresInSeconds: 600 });
    expect(await given.follow(found.url)).toEqual(body);
  });

  it('puts the package together again once the upload has gone, so that it imports as the same course', async () => {
    const given = setup();
    const { courseId, uploadKey } = await given.send(zipSync(packageOf('c1')));
    await given.uploads.delete(uploadKey);
    const { url, fileName } = await exportPackage(given.deps, given.at(courseId));
    expect(fileName).toBe('kursus-v1.zip');
    const made = await given.follow(url);
    expect(unzipSync(made)).toEqual(packageOf('c1'));
    expect((await exportPackage(given.deps, given.at(courseId))).url).toBe(url);
    const again = await given.send(made);
    expect(again.outcome).toBe('passed');
    expect(await structureAt(given, again.courseId)).toEqual(await structureAt(given, courseId));
  });

  it('puts several packages into one, each in a folder of its own', async () => {
    const given = setup();
    const { courseId } = await given.send(zipSync(packageOf('c1')));
    await given.send(zipSync(packageOf('c2')), { courseId, module: 'new' });
    const made = await given.follow((await exportPackage(given.deps, given.at(courseId, 2))).url);
    expect(Object.keys(unzipSync(made))).toContain('modul-2/materi/index.html');
    const again = await given.send(made);
    expect(again.outcome).toBe('passed');
    const [before, after] = [await structureAt(given, courseId, 2), await structureAt(given, again.courseId)];
    expect(after?.aus).toMatchObject([
      {
        id: 'https://p.example/c1/a',
        url: 'modul-1/materi/index.html?a=1',
        masteryScore: 0.8,
        moveOn: 'Passed',
      },
      { id: 'https://p.example/c2/a', file: 'modul-2/materi/index.html' },
    ]);
    expect(after?.course).toEqual({ ...before?.course, children: after?.course.children });
    expect(after?.course.children.map(({ kind }) => kind)).toEqual(['block', 'block']);
  });

  it('gives a structure that came without a package', async () => {
    const given = setup();
    const { courseId, uploadKey } = await given.send(text(published('c1', 'https://c.example/a')));
    await given.uploads.delete(uploadKey);
    const xml = await exportStructure(given.deps, given.at(courseId));
    for (const body of [xml, await given.follow((await exportPackage(given.deps, given.at(courseId))).url)]) {
      const again = await given.send(body);
      expect(again.outcome).toBe('passed');
      expect(await structureAt(given, again.courseId)).toEqual(await structureAt(given, courseId));
    }
  });

  it('refuses a package of what only this platform plays, and still gives its structure', async () => {
    const given = setup();
    const { courseId } = await given.send(zipSync(packageOf('c1')));
    const module = { kind: 'article', title: 'Pengantar & <isi>', text: 'Halo' } as const;
    await addModule(given.deps, { principal, courseId, module });
    await freezeDraft(given.deps, { principal, courseId });
    const at = given.at(courseId, 2);
    await expect(exportPackage(given.deps, at)).rejects.toMatchObject({
      ...{ code: 'catalogue.not-exportable', issues: [{ path: '/modules/1' }] },
    });
    const xml = new TextDecoder().decode(await exportStructure(given.deps, at));
    expect(xml).toContain('Pengantar &#38; &#60;isi&#62;');
    expect(xml).toContain('<url>_sinau/viewer/index.html</url>');
  });

  it('refuses to put together what would take too long', async () => {
    const given = setup();
    const { courseId, uploadKey } = await given.send(zipSync(packageOf('c1')));
    await given.uploads.delete(uploadKey);
    const { courses } = given.deps;
    const findVersion = async (...args: Parameters<typeof courses.findVersion>) => {
      const found = await courses.findVersion(...args);
      return found && { ...found, fileCount: 2001 };
    };
    const deps = { ...given.deps, courses: { ...courses, findVersion } };
    await expect(exportPackage(deps, given.at(courseId))).rejects.toMatchObject({
      code: 'catalogue.not-exportable',
    });
  });

  it('C2: finds a course of another provider as little as one that is absent', async () => {
    const given = setup();
    const { courseId } = await given.send(zipSync(packageOf('c1')));
    const asked = [
      { ...given.at(courseId), principal: providerOf('p2') },
      given.at('nowhere' as CourseId),
      given.at(courseId, 9),
    ];
    for (const at of asked) {
      await expect(exportStructure(given.deps, at)).rejects.toMatchObject({ code: 'catalogue.not-found' });
      await expect(exportPackage(given.deps, at)).rejects.toMatchObject({ code: 'catalogue.not-found' });
    }
  });
});
