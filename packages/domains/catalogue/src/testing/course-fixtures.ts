import type { ProviderId } from '@sinau/kernel';
import type { Course, CourseId, CourseVersion } from '../course.ts';
import { noDetails, openAdmission } from '../course-details.ts';
import type { CourseModule, CoursePackage } from '../module.ts';

const at = '2026-03-02T01:00:00.000Z';

/** A module of one cmi5 package. */
export function moduleOf(over: Partial<CourseModule> = {}): CourseModule {
  return {
    ...{ moduleId: 'm1', kind: 'cmi5', packageId: 'j1', originHash: 'a'.repeat(32), title: { id: 'Etika' } },
    ...{ auCount: 1, required: true, after: [] },
    ...over,
  };
}

/** A draft course of provider `p1`. */
export function courseOf(over: Partial<Course> = {}): Course {
  const { title = { id: 'Etika' }, description = {}, details = noDetails } = over;
  return {
    ...{ courseId: 'c1' as CourseId, providerId: 'p1' as ProviderId, title, description, details },
    ...{ admission: openAdmission, versionRule: 'stay', status: 'draft', latestVersion: 1 },
    draft: { title, description, details, modules: [] },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
    ...over,
  };
}

/** Version 1 of that course: one cmi5 package of one AU. */
export function versionOf(over: Partial<CourseVersion> = {}): CourseVersion {
  const { originHash = 'a'.repeat(32), auCount = 1 } = over;
  return {
    ...{ courseId: 'c1' as CourseId, version: 1, versionId: 'v1', originHash },
    modules: [moduleOf({ originHash, auCount })],
    ...{ title: { id: 'Etika' }, description: {}, details: noDetails },
    ...{ auCount, fileCount: 1, totalBytes: 1, importedAt: at },
    ...over,
  };
}

/** The package of that version. */
export function packageOf(over: Partial<CoursePackage> = {}): CoursePackage {
  return {
    ...{ packageId: 'j1', courseId: 'c1' as CourseId, providerId: 'p1' as ProviderId, kind: 'cmi5' },
    ...{ originHash: 'a'.repeat(32), title: { id: 'Etika' }, description: {}, auCount: 1 },
    ...{ fileCount: 1, totalBytes: 1, fileName: 'etika.zip', importedAt: at },
    ...over,
  };
}
