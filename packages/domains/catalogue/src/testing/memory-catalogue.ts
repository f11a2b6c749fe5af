import type { Course, CourseId, CourseRemoval, CourseVersion } from '../course.ts';
import { publishedSide } from '../course.ts';
import type { ImportJob, JobId } from '../import-job.ts';
import { positionOf } from '../list-catalogue.ts';
import type { CoursePackage } from '../module.ts';
import type { CourseStore, ImportJobStore } from '../ports.ts';
import type { Review } from '../review.ts';

export interface CatalogueStores {
  readonly courses: CourseStore;
  readonly jobs: ImportJobStore;
}

/** Catalogue stores in memory, with the same answers as the DynamoDB ones. */
export function memoryCatalogue(): CatalogueStores {
  const courses = new Map<CourseId, Course>();
  const versions = new Map<string, CourseVersion>();
  const packages = new Map<string, CoursePackage>();
  const reviews = new Map<string, Review>();
  const removals = new Map<CourseId, CourseRemoval & { readonly open: boolean }>();
  const jobs = new Map<JobId, ImportJob>();
  const versionKey = (courseId: CourseId, version: number) => `${courseId}#${version}`;
  const follows = (rows: ReadonlyMap<string, { rev: number }>, id: string, rev: number) =>
    (rows.get(id)?.rev ?? 0) === rev - 1;
  return {
    courses: {
      find: async (courseId) => structuredClone(courses.get(courseId)),
      findVersion: async (courseId, version) => structuredClone(versions.get(versionKey(courseId, version))),
      listVersions: async (courseId) =>
        [...versions.values()]
          .filter((version) => version.courseId === courseId)
          .sort((a, b) => b.version - a.version)
          .slice(0, 100),
      replace: async (course) => {
        if (course.rev < 2 || !follows(courses, course.courseId, course.rev)) return 'conflict';
        courses.set(course.courseId, structuredClone(course));
        return 'stored';
      },
      change: async ({ course, version, review, packages: added = [] }) => {
        const versionId = version && versionKey(version.courseId, version.version);
        const reviewId = review && versionKey(review.courseId, review.version);
        const stands =
          follows(courses, course.courseId, course.rev) &&
          !(versionId && versions.has(versionId)) &&
          !added.some(({ packageId }) => packages.has(packageId)) &&
          (!review || !reviewId || follows(reviews, reviewId, review.rev));
        if (!stands) return 'conflict';
        courses.set(course.courseId, structuredClone(course));
        if (version && versionId) versions.set(versionId, structuredClone(version));
        for (const one of added) packages.set(one.packageId, structuredClone(one));
        if (review && reviewId) reviews.set(reviewId, structuredClone(review));
        return 'stored';
      },
      listPackages: async (courseId) =>
        structuredClone([...packages.values()])
          .filter((one) => one.courseId === courseId)
          .sort((a, b) => compare(b.importedAt, a.importedAt)),
      findReview: async (courseId, version) => structuredClone(reviews.get(versionKey(courseId, version))),
      replaceReview: async (review) => {
        const key = versionKey(review.courseId, review.version);
        if (review.rev < 2 || !follows(reviews, key, review.rev)) return 'conflict';
        reviews.set(key, structuredClone(review));
        return 'stored';
      },
      listOpenReviews: async () =>
        structuredClone([...reviews.values()])
          .filter(({ state }) => state === 'submitted')
          .sort((a, b) => compare(a.submittedAt, b.submittedAt))
          .slice(0, 100),
      remove: async (course, { removedAt, companion }) => {
        const { courseId, providerId, rev } = course;
        if (courses.get(courseId)?.rev !== rev || removals.has(courseId)) return 'conflict';
        const writes = companion.writes as readonly MemoryWrite[];
        if (!writes.every((write) => write.holds())) return 'held';
        for (const write of writes) write.apply();
        courses.delete(courseId);
        removals.set(courseId, { courseId, providerId, removedAt, open: true });
        return 'removed';
      },
      findRemoval: async (courseId) => removalOf(removals.get(courseId)),
      dropParts: async (courseId, parts) => {
        for (const version of parts.versions) {
          versions.delete(versionKey(courseId, version));
          reviews.delete(versionKey(courseId, version));
        }
        for (const packageId of parts.packageIds) packages.delete(packageId);
      },
      finishRemoval: async (courseId) => {
        const removal = removals.get(courseId);
        if (removal) removals.set(courseId, { ...removal, open: false });
      },
      listOpenRemovals: async () =>
        [...removals.values()]
          .filter(({ open }) => open)
          .sort((a, b) => compare(a.removedAt, b.removedAt))
          .flatMap((removal) => removalOf(removal) ?? []),
      listOfProvider: async (providerId, { limit, after }) => {
        const place = ({ updatedAt, courseId }: Course) => `${updatedAt}#${courseId}`;
        const rows = [...courses.values()]
          .filter((course) => course.providerId === providerId)
          .sort((a, b) => compare(place(b), place(a)))
          .filter((course) => after === undefined || place(course) < after);
        return pageOf({ rows, limit, place });
      },
      listPublished: async ({ limit, after }) => {
        const rows = [...courses.values()]
          .flatMap((course) => publishedSide(course) ?? [])
          .sort((a, b) => compare(positionOf(a), positionOf(b)))
          .filter((course) => after === undefined || positionOf(course) > after);
        return pageOf({ rows, limit, place: positionOf });
      },
    },
    jobs: {
      create: async (job) => {
        if (jobs.has(job.jobId)) throw new Error('a job id was used twice');
        jobs.set(job.jobId, structuredClone(job));
      },
      find: async (jobId) => structuredClone(jobs.get(jobId)),
      replace: async (job) => {
        if (job.rev < 2 || !follows(jobs, job.jobId, job.rev)) return 'conflict';
        jobs.set(job.jobId, structuredClone(job));
        return 'stored';
      },
      commit: async ({ job, course, version, ...made }) => {
        if (!follows(jobs, job.jobId, job.rev)) return 'job-conflict';
        const key = versionKey(course.courseId, version.version);
        if (!follows(courses, course.courseId, course.rev) || versions.has(key)) return 'course-conflict';
        jobs.set(job.jobId, structuredClone(job));
        courses.set(course.courseId, structuredClone(course));
        versions.set(key, structuredClone(version));
        packages.set(made.package.packageId, structuredClone(made.package));
        return 'stored';
      },
      listOfProvider: async (providerId, limit) =>
        [...jobs.values()]
          .filter((job) => job.providerId === providerId)
          .sort((a, b) => compare(`${b.createdAt}#${b.jobId}`, `${a.createdAt}#${a.jobId}`))
          .slice(0, limit),
      listStalled: async (before) =>
        [...jobs.values()]
          .filter(({ state, updatedAt }) => /^(?:queued|running)$/.test(state) && updatedAt < before)
          .slice(0, 100),
    },
  };
}

/** A companion's write as the stores in memory make it. */
interface MemoryWrite {
  holds(): boolean;
  apply(): void;
}

function removalOf(row: (CourseRemoval & { readonly open: boolean }) | undefined): CourseRemoval | undefined {
  if (!row) return undefined;
  const { open: _, ...removal } = row;
  return removal;
}

function pageOf<Row>(page: {
  readonly rows: readonly Row[];
  readonly limit: number;
  readonly place: (row: Row) => string;
}): { courses: readonly Row[]; last?: string } {
  const courses = page.rows.slice(0, page.limit);
  const end = courses.at(-1);
  return page.rows.length > page.limit && end ? { courses, last: page.place(end) } : { courses };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
