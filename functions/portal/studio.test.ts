import type { CourseId, ImportJob, JobId } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import type { ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
let browser: ReturnType<typeof world.browser>;
let providerId: ProviderId;

beforeEach(async () => {
  world = await portalWorld();
  browser = world.browser();
  const { providerA } = world.tenants;
  if (providerA.kind !== 'provider') throw new Error('providers are providers');
  ({ providerId } = providerA);
  await browser.signIn((await world.invite(providerA, ['provider-author'])).email);
});

const pageAt = async (path: string) => (await browser.ask(path)).text();

describe('the studio', () => {
  it('leads to every course, page by page, the one changed last first', async () => {
    const courseIds = Array.from({ length: 120 }, (_, n) => `kursus-${String(n).padStart(3, '0')}`);
    for (const courseId of courseIds) {
      const at = '2026-03-02T01:00:00.000Z';
      const title = { id: courseId };
      await world.deps.courses.change({
        course: courseOf({ courseId: courseId as CourseId, providerId, title, updatedAt: at }),
      });
    }
    const first = await pageAt('/studio');
    expect(first).toContain('kursus-119');
    expect(first).not.toContain('kursus-000');
    const [, next = ''] = /href="(\/studio\?page=[^"]+)"/.exec(first) ?? [];
    const second = await pageAt(next.replaceAll('&amp;', '&'));
    expect(courseIds.filter((id) => !`${first}${second}`.includes(`/studio/courses/${id}"`))).toEqual([]);
    expect(second).not.toContain('href="/studio?page=');
  });

  it('classifies a course that the catalogue then counts, shows and finds by it', async () => {
    const { courses } = world.deps;
    const course = courseOf({ courseId: 'c9' as CourseId, providerId, title: { id: 'Arsip dinamis' } });
    await courses.change({ course });
    const form = {
      ...{ rev: '1', titleId: 'Arsip dinamis', titleEn: '', descriptionId: '', descriptionEn: '', jp: '4' },
      ...{ minutes: '', form: 'NKL03', subject: 'other', competencies: '', audience: '', languages: 'id' },
      ...{ price: '0', coreValues: 'accountable', field1: 'kearsipan', field2: '', field3: '' },
      ...{ digitalPillars: 'safety', certification: 'course' },
    };
    expect((await browser.post('/studio/courses/c9/details', form)).status).toBe(303);
    const draft = (await courses.find('c9' as CourseId))?.draft;
    expect(draft?.details.classification).toEqual({
      ...{ coreValues: ['accountable'], fields: ['kearsipan'], digitalPillars: ['safety'] },
      certification: 'course',
    });
    expect(await pageAt('/studio/courses/c9')).toContain('value="kearsipan" selected');
    const known = await courses.find('c1' as CourseId);
    if (!known || !draft) throw new Error('the course of every world is there');
    await courses.replace({ ...known, details: draft.details, rev: known.rev + 1 });
    const reader = world.browser();
    await reader.signIn((await world.invite(world.tenants.agencyA, ['learner'])).email);
    const read = async (path: string) => (await reader.ask(path)).text();
    const found = await read('/catalogue?field=kearsipan&coreValue=accountable');
    expect(found).toContain('/courses/c1');
    expect(found).toMatch(/name="field" value="kearsipan" checked[\s\S]{0,400}Kearsipan/);
    expect(found).toMatch(/name="digitalPillar" value="safety"[\s\S]{0,400}Keamanan digital/);
    expect(await read('/catalogue?field=hukum')).not.toContain('/courses/c1');
    const page = await read('/courses/c1');
    for (const word of ['Kearsipan', 'Akuntabel', 'Keamanan digital']) expect(page).toContain(word);
  });

  it('says what a course lacks that cannot be submitted yet', async () => {
    const course = courseOf({ courseId: 'c9' as CourseId, providerId, latestVersion: 0 });
    await world.deps.courses.change({ course });
    const answer = await browser.post('/studio/courses/c9/submit', { comment: '' });
    const page = await answer.text();
    expect(page).toContain('Tambahkan sedikitnya satu modul.');
    expect(page).not.toContain('Isi judulnya');
  });

  it('has a way on from a check that a fault of ours has ended', async () => {
    const at = '2026-03-02T01:00:00.000Z';
    const job: ImportJob = {
      ...{ jobId: 'j9' as JobId, providerId, uploadKey: 'u9', fileName: 'kursus.zip', sizeBytes: 9 },
      ...{ state: 'failed', progress: { done: 0, total: 0 }, tries: 3, abandonedOrigins: [] },
      ...{ createdAt: at, updatedAt: at, rev: 1 },
    };
    await world.deps.jobs.create(job);
    expect(await pageAt('/studio/imports/j9')).toContain('<a class="text-link" href="/studio/upload">');
    for (const state of ['failed', 'refused'] as const) {
      const [jobId, targetCourseId] = [`j-${state}` as JobId, 'c9' as CourseId];
      // The mended package takes the same place.
      await world.deps.jobs.create({ ...job, jobId, state, targetCourseId, targetModule: 'm1' });
      expect(await pageAt(`/studio/imports/${jobId}`)).toContain(
        'href="/studio/courses/c9/upload?module=m1"',
      );
    }
  });
});
