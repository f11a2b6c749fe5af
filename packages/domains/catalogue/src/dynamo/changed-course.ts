import type { Item } from '@sinau/platform/dynamo';
import { type CourseId, publishedSide } from '../course.ts';
import { isCourseRow, readCourse } from './rows.ts';

/** The course whose public side one change of a row touched: what the search has to follow. Drafts are nobody's matter. */
export function changedCourse(change: {
  readonly before?: Item;
  readonly after?: Item;
}): CourseId | undefined {
  const [before, after] = [change.before, change.after].map((row) =>
    row && isCourseRow(row) ? readCourse(row) : undefined,
  );
  const sides = [before, after].map((course) => JSON.stringify(course && publishedSide(course)));
  return sides[0] === sides[1] ? undefined : (after ?? before)?.courseId;
}
