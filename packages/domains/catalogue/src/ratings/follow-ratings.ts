import type { CourseId } from '../course.ts';
import { coarseRating, isSameHistogram, noRatings } from './histogram.ts';
import type { RatingStore } from './ports.ts';

/** Writers of one summary meet seldom. */
const mostTries = 20;

/**
 * Counts these courses anew, each once however many rated it, and tells which of them the search shows differently now.
 * Safe to repeat and to run beside itself: the parts are read after the summary that they replace.
 */
export async function followRatings(
  deps: { readonly ratings: RatingStore; readonly sleep: (ms: number) => Promise<void> },
  input: { readonly courseIds: Iterable<CourseId> },
): Promise<readonly CourseId[]> {
  const changed: CourseId[] = [];
  for (const courseId of new Set(input.courseIds)) {
    if (await followOne(deps, courseId)) changed.push(courseId);
  }
  return changed;
}

async function followOne(
  { ratings, sleep }: Parameters<typeof followRatings>[0],
  courseId: CourseId,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await sleep(20 * tries);
    const before = await ratings.summary(courseId);
    const histogram = await ratings.count(courseId);
    if (before && isSameHistogram(before.histogram, histogram)) return false;
    const rev = (before?.rev ?? 0) + 1;
    if ((await ratings.writeSummary(courseId, { histogram, rev })) === 'conflict') continue;
    const [was, is] = [before?.histogram ?? noRatings, histogram].map((one) =>
      JSON.stringify(coarseRating(one)),
    );
    return was !== is;
  }
  throw new Error(`the summary of ratings of ${courseId} is written by others without end`);
}
