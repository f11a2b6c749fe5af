import { randomUUID } from 'node:crypto';
import type { PersonId, Principal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { CourseId } from './course.ts';
import type { JobId } from './import-job.ts';
import {
  getCourse,
  getOpenVersion,
  getPublishedCourse,
  getVersionMove,
  listCatalogue,
  listProviderCourses,
  publishCourse,
  publishRequestSchema,
  retireCourse,
} from './index.ts';
import { courseOf, memoryCatalogue, packageOf, versionOf } from './testing/index.ts';

const author = (provider: string): Principal => ({
  kind: 'person',
  personId: provider as PersonId,
  name: provider,
  roles: ['provider-author'],
  providerId: provider as ProviderId,
});
const rina = author('p1');
const other = author('p2');

async function setup() {
  const deps = { ...memoryCatalogue(), clock: fixedClock() };
  const imported = async (title: Record<string, string>, courseId = randomUUID() as CourseId) => {
    const before = await deps.courses.find(courseId);
    const version = (before?.latestVersion ?? 0) + 1;
    const now = deps.clock.now().toISOString();
    const job = {
      ...{ jobId: randomUUID() as JobId, providerId: 'p1' as ProviderId, uploadKey: 'u', fileName: 'f' },
      ...{ sizeBytes: 1, state: 'running' as const, progress: { done: 0, total: 0 }, tries: 1 },
      ...{ abandonedOrigins: [], createdAt: now, updatedAt: now, rev: 1 },
    };
    await deps.jobs.create(job);
    const base =
      before ?? courseOf({ courseId, title, latestVersion: 0, createdAt: now, updatedAt: now, rev: 0 });
    await deps.jobs.commit({
      job: { ...job, state: 'passed', rev: 2 },
      course: { ...base, latestVersion: version, rev: base.rev + 1 },
      version: versionOf({ courseId, version, originHash: `h${version}`, title }),
      package: packageOf({ courseId, packageId: randomUUID() }),
    });
    return courseId;
  };
  const publish = (
    courseId: CourseId,
    request: Parameters<typeof publishCourse>[1]['request'] = { jp: '2,5' },
  ) => publishCourse(deps, { principal: rina, courseId, request });
  return { deps, imported, publish };
}

describe('publishCourse', () => {
  it('opens the latest version with title and JP', async () => {
    const { deps, imported, publish } = await setup();
    const courseId = await imported({ id: 'Etika' });
    expect(await getOpenVersion(deps, { courseId })).toBeUndefined();
    expect(await publish(courseId)).toMatchObject({
      status: 'published',
      jp: 250,
      publishedVersion: 1,
      title: { id: 'Etika' },
    });
    expect(await getOpenVersion(deps, { courseId })).toMatchObject({ version: 1 });
    expect((await getPublishedCourse(deps, { courseId })).version.originHash).toBe('h1');
  });

  it('moves learners by the rule of the publication, not by what is decided later', async () => {
    const { deps, imported, publish } = await setup();
    const courseId = await imported({ id: 'Etika' });
    await publish(courseId);
    await imported({ id: 'Etika 2' }, courseId);
    const course = await deps.courses.find(courseId);
    if (!course) throw new Error('the course was imported');
    const rule = 'move-with-results' as const;
    await deps.courses.replace({ ...course, versionRule: rule, rev: course.rev + 1 });
    const move = () => getVersionMove(deps, { courseId, version: 1 });
    expect(await move()).toBeUndefined();
    await publish(courseId);
    expect(await move()).toEqual({ version: 2, rule });
    expect(await getVersionMove(deps, { courseId, version: 2 })).toBeUndefined();
    // Back to the first one: nobody is taken back.
    await publish(courseId, { jp: '1', version: 1 });
    expect(await getVersionMove(deps, { courseId, version: 2 })).toBeUndefined();
    await retireCourse(deps, { principal: rina, courseId });
    expect(await move()).toBeUndefined();
  });

  it('keeps the open version until another one is published', async () => {
    const { deps, imported, publish } = await setup();
    const courseId = await imported({ id: 'Etika' });
    await publish(courseId);
    await imported({ id: 'Etika 2' }, courseId);
    expect(await getOpenVersion(deps, { courseId })).toMatchObject({ version: 1 });
    await publish(courseId, { jp: '6' });
    expect(await getPublishedCourse(deps, { courseId })).toMatchObject({
      course: { version: 2, jp: 600, title: { id: 'Etika 2' } },
    });
    await publish(courseId, { jp: '6', version: 1 });
    expect(await getOpenVersion(deps, { courseId })).toMatchObject({ version: 1 });
  });

  it.each([
    [{ jp: '' }, 'no JP'],
    [{ jp: '0' }, 'no JP'],
    [{ jp: '-1' }, 'no JP'],
    [{ jp: '1.234' }, 'no JP'],
    [{ jp: '1', version: 2 }, 'no passed import'],
  ])('refuses %j', async (request, reason) => {
    const { deps, imported, publish } = await setup();
    const courseId = await imported({ id: 'Etika' });
    await expect(publish(courseId, request)).rejects.toThrow(reason);
    expect(await getOpenVersion(deps, { courseId })).toBeUndefined();
  });

  it('refuses a course without title, and takes one that is given', async () => {
    const { imported, publish } = await setup();
    const courseId = await imported({});
    await expect(publish(courseId)).rejects.toMatchObject({ code: 'catalogue.not-publishable' });
    expect(await publish(courseId, { jp: '1', title: { id: 'Etika' } })).toMatchObject({
      title: { id: 'Etika' },
    });
  });

  it("C2: answers alike for another provider's course and for none", async () => {
    const { deps, imported } = await setup();
    const own = await imported({ id: 'Etika' });
    for (const courseId of [own, 'none' as CourseId]) {
      const foreign = { principal: other, courseId };
      await expect(publishCourse(deps, { ...foreign, request: { jp: '1' } })).rejects.toThrow(
        'There is no such course.',
      );
      await expect(retireCourse(deps, foreign)).rejects.toThrow('There is no such course.');
      await expect(getCourse(deps, foreign)).rejects.toThrow('There is no such course.');
    }
    expect((await listProviderCourses(deps, { principal: other, limit: 10 })).courses).toEqual([]);
    expect((await listProviderCourses(deps, { principal: rina, limit: 10 })).courses).toHaveLength(1);
  });

  it('refuses callers who act for no provider', async () => {
    const { deps } = await setup();
    const learner: Principal = { kind: 'person', personId: 'x' as PersonId, name: 'x', roles: ['learner'] };
    const client: Principal = {
      ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/read'] },
      tenant: { kind: 'platform' },
    };
    for (const principal of [learner, client]) {
      await expect(listProviderCourses(deps, { principal, limit: 10 })).rejects.toMatchObject({
        code: 'request.access-denied',
      });
    }
  });

  it.each([
    '{"jp":"1","status":"published"}',
    '{"jp":"1","providerId":"p2"}',
    '{"jp":1}',
    '{"jp":"1","title":{"<b>":"x"}}',
    '{"jp":"1","title":{"id":" "}}',
  ])('D1: refuses the body %s', (body) => {
    expect(publishRequestSchema.safeParse(JSON.parse(body)).success).toBe(false);
  });
});

describe('retireCourse', () => {
  it('takes the course out of the catalogue and leaves its versions to those who began', async () => {
    const { deps, imported, publish } = await setup();
    const courseId = await imported({ id: 'Etika' });
    await publish(courseId);
    await retireCourse(deps, { principal: rina, courseId });
    expect(await getOpenVersion(deps, { courseId })).toBeUndefined();
    await expect(getPublishedCourse(deps, { courseId })).rejects.toThrow('There is no such course.');
    expect((await listCatalogue(deps, { limit: 10 })).courses).toEqual([]);
    expect(await deps.courses.findVersion(courseId, 1)).toBeDefined();
  });
});

describe('listCatalogue', () => {
  it('gives published courses by title, whatever case and accents, page by page', async () => {
    const { deps, imported, publish } = await setup();
    const titles = [
      { id: 'Etika Pelayanan Publik', en: 'Ethics of Public Service' },
      { id: 'Pengadaan', en: 'Procurement for the Public' },
      { id: 'Café Publik' },
      { id: 'Anggaran', en: 'Budget' },
    ];
    for (const title of titles) await publish(await imported(title));
    await imported({ id: 'Publik (draf)' });
    const found: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = await listCatalogue(deps, { limit: 1, ...(after && { after }) });
      found.push(...page.courses.map(({ title }) => title.id));
      after = page.next;
    } while (after);
    expect(found).toEqual(['Anggaran', 'Café Publik', 'Etika Pelayanan Publik', 'Pengadaan']);
  });
});
