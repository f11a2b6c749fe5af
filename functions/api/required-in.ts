import { pathOf } from '@sinau/obligations';

/** What a duty is for, as machines read it: a course, or a learning path. */
export function requiredIn(required: string): { readonly courseId: string } | { readonly pathId: string } {
  const pathId = pathOf(required);
  return pathId === undefined ? { courseId: required } : { pathId };
}
