import type { ProviderId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { CourseId } from '../course.ts';
import type { JobId } from '../import-job.ts';

/** A course and its versions share one partition. */
export const coursePartition = (courseId: CourseId): string => composeKey('COURSE', courseId);

export const courseKey = (courseId: CourseId): Key => ({ pk: coursePartition(courseId), sk: 'COURSE' });

/** Padded, so that versions sort by number. */
export const versionKey = (courseId: CourseId, version: number): Key => ({
  pk: coursePartition(courseId),
  sk: composeKey('VERSION', String(version).padStart(6, '0')),
});

export const versionPrefix = 'VERSION#';

export const packageKey = (courseId: CourseId, packageId: string): Key => ({
  pk: coursePartition(courseId),
  sk: composeKey('PACKAGE', packageId),
});

export const packagePrefix = 'PACKAGE#';

export const reviewKey = (courseId: CourseId, version: number): Key => ({
  pk: coursePartition(courseId),
  sk: composeKey('REVIEW', String(version).padStart(6, '0')),
});

export const removalKey = (courseId: CourseId): Key => ({ pk: coursePartition(courseId), sk: 'REMOVAL' });

/** gsi1: deleted courses of which something is left, the oldest first. */
export const openRemovalsPartition = 'REMOVALS-OPEN';

/** gsi1: versions that wait for a reviewer, the longest first; gone from the index when decided. */
export const openReviewsPartition = 'REVIEWS-OPEN';

export const jobKey = (jobId: JobId): Key => ({ pk: composeKey('IMPORT', jobId), sk: 'IMPORT' });

/** gsi1: published courses by title. One partition: a page of 24 costs about three read units, so it serves about a
 * thousand pages a second; beyond that the web keeps pages for a while. */
export const publishedPartition = 'CATALOGUE';

/** gsi1: jobs that a worker should be busy with, the longest silent first; gone from the index when finished. */
export const openJobsPartition = 'IMPORTS-OPEN';

export const openJobSort = (updatedAt: string, jobId: JobId): string => composeKey(updatedAt, jobId);

/** gsi2: courses of a provider by last change. */
export const providerCoursesPartition = (providerId: ProviderId): string =>
  composeKey('PROVIDER-COURSES', providerId);

/** gsi2: imports of a provider by start. */
export const providerJobsPartition = (providerId: ProviderId): string =>
  composeKey('PROVIDER-IMPORTS', providerId);

export const datedSort = (at: string, id: string): string => composeKey(at, id);
