import type { Finding } from '@sinau/cmi5';
import type { Jp, PersonId, ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Course, type CourseId, type CourseVersion, publishedSide } from '../course.ts';
import type { ImportJob, JobId } from '../import-job.ts';
import { positionOf } from '../list-catalogue.ts';
import {
  courseKey,
  datedSort,
  jobKey,
  openJobSort,
  openJobsPartition,
  providerCoursesPartition,
  providerJobsPartition,
  publishedPartition,
  versionKey,
} from './keys.ts';

const branded = <Id>() => z.custom<Id>((value) => typeof value === 'string');
const languageMap = z.record(z.string(), z.string());

const courseRow = z.object({
  courseId: branded<CourseId>(),
  providerId: branded<ProviderId>(),
  title: languageMap,
  description: languageMap,
  jp: z.custom<Jp>((value) => typeof value === 'number').exactOptional(),
  status: z.enum(['draft', 'published', 'retired']),
  latestVersion: z.number(),
  publishedVersion: z.number().exactOptional(),
  publishedAt: z.string().exactOptional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});

const versionRow = z.object({
  courseId: branded<CourseId>(),
  version: z.number(),
  versionId: z.string(),
  originHash: z.string(),
  modules: z.array(
    z.object({
      moduleId: z.string(),
      kind: z.literal('cmi5'),
      packageId: z.string(),
      title: languageMap,
    }),
  ),
  title: languageMap,
  description: languageMap,
  auCount: z.number(),
  fileCount: z.number(),
  totalBytes: z.number(),
  importedAt: z.string(),
});

const jobRow = z.object({
  jobId: branded<JobId>(),
  providerId: branded<ProviderId>(),
  startedBy: branded<PersonId>().exactOptional(),
  targetCourseId: branded<CourseId>().exactOptional(),
  uploadKey: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(['awaiting-upload', 'queued', 'running', 'passed', 'refused', 'failed']),
  progress: z.object({ done: z.number(), total: z.number() }),
  tries: z.number(),
  attempt: z
    .object({ versionId: z.string(), originHash: z.string(), leaseUntil: z.string() })
    .exactOptional(),
  abandonedOrigins: z.array(z.string()),
  report: z
    .object({
      errorCount: z.number(),
      warningCount: z.number(),
      // Written by this package only, from `createFinding`.
      findings: z.array(z.custom<Finding>((value) => typeof value === 'object' && value !== null)),
    })
    .exactOptional(),
  result: z
    .object({
      courseId: branded<CourseId>(),
      version: z.number(),
      title: languageMap,
      auCount: z.number(),
    })
    .exactOptional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});

export function toCourseRow(course: Course): Item {
  const published = publishedSide(course);
  return {
    ...courseKey(course.courseId),
    kind: 'course',
    ...course,
    gsi2pk: providerCoursesPartition(course.providerId),
    gsi2sk: datedSort(course.updatedAt, course.courseId),
    ...(published && { gsi1pk: publishedPartition, gsi1sk: positionOf(published) }),
  };
}

export const toVersionRow = (version: CourseVersion): Item => ({
  ...versionKey(version.courseId, version.version),
  kind: 'course-version',
  ...version,
});

export function toJobRow(job: ImportJob): Item {
  const open = job.state === 'queued' || job.state === 'running';
  return {
    ...jobKey(job.jobId),
    kind: 'import-job',
    ...job,
    gsi2pk: providerJobsPartition(job.providerId),
    gsi2sk: datedSort(job.createdAt, job.jobId),
    ...(open && { gsi1pk: openJobsPartition, gsi1sk: openJobSort(job.updatedAt, job.jobId) }),
  };
}

export const readCourse = (row: Item): Course => courseRow.parse(row);
export const readVersion = (row: Item): CourseVersion => versionRow.parse(row);
export const readJob = (row: Item): ImportJob => jobRow.parse(row);

export const isCourseRow = (row: Item): boolean => row.kind === 'course';
export const isJobRow = (row: Item): boolean => row.kind === 'import-job';
