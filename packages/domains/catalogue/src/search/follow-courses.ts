import type { CourseId } from '../course.ts';
import type { CourseStore } from '../ports.ts';
import type { RatingStore } from '../ratings/ports.ts';
import type { SearchShards } from './ports.ts';
import { isSame, type SearchableCourse, searchableOf } from './searchable-course.ts';
import { shardOf } from './shard-of.ts';

export interface FollowCoursesDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly ratings: Pick<RatingStore, 'summary'>;
  readonly shards: SearchShards;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Writers of one shard meet seldom; so many in a row mean that something is broken. */
const mostTries = 20;
const readTogether = 25;

/**
 * Brings the search up to date with these courses: published ones as they are now, others out. Safe to repeat and to run
 * beside itself. Rows are read after the shard they go to, and the shard is written only if nobody wrote it since, so
 * the state of a row that a later writer saw is never put back by an earlier one.
 */
export async function followCourses(
  deps: FollowCoursesDeps,
  input: { readonly courseIds: Iterable<CourseId> },
): Promise<{ readonly written: number }> {
  const byShard = Map.groupBy(new Set(input.courseIds), shardOf);
  let written = 0;
  for (const [shard, courseIds] of byShard) written += await followShard(deps, shard, courseIds);
  return { written };
}

async function followShard(
  { courses, ratings, shards, sleep }: FollowCoursesDeps,
  shard: number,
  courseIds: readonly CourseId[],
): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await sleep(20 * tries);
    const before = await shards.read(shard);
    const after = new Map((before?.courses ?? []).map((course) => [course.courseId, course]));
    let changes = 0;
    for (let start = 0; start < courseIds.length; start += readTogether) {
      const some = courseIds.slice(start, start + readTogether);
      const read = (courseId: CourseId) => Promise.all([courses.find(courseId), ratings.summary(courseId)]);
      const rows = await Promise.all(some.map(read));
      rows.forEach((row, n) => {
        const courseId = some[n];
        const [course, summary] = row;
        const now = course && searchableOf(course, summary?.histogram);
        if (courseId !== undefined && apply(after, courseId, now)) changes += 1;
      });
    }
    if (changes === 0) return 0;
    const written = { shard, courses: [...after.values()], etag: before?.etag };
    if ((await shards.write(written)) === 'stored') return changes;
  }
  throw new Error(`shard ${shard} of the search is written by others without end`);
}

/** True when something changed. */
function apply(
  after: Map<CourseId, SearchableCourse>,
  courseId: CourseId,
  now: SearchableCourse | undefined,
): boolean {
  if (!now) return after.delete(courseId);
  if (isSame(after.get(courseId), now)) return false;
  after.set(courseId, now);
  return true;
}
