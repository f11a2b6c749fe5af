import * as z from 'zod';
import type { Maker } from '../obligation.ts';
import { requiredIdSchema } from '../required.ts';
import { textOfLines } from '../text.ts';

const courseId = requiredIdSchema;

/** What an agency may decide of one course, or of the path, for everybody: nobody owes it any more, or another one in its place. */
export const courseChangeRequestSchema = z.strictObject({
  courseId,
  /** In its place; absent: it is left out. */
  to: courseId.exactOptional(),
  /** Learners read it. */
  reason: textOfLines(5, 300),
});
export type CourseChangeRequest = z.infer<typeof courseChangeRequestSchema>;

/** Kept for good, also once it is undone. Times are ISO 8601 UTC. */
export interface CourseChange extends CourseChangeRequest {
  readonly at: string;
  readonly by: Maker;
  readonly undone?: { readonly at: string; readonly by: Maker };
}

/** Courses as they were set, and what was decided of them since, the oldest first. */
export interface CourseHistory {
  readonly first: readonly string[];
  readonly changes: readonly CourseChange[];
}

/** The courses that hold, in their order. */
export function coursesAfter({ first, changes }: CourseHistory): readonly string[] {
  return changes
    .filter(({ undone }) => !undone)
    .reduce<readonly string[]>(
      (all, change) =>
        all.flatMap((one) => (one !== change.courseId ? [one] : change.to === undefined ? [] : [change.to])),
      first,
    );
}

interface Changing {
  readonly courseIds: readonly string[];
  readonly courseHistory?: CourseHistory;
}

/** Courses that stand, or stood, in the place of this one: who has finished or begun one of them owes no other. */
export function standInsOf({ courseIds, courseHistory }: Changing, courseId: string): readonly string[] {
  const pairs = (courseHistory?.changes ?? []).flatMap(({ courseId: from, to }) => (to ? [[from, to]] : []));
  const found = new Set([courseId]);
  let before = 0;
  while (before < found.size) {
    before = found.size;
    for (const pair of pairs) if (pair.some((one) => found.has(one))) for (const one of pair) found.add(one);
  }
  return [...found].filter((one) => one !== courseId && !courseIds.includes(one));
}

/** Why a course is owed no more; undefined while it holds. */
export function droppedBecause(
  obligation: Changing,
  courseId: string,
): 'course-skipped' | 'course-replaced' | undefined {
  if (obligation.courseIds.includes(courseId)) return undefined;
  const isReplaced = obligation.courseIds.some((one) => standInsOf(obligation, one).includes(courseId));
  return isReplaced ? 'course-replaced' : 'course-skipped';
}

/** The one that may be taken back: nothing was decided of its place since. */
export function isLast({ changes }: CourseHistory, at: number): boolean {
  const one = changes[at];
  if (!one || one.undone) return false;
  const its = [one.courseId, one.to];
  return changes
    .slice(at + 1)
    .every(({ undone, courseId: from, to }) => undone || !(its.includes(from) || (to && its.includes(to))));
}
