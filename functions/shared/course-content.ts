import { type ContentRoom, type CourseId, type CourseStore, getVersionStructure } from '@sinau/catalogue';
import type { CourseContentPort } from '@sinau/delivery';

/** Delivery asks the catalogue what a version holds. Structures never change, so the last ones read stay at hand. */
export function createCourseContent(
  deps: { readonly courses: CourseStore; readonly content: ContentRoom },
  keep = 100,
): CourseContentPort {
  const kept = new Map<string, Awaited<ReturnType<CourseContentPort['find']>>>();
  return {
    async find(courseId, version) {
      const key = `${version} ${courseId}`;
      const known = kept.get(key);
      if (known) return known;
      const found = await getVersionStructure(deps, { courseId: courseId as CourseId, version });
      if (!found) return undefined;
      const content = { structure: found.structure, originHash: found.version.originHash };
      kept.set(key, content);
      const [oldest] = kept.keys();
      if (kept.size > keep && oldest !== undefined) kept.delete(oldest);
      return content;
    },
  };
}
