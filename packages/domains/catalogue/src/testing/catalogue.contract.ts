import { randomUUID } from 'node:crypto';
import type { Jp, PersonId, ProviderId } from '@sinau/kernel';
import { defaultQuizRules } from '@sinau/quiz';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Course, CourseId, CourseVersion } from '../course.ts';
import { type CourseDetails, noDetails } from '../course-details.ts';
import type { ImportJob, JobId } from '../import-job.ts';
import type { Review } from '../review.ts';
import { courseOf, moduleOf, packageOf, versionOf } from './course-fixtures.ts';
import type { CatalogueStores } from './memory-catalogue.ts';

const at = (minute: number) => `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`;

/** What every pair of catalogue stores keeps. Ids are fresh in every test, so that the stores need not be empty. */
export function catalogueContract(adapter: string, open: () => Promise<CatalogueStores>): void {
  describe(`catalogue stores on ${adapter}`, () => {
    let stores: CatalogueStores;
    let provider: ProviderId;

    beforeEach(async () => {
      stores = await open();
      provider = randomUUID() as ProviderId;
    });

    const job = (over: Partial<ImportJob> = {}): ImportJob => ({
      jobId: randomUUID() as JobId,
      providerId: provider,
      startedBy: 'maya' as PersonId,
      uploadKey: 'uploads/x',
      fileName: 'etika.zip',
      sizeBytes: 10,
      state: 'running',
      progress: { done: 1, total: 2 },
      tries: 1,
      attempt: { versionId: 'v', originHash: 'h', leaseUntil: at(9) },
      abandonedOrigins: ['g'],
      createdAt: at(0),
      updatedAt: at(0),
      rev: 1,
      ...over,
    });
    const quizModule = moduleOf({
      moduleId: 'm2',
      kind: 'quiz',
      quiz: { ...defaultQuizRules, passMark: 0.7 },
    });
    const course = (over: Partial<Course> = {}): Course =>
      courseOf({
        courseId: randomUUID() as CourseId,
        providerId: provider,
        draft: {
          ...courseOf().draft,
          jp: 150 as Jp,
          modules: [moduleOf({ moveOn: 'Passed', share: 0.5 }), quizModule],
        },
        createdAt: at(0),
        updatedAt: at(0),
        ...over,
      });
    it('keep what a course is about, in its order, and nothing where nobody has said it', async () => {
      const details = {
        ...noDetails,
        classification: {
          ...{ coreValues: ['loyal', 'service'], fields: ['kesehatan', 'hukum'] },
          ...{ digitalPillars: ['safety'], certification: 'course' },
        },
      } satisfies CourseDetails;
      const said = course({ details, draft: { ...courseOf().draft, details } });
      const silent = course({ details: noDetails });
      for (const one of [said, silent]) await stores.courses.change({ course: one });
      const [kept, other] = await Promise.all(
        [said, silent].map(({ courseId }) => stores.courses.find(courseId)),
      );
      expect([kept?.details, kept?.draft.details]).toEqual([details, details]);
      expect(other?.details).not.toHaveProperty('classification');
    });

    const version = (courseId: CourseId, number = 1): CourseVersion =>
      versionOf({ courseId, version: number, auCount: 3 });
    const onePackage = (courseId: CourseId, importedAt = at(1)) =>
      packageOf({ courseId, packageId: randomUUID(), importedAt });

    async function committed(over: Partial<Course> = {}): Promise<Course> {
      const running = job();
      await stores.jobs.create(running);
      const made = course(over);
      const change = { job: { ...running, state: 'passed' as const, rev: 2 }, course: made };
      const rest = { version: version(made.courseId), package: onePackage(made.courseId) };
      expect(await stores.jobs.commit({ ...change, ...rest })).toBe('stored');
      return made;
    }

    it('gives back jobs as they were stored, and nothing for an unknown id', async () => {
      const stored = job();
      await stores.jobs.create(stored);
      expect(await stores.jobs.find(stored.jobId)).toEqual(stored);
      expect(await stores.jobs.find(randomUUID() as JobId)).toBeUndefined();
    });

    it('takes a course away once, as it was read, and its parts one after the other', async () => {
      const made = await committed();
      const { courseId, providerId } = made;
      const removedAt = at(5);
      const remove = (course: Course) =>
        stores.courses.remove(course, { removedAt, companion: { writes: [] } });
      expect(await remove({ ...made, rev: 7 })).toBe('conflict');
      expect(await stores.courses.findRemoval(courseId)).toBeUndefined();
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => remove(made)));
      expect(outcomes.filter((outcome) => outcome === 'removed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(4);
      expect(await stores.courses.find(courseId)).toBeUndefined();
      expect(await stores.courses.replace({ ...made, rev: 2 })).toBe('conflict');
      const removal = { courseId, providerId, removedAt };
      expect(await stores.courses.findRemoval(courseId)).toEqual(removal);
      const isOpen = async () =>
        (await stores.courses.listOpenRemovals()).some((one) => one.courseId === courseId);
      expect(await isOpen()).toBe(true);
      const [versions, packages] = await Promise.all([
        stores.courses.listVersions(courseId),
        stores.courses.listPackages(courseId),
      ]);
      expect([versions.length, packages.length]).toEqual([1, 1]);
      await stores.courses.dropParts(courseId, {
        versions: versions.map((one) => one.version),
        packageIds: packages.map((one) => one.packageId),
      });
      expect(await stores.courses.listVersions(courseId)).toEqual([]);
      expect(await stores.courses.listPackages(courseId)).toEqual([]);
      await stores.courses.finishRemoval(courseId);
      expect(await isOpen()).toBe(false);
      expect(await stores.courses.findRemoval(courseId)).toEqual(removal);
    });

    it('lets exactly one of twenty parallel claims replace a job', async () => {
      const stored = job();
      await stores.jobs.create(stored);
      const claims = Array.from({ length: 20 }, (_, tries) =>
        stores.jobs.replace({ ...stored, tries, rev: 2 }),
      );
      const outcomes = await Promise.all(claims);
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect((await stores.jobs.find(stored.jobId))?.tries).toBe(outcomes.indexOf('stored'));
    });

    it('does not replace what was never there', async () => {
      expect(await stores.jobs.replace(job({ rev: 1 }))).toBe('conflict');
      expect(await stores.jobs.replace(job({ rev: 2 }))).toBe('conflict');
      expect(await stores.courses.replace(course({ rev: 1 }))).toBe('conflict');
      expect(await stores.courses.replace(course({ rev: 2 }))).toBe('conflict');
    });

    it('commits job, course and version together', async () => {
      const made = await committed();
      expect(await stores.courses.find(made.courseId)).toEqual(made);
      expect(await stores.courses.findVersion(made.courseId, 1)).toMatchObject({ auCount: 3 });
      expect(await stores.courses.findVersion(made.courseId, 2)).toBeUndefined();
    });

    it('commits nothing when the job was taken over', async () => {
      const running = job();
      await stores.jobs.create(running);
      await stores.jobs.replace({ ...running, rev: 2 });
      const made = course();
      const change = {
        ...{ job: { ...running, rev: 2 }, course: made },
        ...{ version: version(made.courseId), package: onePackage(made.courseId) },
      };
      expect(await stores.jobs.commit(change)).toBe('job-conflict');
      expect(await stores.courses.find(made.courseId)).toBeUndefined();
      expect(await stores.courses.findVersion(made.courseId, 1)).toBeUndefined();
    });

    it('gives two parallel imports of one course two versions', async () => {
      const made = await committed();
      const second = async (): Promise<string> => {
        const running = job();
        await stores.jobs.create(running);
        return stores.jobs.commit({
          job: { ...running, state: 'passed', rev: 2 },
          course: { ...made, latestVersion: 2, rev: 2 },
          version: version(made.courseId, 2),
          package: onePackage(made.courseId),
        });
      };
      expect((await Promise.all([second(), second()])).sort()).toEqual(['course-conflict', 'stored']);
      const numbers = (await stores.courses.listVersions(made.courseId)).map((row) => row.version);
      expect(numbers).toEqual([2, 1]);
    });

    it('keeps version, package and review of one change together, or nothing', async () => {
      const made = await committed();
      const { courseId } = made;
      const review: Review = {
        ...{ courseId, version: 2, providerId: provider, title: made.title, state: 'submitted' },
        ...{ submittedBy: { id: 'maya', name: 'Maya' }, submittedAt: at(3), checked: ['jp'], rev: 1 },
        comments: [{ by: { id: 'maya', name: 'Maya' }, side: 'author', at: at(3), text: 'Siap' }],
      };
      const added = { ...onePackage(courseId, at(2)), supersedes: randomUUID() };
      const change = {
        course: { ...made, latestVersion: 2, inReview: 2, rev: 2 },
        ...{ version: version(courseId, 2), packages: [added], review },
      };
      expect(await stores.courses.change({ ...change, course: { ...change.course, rev: 4 } })).toBe(
        'conflict',
      );
      expect(await stores.courses.findReview(courseId, 2)).toBeUndefined();
      expect(await stores.courses.change(change)).toBe('stored');
      expect(await stores.courses.change(change)).toBe('conflict');
      expect(await stores.courses.find(courseId)).toEqual(change.course);
      expect(await stores.courses.findReview(courseId, 2)).toEqual(review);
      expect(await stores.courses.findVersion(courseId, 2)).toEqual(change.version);
      expect((await stores.courses.listPackages(courseId))[0]).toEqual(added);
      expect(await stores.courses.listPackages(courseId)).toHaveLength(2);
      const waiting = async () =>
        (await stores.courses.listOpenReviews()).filter((one) => one.courseId === courseId);
      expect(await waiting()).toEqual([review]);
      const decided: Review = { ...review, state: 'returned', decidedAt: at(4), rev: 2 };
      expect(await stores.courses.replaceReview(decided)).toBe('stored');
      expect(await stores.courses.replaceReview(decided)).toBe('conflict');
      expect(await waiting()).toEqual([]);
    });

    it('lists the courses of one provider page by page, the one changed last first', async () => {
      const minutes = [1, 2, 3, 4, 5];
      for (const minute of minutes) await committed({ updatedAt: at(minute) });
      await committed({ providerId: randomUUID() as ProviderId });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await stores.courses.listOfProvider(provider, { limit: 2, ...(after && { after }) });
        expect(page.courses.length).toBeLessThanOrEqual(2);
        seen.push(...page.courses.map(({ updatedAt }) => updatedAt));
        after = page.last;
      } while (after);
      expect(seen).toEqual(minutes.toReversed().map(at));
    });

    it('lists published courses alone, by title, each once', async () => {
      const mark = randomUUID();
      const published = (id: string): Partial<Course> => ({
        title: { id: `${mark} ${id}` },
        status: 'published',
        jp: 250 as Jp,
        publishedVersion: 1,
        publishedAt: at(2),
      });
      for (const letter of ['c', 'a', 'É', 'b']) await committed(published(letter));
      await committed({ title: { id: `${mark} draft` } });
      await committed({ ...published('retired'), status: 'retired' });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await stores.courses.listPublished({ limit: 3, ...(after && { after }) });
        seen.push(...page.courses.map(({ title }) => title.id ?? ''));
        after = page.last;
      } while (after);
      expect(seen.filter((title) => title.startsWith(mark)).map((title) => title.slice(-1))).toEqual([
        ...['a', 'b', 'c', 'É'],
      ]);
    });

    it('takes any text as a place in the list', async () => {
      for (const after of ['', ' ', '\u{10ffff}\u{10ffff}', '\ud800', '#', 'x'.repeat(3_000)]) {
        const page = await stores.courses.listPublished({ limit: 3, after });
        expect(page.courses.length).toBeLessThanOrEqual(3);
      }
    });

    it('takes a course out of the list when it is retired', async () => {
      const made = await committed({
        status: 'published',
        jp: 100 as Jp,
        publishedVersion: 1,
        publishedAt: at(2),
      });
      expect(await stores.courses.replace({ ...made, status: 'retired', rev: 2 })).toBe('stored');
      const page = await stores.courses.listPublished({ limit: 100 });
      expect(page.courses.map(({ courseId }) => courseId)).not.toContain(made.courseId);
    });

    it('lists the imports of one provider, the newest first', async () => {
      for (const minute of [1, 3, 2]) await stores.jobs.create(job({ createdAt: at(minute) }));
      const listed = await stores.jobs.listOfProvider(provider, 2);
      expect(listed.map(({ createdAt }) => createdAt)).toEqual([at(3), at(2)]);
    });

    it('lists jobs that wait or run without a sign of life, and no finished ones', async () => {
      const states = ['queued', 'running', 'passed', 'refused', 'failed', 'awaiting-upload'] as const;
      const silent = states.map((state) => job({ state, updatedAt: '2020-01-01T00:00:00.000Z' }));
      for (const each of silent) await stores.jobs.create(each);
      await stores.jobs.create(job({ state: 'running', updatedAt: at(5) }));
      const stalled = (await stores.jobs.listStalled('2020-01-01T00:00:01.000Z')).map(({ jobId }) => jobId);
      const own = silent.filter(({ jobId }) => stalled.includes(jobId)).map(({ state }) => state);
      expect(own).toEqual(['queued', 'running']);
      expect(stalled).toHaveLength(2);
      for (const each of silent) await stores.jobs.replace({ ...each, state: 'failed', rev: 2 });
    });
  });
}
