import type { Clock, Principal } from '@sinau/kernel';
import type { ImportJob, ImportState, JobId } from './import-job.ts';
import { findPartJob, type PartJob, partCountOf, sizeOfPart } from './part-upload.ts';
import type { ImportJobStore, UploadedPart, UploadRoom } from './ports.ts';

/** How far an upload in parts is. */
export interface UploadProgress {
  readonly jobId: JobId;
  /** Parts can be sent while it is `awaiting-upload`. */
  readonly state: ImportState;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly partSizeBytes: number;
  readonly partCount: number;
  /** Those that have arrived whole; ascending. */
  readonly parts: readonly UploadedPart[];
}

interface Deps {
  readonly jobs: ImportJobStore;
  readonly uploads: UploadRoom;
  readonly clock: Clock;
}

/**
 * What has arrived, so that a sender can go on: after a cut, from a new page, or on another day. Parts that the store has given
 * up meanwhile are to be sent again.
 */
export async function getUpload(
  deps: Deps,
  input: { readonly principal: Principal; readonly jobId: JobId },
): Promise<UploadProgress> {
  const job = await findPartJob(deps, input);
  const { fileName, sizeBytes, state } = job;
  const { partSizeBytes } = job.inParts;
  const parts = state === 'awaiting-upload' ? await arrivedParts(deps, job) : [];
  const partCount = partCountOf(job);
  return { jobId: job.jobId, state, fileName, sizeBytes, partSizeBytes, partCount, parts };
}

async function arrivedParts(deps: Deps, job: PartJob): Promise<readonly UploadedPart[]> {
  const { uploadKey: key, inParts } = job;
  const listed = await deps.uploads.inParts.list({ key, uploadId: inParts.uploadId });
  if (listed) return listed.filter((part) => part.sizeBytes === sizeOfPart(job, part.partNumber));
  // Completed, and whoever did it broke off before the import began: `startImport` finds it whole.
  if ((await deps.uploads.sizeOf(key)) === job.sizeBytes) return [];
  await startOver(deps, job);
  return [];
}

/** The store ends attempts after a week; the next one belongs to the same job. */
async function startOver(deps: Deps, job: PartJob): Promise<void> {
  const { uploadKey: key, inParts } = job;
  const uploadId = await deps.uploads.inParts.start({ key, contentType: inParts.contentType });
  const updatedAt = deps.clock.now().toISOString();
  const next: ImportJob = { ...job, inParts: { ...inParts, uploadId }, updatedAt, rev: job.rev + 1 };
  // Another page was first: its attempt counts.
  if ((await deps.jobs.replace(next)) === 'conflict') await deps.uploads.inParts.abort({ key, uploadId });
}
