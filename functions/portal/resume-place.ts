import { progressOf, type ResumePlace } from '@sinau/web';
import { type CurrentCourse, isElsewhere } from './current-courses.ts';
import type { PortalDeps } from './deps.ts';

/** What cannot be opened yet is explained instead, on the page and in words here. */
export async function placeOf(
  deps: Pick<PortalDeps, 'providerDownSince'>,
  { course, atProvider }: Pick<CurrentCourse, 'course' | 'atProvider'>,
): Promise<ResumePlace> {
  const { next, missing, begun } = progressOf(course);
  if (!next || missing.length === 0) return { kind: 'course', why: 'all-done' };
  if (next.needs) return { kind: 'course', why: 'locked' };
  const elsewhere = isElsewhere(next);
  if (elsewhere && atProvider) return { kind: 'course', why: 'awaits-provider' };
  if (elsewhere && (await deps.providerDownSince(course.courseId)) !== undefined) {
    return { kind: 'course', why: 'provider-down' };
  }
  // Before somebody leaves for another system the first time, the page around it says what is told from there and what is not.
  const inWindow = next.ownWindow && (begun || !elsewhere);
  return { kind: 'part', partId: next.id, partTitle: next.title, inWindow };
}
