import type { Digest } from '@sinau/kernel';

/**
 * Ids the LMS gives to what a publisher named: unique per course, the same for every registration and version, never
 * the publisher's own (cmi5 8.1.5.0-3 and -4, 9.3.9.0-4 and -8).
 */
export function activityIdOf(
  deps: { readonly digest: Digest; readonly activityBase: string },
  courseId: string,
  object: { readonly kind: 'course' | 'block' | 'au'; readonly id: string },
): string {
  const mark = deps.digest.sha256(object.id).slice(0, 32);
  return `${courseActivitiesOf(deps.activityBase, courseId)}${object.kind}/${mark}`;
}

/** What the ids of a course's activities begin with, and no other's. */
export function courseActivitiesOf(activityBase: string, courseId: string): string {
  return `${activityBase}/${encodeURIComponent(courseId)}/`;
}
