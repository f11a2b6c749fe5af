import type { Course, CourseVersion, ImportJob } from '@sinau/catalogue';
import { formatJp } from '@sinau/kernel';

/** What a machine is shown of an import: no keys, leases or origins of broken tries. */
export function viewOfImport(job: ImportJob) {
  const { jobId, fileName, sizeBytes, state, progress, report, result, createdAt, updatedAt } = job;
  return {
    jobId,
    fileName,
    sizeBytes,
    state,
    progress,
    ...(report && { report }),
    ...(result && { result }),
    createdAt,
    updatedAt,
    url: `/api/imports/${jobId}`,
  };
}

export function viewOfCourse(course: Course) {
  const { courseId, title, description, jp, status, latestVersion } = course;
  const { publishedVersion, publishedAt, createdAt, updatedAt } = course;
  return {
    courseId,
    title,
    description,
    ...(jp !== undefined && { jp: formatJp(jp, 'en') }),
    status,
    latestVersion,
    ...(publishedVersion !== undefined && { publishedVersion }),
    ...(publishedAt !== undefined && { publishedAt }),
    createdAt,
    updatedAt,
    url: `/api/courses/${courseId}`,
  };
}

export function viewOfVersion(version: CourseVersion) {
  const { title, description, auCount, fileCount, totalBytes, importedAt } = version;
  return { version: version.version, title, description, auCount, fileCount, totalBytes, importedAt };
}
