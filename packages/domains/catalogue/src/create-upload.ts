import { type Clock, type Ids, InvalidInput, type Principal, type ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { modulesOf } from './commit-version.ts';
import type { CourseId } from './course.ts';
import { CourseNotFound } from './errors.ts';
import type { ImportJob, JobId } from './import-job.ts';
import { moduleKinds } from './module.ts';
import type { CourseStore, ImportJobStore, UploadRoom } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** What may be said of a package before it is sent. Strict: no provider, state or key can be slipped in (case D1). */
export const uploadRequestSchema = z.strictObject({
  /** The package is sent in parts; see `createPartUpload`. @default false */
  inParts: z.boolean().exactOptional(),
  fileName: z.string().min(1).max(255),
  contentType: z.string().regex(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/),
  sizeBytes: z.int().positive(),
  /** Given: the package becomes a new version of this course. */
  courseId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
  /** The module of that course whose package this replaces, or `new`; needed when it has several. */
  module: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
  /** Nothing else is wanted: any other kind is refused. @default every kind is taken */
  kind: z.enum(moduleKinds).exactOptional(),
});
export type UploadRequest = z.infer<typeof uploadRequestSchema>;

/** How long a URL takes what it was made for. */
export const uploadUrlSeconds = 3600;

export interface UploadTicket {
  readonly jobId: JobId;
  /** Takes one PUT with the announced `Content-Type` and length. */
  readonly url: string;
  readonly expiresAt: string;
}

/** What is needed to send a package in parts; URLs are given by `signParts` when they are wanted. */
export interface PartTicket {
  readonly jobId: JobId;
  /** Of every part but the last. */
  readonly partSizeBytes: number;
  readonly partCount: number;
}

interface CreateUploadDeps {
  readonly courses: CourseStore;
  readonly jobs: ImportJobStore;
  readonly uploads: UploadRoom;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly maxPackageBytes: number;
}

/** Opens an import job and gives the URL to which the package is sent; `startImport` follows the upload. */
export async function createUpload(
  deps: CreateUploadDeps,
  input: { readonly principal: Principal; readonly request: UploadRequest },
): Promise<UploadTicket> {
  const job = await openJob(deps, input);
  const url = await deps.uploads.presign({
    key: job.uploadKey,
    contentType: input.request.contentType,
    sizeBytes: job.sizeBytes,
    expiresInSeconds: uploadUrlSeconds,
  });
  await deps.jobs.create(job);
  const expiresAt = new Date(deps.clock.now().getTime() + uploadUrlSeconds * 1000).toISOString();
  return { jobId: job.jobId, url, expiresAt };
}

/**
 * Small enough to be sent again over a bad connection, and at least the 5 MiB that S3 asks for. Grows where a package
 * would have more than `maxParts`.
 */
const smallestPartBytes = 8 * 1024 * 1024;
const maxParts = 1000;

export function partSizeOf(sizeBytes: number): number {
  const mebibyte = 1024 * 1024;
  return Math.max(smallestPartBytes, Math.ceil(sizeBytes / maxParts / mebibyte) * mebibyte);
}

/** Opens an import job whose package arrives in parts, which can go on after any interruption. */
export async function createPartUpload(
  deps: CreateUploadDeps,
  input: { readonly principal: Principal; readonly request: UploadRequest },
): Promise<PartTicket> {
  const job = await openJob(deps, input);
  const { contentType } = input.request;
  const partSizeBytes = partSizeOf(job.sizeBytes);
  // A crash behind this line leaves an attempt without parts, which the store ends by itself.
  const uploadId = await deps.uploads.inParts.start({ key: job.uploadKey, contentType });
  await deps.jobs.create({ ...job, inParts: { uploadId, partSizeBytes, contentType } });
  return { jobId: job.jobId, partSizeBytes, partCount: Math.ceil(job.sizeBytes / partSizeBytes) };
}

/** A job of the caller's own provider, not stored yet. */
export async function openJob(
  deps: Pick<CreateUploadDeps, 'courses' | 'clock' | 'ids' | 'maxPackageBytes'>,
  input: { readonly principal: Principal; readonly request: UploadRequest },
): Promise<ImportJob> {
  const { principal } = input;
  const providerId = providerOf(principal);
  const { fileName, sizeBytes, courseId, module, kind } = input.request;
  if (sizeBytes > deps.maxPackageBytes) {
    throw new InvalidInput(`A package may have at most ${deps.maxPackageBytes} bytes.`, {
      issues: [{ path: '/sizeBytes', message: `at most ${deps.maxPackageBytes}` }],
    });
  }
  const target = courseId as CourseId | undefined;
  if (target) await checkTarget(deps, { providerId, courseId: target, module });
  const jobId = deps.ids.uuid() as JobId;
  const now = deps.clock.now().toISOString();
  return {
    jobId,
    providerId,
    ...(principal.kind === 'person' && { startedBy: principal.personId }),
    ...(target && { targetCourseId: target }),
    ...(target && module !== undefined && { targetModule: module }),
    ...(kind && { onlyKind: kind }),
    uploadKey: `uploads/${providerId}/${jobId}`,
    fileName,
    sizeBytes,
    state: 'awaiting-upload',
    progress: { done: 0, total: 0 },
    tries: 0,
    abandonedOrigins: [],
    createdAt: now,
    updatedAt: now,
    rev: 1,
  };
}

async function checkTarget(
  deps: Pick<CreateUploadDeps, 'courses'>,
  target: {
    readonly providerId: ProviderId;
    readonly courseId: CourseId;
    readonly module: string | undefined;
  },
): Promise<void> {
  const course = await deps.courses.find(target.courseId);
  if (course?.providerId !== target.providerId) throw new CourseNotFound();
  const { module } = target;
  if (module === 'new') return;
  const modules = await modulesOf(deps, course);
  if (module === undefined ? modules.length <= 1 : modules.some(({ moduleId }) => moduleId === module))
    return;
  throw new InvalidInput('The course has no such module, or several and none was named.', {
    issues: [{ path: '/module', message: 'name the module to replace, or write "new"' }],
  });
}
