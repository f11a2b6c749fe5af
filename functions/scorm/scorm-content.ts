import type { ContentRoom } from '@sinau/catalogue';
import type { ScormContentPort } from '@sinau/delivery';
import type { ScormCourse } from '@sinau/scorm';

/** The manifests of packages as the import read them. They never change, so the last ones read stay at hand. */
export function createScormContent(content: Pick<ContentRoom, 'readPackage'>, keep = 50): ScormContentPort {
  const kept = new Map<string, ScormCourse>();
  return {
    async find(originHash) {
      const known = kept.get(originHash);
      if (known) return known;
      const found = await content.readPackage(originHash);
      if (!found || !('course' in found)) return undefined;
      kept.set(originHash, found.course);
      const [oldest] = kept.keys();
      if (kept.size > keep && oldest !== undefined) kept.delete(oldest);
      return found.course;
    },
  };
}
