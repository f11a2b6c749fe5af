import { moveOnRules } from '@sinau/cmi5';
import type { Finding } from '@sinau/findings';
import type { Jp, PersonId, ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { quizRulesSchema } from '@sinau/quiz';
import { completionRuleSchema } from '@sinau/rostering';
import * as z from 'zod';
import {
  type Course,
  type CourseId,
  type CourseRemoval,
  type CourseVersion,
  publishedSide,
} from '../course.ts';
import {
  admissionSchema,
  courseDetailsSchema,
  noDetails,
  openAdmission,
  versionRules,
} from '../course-details.ts';
import type { ImportJob, JobId } from '../import-job.ts';
import { positionOf } from '../list-catalogue.ts';
import { type CourseModule, type CoursePackage, moduleKinds } from '../module.ts';
import { checklist, type Review } from '../review.ts';
import {
  courseKey,
  datedSort,
  jobKey,
  openJobSort,
  openJobsPartition,
  openRemovalsPartition,
  openReviewsPartition,
  packageKey,
  providerCoursesPartition,
  providerJobsPartition,
  publishedPartition,
  removalKey,
  reviewKey,
  versionKey,
} from './keys.ts';

const branded = <Id>() => z.custom<Id>((value) => typeof value === 'string');
const languageMap = z.record(z.string(), z.string());

const jp = z.custom<Jp>((value) => typeof value === 'number').exactOptional();
// Rows from before there were details.
const { classification: _, ...unsaid } = noDetails;
const details = courseDetailsSchema.default({ ...unsaid, competencies: [], languages: [] });

const courseModule = z.object({
  moduleId: z.string(),
  kind: z.enum(moduleKinds),
  packageId: z.string(),
  originHash: z.string(),
  title: languageMap,
  auCount: z.number(),
  required: z.boolean(),
  after: z.array(z.string()),
  moveOn: z.enum(moveOnRules).exactOptional(),
  share: z.number().exactOptional(),
  statusMayFall: z.literal(true).exactOptional(),
  quiz: z.exactOptional(quizRulesSchema),
  completion: z.exactOptional(completionRuleSchema),
  frame: z.literal(true).exactOptional(),
});

const draft = z.object({
  title: languageMap,
  description: languageMap,
  jp,
  details,
  modules: z.array(courseModule),
});

const removalRow = z.object({
  courseId: branded<CourseId>(),
  providerId: branded<ProviderId>(),
  removedAt: z.string(),
});

export function readRemoval(row: Item): CourseRemoval {
  return removalRow.parse(row);
}

export function toRemovalRow(removal: CourseRemoval): Item {
  return {
    ...removal,
    ...removalKey(removal.courseId),
    gsi1pk: openRemovalsPartition,
    gsi1sk: datedSort(removal.removedAt, removal.courseId),
  };
}

const courseRow = z.object({
  courseId: branded<CourseId>(),
  providerId: branded<ProviderId>(),
  title: languageMap,
  description: languageMap,
  jp,
  details,
  admission: admissionSchema.default(openAdmission),
  versionRule: z.enum(versionRules).default('stay'),
  publishedRule: z.enum(versionRules).exactOptional(),
  termsRev: z.number().exactOptional(),
  /** Absent in rows from before there were drafts. */
  draft: draft.exactOptional(),
  source: z
    .object({
      ...{ connectionId: z.string(), externalId: z.string() },
      start: z.object({ moduleId: z.string(), url: z.string().exactOptional() }).exactOptional(),
    })
    .exactOptional(),
  status: z.enum(['draft', 'published', 'retired']),
  latestVersion: z.number(),
  inReview: z.number().exactOptional(),
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
    courseModule.extend({
      originHash: z.string().exactOptional(),
      auCount: z.number().exactOptional(),
      required: z.boolean().default(true),
      after: z.array(z.string()).default([]),
    }),
  ),
  title: languageMap,
  description: languageMap,
  jp,
  details,
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
  targetModule: z.string().exactOptional(),
  onlyKind: z.enum(moduleKinds).exactOptional(),
  uploadKey: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  inParts: z
    .object({ uploadId: z.string(), partSizeBytes: z.number(), contentType: z.string() })
    .exactOptional(),
  state: z.enum(['awaiting-upload', 'cancelled', 'queued', 'running', 'passed', 'refused', 'failed']),
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
      kind: z.enum(moduleKinds).exactOptional(),
      auCount: z.number(),
    })
    .exactOptional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});

const packageRow = z.object({
  packageId: z.string(),
  courseId: branded<CourseId>(),
  providerId: branded<ProviderId>(),
  kind: z.enum(moduleKinds),
  originHash: z.string(),
  title: languageMap,
  description: languageMap,
  auCount: z.number(),
  fileCount: z.number(),
  totalBytes: z.number(),
  fileName: z.string(),
  importedAt: z.string(),
  supersedes: z.string().exactOptional(),
});

const party = z.object({ id: z.string(), name: z.string() });

const reviewRow = z.object({
  courseId: branded<CourseId>(),
  version: z.number(),
  providerId: branded<ProviderId>(),
  title: languageMap,
  state: z.enum(['submitted', 'approved', 'returned', 'withdrawn']),
  submittedBy: party,
  submittedAt: z.string(),
  decidedBy: party.exactOptional(),
  decidedAt: z.string().exactOptional(),
  checked: z.array(z.enum(checklist)),
  comments: z.array(
    z.object({
      by: party,
      side: z.enum(['author', 'reviewer']),
      at: z.string(),
      text: z.string(),
      moduleId: z.string().exactOptional(),
    }),
  ),
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

/** Longer than the object store keeps parts that nobody completes. */
const unsentDays = 30;

export function toJobRow(job: ImportJob): Item {
  const open = job.state === 'queued' || job.state === 'running';
  const unsent = job.state === 'awaiting-upload' || job.state === 'cancelled';
  const expiresAt = Math.ceil(Date.parse(job.updatedAt) / 1000) + unsentDays * 86_400;
  return {
    ...jobKey(job.jobId),
    kind: 'import-job',
    ...job,
    gsi2pk: providerJobsPartition(job.providerId),
    gsi2sk: datedSort(job.createdAt, job.jobId),
    // Nothing was imported, so nothing is left to tell of it.
    ...(unsent && { expiresAt }),
    ...(open && { gsi1pk: openJobsPartition, gsi1sk: openJobSort(job.updatedAt, job.jobId) }),
  };
}

export const toPackageRow = (one: CoursePackage): Item => ({
  ...packageKey(one.courseId, one.packageId),
  // `kind` of the row is another thing than that of the package.
  rowKind: 'course-package',
  ...one,
});

export const toReviewRow = (review: Review): Item => ({
  ...reviewKey(review.courseId, review.version),
  kind: 'course-review',
  ...review,
  ...(review.state === 'submitted' && {
    gsi1pk: openReviewsPartition,
    gsi1sk: datedSort(review.submittedAt, review.courseId),
  }),
});

export function readCourse(row: Item): Course {
  const { draft, ...course } = courseRow.parse(row);
  const { title, description, jp, details } = course;
  const words = { title, description, details, modules: [], ...(jp !== undefined && { jp }) };
  return { ...course, draft: draft ?? words };
}

export function readVersion(row: Item): CourseVersion {
  const version = versionRow.parse(row);
  const { originHash, auCount } = version;
  // Rows from before there were several modules: the one package of the version.
  const modules = version.modules.map((module): CourseModule => ({ originHash, auCount, ...module }));
  return { ...version, modules };
}

export const readPackage = (row: Item): CoursePackage => packageRow.parse(row);
export const readReview = (row: Item): Review => reviewRow.parse(row);
export const readJob = (row: Item): ImportJob => jobRow.parse(row);

export const isCourseRow = (row: Item): boolean => row.kind === 'course';
export const isReviewRow = (row: Item): boolean => row.kind === 'course-review';
export const isJobRow = (row: Item): boolean => row.kind === 'import-job';
