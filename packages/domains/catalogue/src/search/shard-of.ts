import type { CourseId } from '../course.ts';

/**
 * Twenty thousand courses make about three hundred a shard, which is some 30 KB packed: little to rewrite at each
 * publication, and few enough requests to load them all. Another number would need a rebuild under another prefix.
 */
export const shardCount = 64;

/** Always the same for one course. */
export const shardOf = (courseId: CourseId): number => hashOf(courseId) % shardCount;

/** FNV-1a with 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  }
  return hash >>> 0;
}
