import {
  type ContentRoom,
  type CourseId,
  type CourseStore,
  type CourseVersion,
  firstAus,
  getVersionStructure,
} from '@sinau/catalogue';
import type { CourseContentPort, PartContent } from '@sinau/delivery';

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
      const content = { structure: found.structure, parts: partsOf(found.version) };
      kept.set(key, content);
      const [oldest] = kept.keys();
      if (kept.size > keep && oldest !== undefined) kept.delete(oldest);
      return content;
    },
  };
}

/** Modules stand one behind the other in the structure, each with as many AUs as its package has. */
function partsOf({ modules }: Pick<CourseVersion, 'modules'>): readonly PartContent[] {
  const firsts = firstAus(modules);
  const ausOf = (moduleId: string) => {
    const index = modules.findIndex((module) => module.moduleId === moduleId);
    const [first, count] = [firsts[index] ?? 0, modules[index]?.auCount ?? 0];
    return Array.from({ length: count }, (_, n) => first + n);
  };
  return modules.flatMap(({ moduleId, kind, originHash, auCount, after, statusMayFall, completion }) => {
    const part = {
      moduleId,
      kind,
      originHash,
      after: after.flatMap(ausOf),
      ...(statusMayFall && { statusMayFall }),
      ...(completion && { completion }),
    };
    return Array.from({ length: auCount }, () => part);
  });
}
