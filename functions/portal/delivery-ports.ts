import { type ContentRoom, type CourseId, getVersionStructure } from '@sinau/catalogue';
import type { CourseContentPort, EntitlementPort } from '@sinau/delivery';
import type { Registration } from '@sinau/enrolment';
import type { PortalDeps } from './deps.ts';

/** Delivery asks the enrolment who may take what. */
export function entitlementOf({ enrolments }: Pick<PortalDeps, 'enrolments'>): EntitlementPort {
  return {
    find: async (registration) => {
      const enrolment = await enrolments.findByRegistration(registration as Registration);
      if (!enrolment) return undefined;
      const { personId, courseId, version, state } = enrolment;
      return { personId, courseId, version, open: state !== 'cancelled' };
    },
  };
}

/** Delivery asks the catalogue what a version holds. */
export function contentOf(deps: Pick<PortalDeps, 'courses' | 'content'>): CourseContentPort {
  return {
    find: async (courseId, version) => {
      const found = await getVersionStructure(deps, { courseId: courseId as CourseId, version });
      return found && { structure: found.structure, originHash: found.version.originHash };
    },
  };
}

/** Structures never change, so the last ones read stay at hand. */
export function cachedStructures(content: ContentRoom, size = 100): ContentRoom {
  const kept = new Map<string, Awaited<ReturnType<ContentRoom['readStructure']>>>();
  return {
    writeStructure: (originHash, structure) => content.writeStructure(originHash, structure),
    discard: (originHash) => content.discard(originHash),
    readStructure: async (originHash) => {
      const known = kept.get(originHash);
      if (known) return known;
      const structure = await content.readStructure(originHash);
      if (structure) kept.set(originHash, structure);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      return structure;
    },
  };
}
