import type { CourseId } from '../course.ts';
import type { CourseStore } from '../ports.ts';
import { type FollowCoursesDeps, followCourses } from './follow-courses.ts';
import { shardCount } from './shard-of.ts';

export type RebuildSearchDeps = FollowCoursesDeps & {
  readonly courses: Pick<CourseStore, 'find' | 'listPublished'>;
};

const pageSize = 100;
/** Courses of several pages share shards, which are then written once. */
const followTogether = 5_000;

/** Makes the shards for the first time; whoever wants them made anew takes away what says that they are complete. */
export async function completeSearch(deps: RebuildSearchDeps): Promise<'complete' | 'rebuilt'> {
  if (await deps.shards.isComplete()) return 'complete';
  await rebuildSearch(deps);
  return 'rebuilt';
}

/**
 * Makes the shards what the course rows say: adds what is missing, takes out what is no longer published. May run beside
 * everything else. Afterwards readers go by the shards.
 */
export async function rebuildSearch(
  deps: RebuildSearchDeps,
): Promise<{ readonly courses: number; readonly written: number }> {
  const published = new Set<CourseId>();
  let written = 0;
  let held: CourseId[] = [];
  const follow = async () => {
    written += (await followCourses(deps, { courseIds: held })).written;
    held = [];
  };
  let after: string | undefined;
  do {
    const page = await deps.courses.listPublished({ limit: pageSize, ...(after !== undefined && { after }) });
    for (const { courseId } of page.courses) {
      published.add(courseId);
      held.push(courseId);
    }
    if (held.length >= followTogether) await follow();
    after = page.last;
  } while (after !== undefined);
  await follow();
  // What a shard has and the list has not: its row decides, for the list may be behind.
  for (let shard = 0; shard < shardCount; shard += 1) {
    const known = (await deps.shards.read(shard))?.courses ?? [];
    held.push(...known.map(({ courseId }) => courseId).filter((courseId) => !published.has(courseId)));
  }
  await follow();
  await deps.shards.markComplete();
  return { courses: published.size, written };
}
