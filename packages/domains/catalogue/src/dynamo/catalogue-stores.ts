import type { Dynamo, Item, TransactItem } from '@sinau/platform/dynamo';
import { type Course, publishedSide } from '../course.ts';
import { positionOf } from '../list-catalogue.ts';
import type { CourseStore, ImportJobStore } from '../ports.ts';
import {
  courseKey,
  coursePartition,
  datedSort,
  jobKey,
  openJobsPartition,
  openRemovalsPartition,
  openReviewsPartition,
  packageKey,
  packagePrefix,
  providerCoursesPartition,
  providerJobsPartition,
  publishedPartition,
  removalKey,
  reviewKey,
  versionKey,
  versionPrefix,
} from './keys.ts';
import {
  readCourse,
  readJob,
  readPackage,
  readRemoval,
  readReview,
  readVersion,
  toCourseRow,
  toJobRow,
  toPackageRow,
  toRemovalRow,
  toReviewRow,
  toVersionRow,
} from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  readonly table: string;
}

const maxListed = 100;

export function createCourseStore(door: Door): CourseStore {
  const { dynamo, table } = door;
  return {
    find: async (courseId) => {
      const row = await dynamo.get({ table, key: courseKey(courseId), consistent: true });
      return row && readCourse(row);
    },
    findVersion: async (courseId, version) => {
      const row = await dynamo.get({ table, key: versionKey(courseId, version), consistent: true });
      return row && readVersion(row);
    },
    listVersions: async (courseId) => {
      const { items } = await dynamo.query({
        table,
        partition: coursePartition(courseId),
        sort: { prefix: versionPrefix },
        descending: true,
        limit: maxListed,
        consistent: true,
      });
      return items.map(readVersion);
    },
    replace: (course) => replace(door, toCourseRow(course), course.rev),
    ...changing(door),
    ...removing(door),
    listOfProvider: (providerId, page) =>
      listCourses(door, {
        ...page,
        index: 'gsi2',
        partition: providerCoursesPartition(providerId),
        descending: true,
        placeOf: ({ updatedAt, courseId }) => datedSort(updatedAt, courseId),
      }),
    listPublished: async (page) => {
      const { courses, last } = await listCourses(door, {
        ...page,
        index: 'gsi1',
        partition: publishedPartition,
        descending: false,
        placeOf: positionOf,
      });
      return {
        courses: courses.flatMap((course) => publishedSide(course) ?? []),
        ...(last !== undefined && { last }),
      };
    },
  };
}

/** What changes together with a course, and its reviews. */
function changing(
  door: Door,
): Pick<CourseStore, 'change' | 'listPackages' | 'findReview' | 'replaceReview' | 'listOpenReviews'> {
  const { dynamo, table } = door;
  const put = (item: Item, rev: number) =>
    ({ kind: 'put', table, item, condition: rev === 1 ? absent : follows(rev) }) as const;
  return {
    change: async ({ course, version, review, packages = [] }) => {
      const result = await dynamo.transactWrite([
        put(toCourseRow(course), course.rev),
        ...(version ? [put(toVersionRow(version), 1)] : []),
        ...packages.map((one) => put(toPackageRow(one), 1)),
        ...(review ? [put(toReviewRow(review), review.rev)] : []),
      ]);
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
    listPackages: async (courseId) => {
      const found = [];
      let after: Awaited<ReturnType<Dynamo['query']>>['last'];
      do {
        const { items, last } = await dynamo.query({
          table,
          partition: coursePartition(courseId),
          sort: { prefix: packagePrefix },
          consistent: true,
          ...(after && { startAfter: after }),
        });
        found.push(...items.map(readPackage));
        after = last;
      } while (after);
      return found.sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1));
    },
    findReview: async (courseId, version) => {
      const row = await dynamo.get({ table, key: reviewKey(courseId, version), consistent: true });
      return row && readReview(row);
    },
    replaceReview: (review) => replace(door, toReviewRow(review), review.rev),
    listOpenReviews: async () => {
      const { items } = await dynamo.query({
        table,
        index: 'gsi1',
        partition: openReviewsPartition,
        limit: maxListed,
      });
      return items.map(readReview);
    },
  };
}

/** What takes a course away. */
function removing(
  door: Door,
): Pick<CourseStore, 'remove' | 'findRemoval' | 'dropParts' | 'finishRemoval' | 'listOpenRemovals'> {
  const { dynamo, table } = door;
  return {
    remove: async ({ courseId, providerId, rev }, { removedAt, companion }) => {
      const result = await dynamo.transactWrite([
        { kind: 'delete', table, key: courseKey(courseId), condition: follows(rev + 1) },
        { kind: 'put', table, item: toRemovalRow({ courseId, providerId, removedAt }), condition: absent },
        ...(companion.writes as readonly TransactItem[]),
      ]);
      if (result.outcome === 'done') return 'removed';
      return result.reasons.slice(0, 2).every(({ code }) => code === 'None') ? 'held' : 'conflict';
    },
    findRemoval: async (courseId) => {
      const row = await dynamo.get({ table, key: removalKey(courseId), consistent: true });
      return row && readRemoval(row);
    },
    dropParts: (courseId, { versions, packageIds }) =>
      dynamo.batchWrite({
        table,
        deletes: [
          ...versions.flatMap((one) => [versionKey(courseId, one), reviewKey(courseId, one)]),
          ...packageIds.map((one) => packageKey(courseId, one)),
        ],
      }),
    finishRemoval: async (courseId) => {
      const key = removalKey(courseId);
      await dynamo.update({ table, key, update: 'REMOVE gsi1pk, gsi1sk', condition: 'attribute_exists(pk)' });
    },
    listOpenRemovals: async () => {
      const partition = openRemovalsPartition;
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, limit: maxListed });
      return items.map(readRemoval);
    },
  };
}

export function createImportJobStore(door: Door): ImportJobStore {
  const { dynamo, table } = door;
  return {
    create: async (job) => {
      const result = await dynamo.put({ table, item: toJobRow(job), condition: absent });
      if (result.outcome === 'condition-failed') throw new Error('a job id was used twice');
    },
    find: async (jobId) => {
      const row = await dynamo.get({ table, key: jobKey(jobId), consistent: true });
      return row && readJob(row);
    },
    replace: (job) => replace(door, toJobRow(job), job.rev),
    commit: async ({ job, course, version, ...made }) => {
      const result = await dynamo.transactWrite([
        { kind: 'put', table, item: toJobRow(job), condition: follows(job.rev) },
        {
          kind: 'put',
          table,
          item: toCourseRow(course),
          // A new course must not meet another one; a known one must not have moved since it was read.
          condition: course.rev === 1 ? absent : follows(course.rev),
        },
        { kind: 'put', table, item: toVersionRow(version), condition: absent },
        { kind: 'put', table, item: toPackageRow(made.package), condition: absent },
      ]);
      if (result.outcome === 'done') return 'stored';
      return result.reasons[0]?.code === 'None' ? 'course-conflict' : 'job-conflict';
    },
    listOfProvider: async (providerId, limit) => {
      const partition = providerJobsPartition(providerId);
      const { items } = await dynamo.query({ table, index: 'gsi2', partition, descending: true, limit });
      return items.map(readJob);
    },
    listStalled: async (before) => {
      const { items } = await dynamo.query({
        table,
        index: 'gsi1',
        partition: openJobsPartition,
        // Times come first in the sort key, so everything below this one is older.
        sort: { between: [' ', before] },
        limit: maxListed,
      });
      return items.map(readJob);
    },
  };
}

const absent = { expression: 'attribute_not_exists(pk)' };

/** Closes the race of two writers who read the same row: the second finds another `rev`. */
const follows = (rev: number) => ({
  expression: '#rev = :before',
  names: { '#rev': 'rev' },
  values: { ':before': rev - 1 },
});

async function replace({ dynamo, table }: Door, item: Item, rev: number): Promise<'stored' | 'conflict'> {
  const result = await dynamo.put({ table, item, condition: follows(rev) });
  return result.outcome === 'done' ? 'stored' : 'conflict';
}

async function listCourses(
  { dynamo, table }: Door,
  page: {
    readonly index: 'gsi1' | 'gsi2';
    readonly partition: string;
    readonly limit: number;
    readonly after?: string;
    readonly descending: boolean;
    readonly placeOf: (course: Course) => string;
  },
): Promise<{ courses: readonly Course[]; last?: string }> {
  const { index, partition, after, descending } = page;
  const bounds = after === undefined ? undefined : boundsAfter(after, descending);
  const { items } = await dynamo.query({
    table,
    index,
    partition,
    descending,
    limit: page.limit + 2,
    ...(bounds && { sort: { between: bounds } }),
  });
  const rows = items.map(readCourse).filter((course) => page.placeOf(course) !== after);
  const courses = rows.slice(0, page.limit);
  const end = courses.at(-1);
  return rows.length > page.limit && end ? { courses, last: page.placeOf(end) } : { courses };
}

const lowest = ' ';
const highest = '\u{10ffff}';

/** A position may come from a URL, so any text must make a valid range. The bound itself is left out by the caller. */
function boundsAfter(after: string, descending: boolean): readonly [string, string] | undefined {
  const bound = after.toWellFormed().slice(0, 500).toWellFormed();
  if (bound <= lowest || bound >= highest) return undefined;
  return descending ? [lowest, bound] : [bound, highest];
}
