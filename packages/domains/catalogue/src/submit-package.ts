import { createFinding } from '@sinau/cmi5';
import type { Clock, Ids, Principal } from '@sinau/kernel';
import { openJob } from './create-upload.ts';
import { PackageRejected } from './errors.ts';
import { type ImportJob, reportOf } from './import-job.ts';
import { isArticleName, type ModuleKind } from './module.ts';
import type { CourseStore, ImportJobStore, ImportQueue, UploadRoom } from './ports.ts';

/**
 * Takes a small package whole and hands it to the importer; what machines call instead of upload and start. A name alone
 * makes no article here: a machine that sends packages must be told when it sends something else (cmi5 14.0).
 */
export async function submitPackage(
  deps: {
    readonly courses: CourseStore;
    readonly jobs: ImportJobStore;
    readonly uploads: UploadRoom;
    readonly queue: ImportQueue;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly maxPackageBytes: number;
  },
  input: {
    readonly principal: Principal;
    readonly fileName: string;
    readonly contentType: string;
    readonly body: Uint8Array;
    readonly courseId?: string;
    readonly module?: string;
    readonly kind?: ModuleKind;
  },
): Promise<ImportJob> {
  const { principal, fileName, contentType, body, courseId, module, kind } = input;
  if (isArticleName(fileName) && kind === undefined) {
    throw new PackageRejected(reportOf([createFinding('package.article-unasked')]));
  }
  const request = {
    fileName,
    contentType,
    sizeBytes: body.length,
    ...(courseId !== undefined && { courseId }),
    ...(module !== undefined && { module }),
    ...(kind && { kind }),
  };
  const job: ImportJob = { ...(await openJob(deps, { principal, request })), state: 'queued' };
  await deps.uploads.put({ key: job.uploadKey, contentType, body });
  await deps.jobs.create(job);
  await deps.queue.send({ jobId: job.jobId });
  return job;
}
