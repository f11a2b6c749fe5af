import type { Clock, Principal } from '@sinau/kernel';
import { ImportNotFound, UploadIncomplete } from './errors.ts';
import type { ImportJob, JobId } from './import-job.ts';
import type { ImportJobStore, UploadRoom } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** Gives up an upload whose import has not begun, and deletes what has arrived. Asking again is harmless. */
export async function cancelUpload(
  deps: { readonly jobs: ImportJobStore; readonly uploads: UploadRoom; readonly clock: Clock },
  input: { readonly principal: Principal; readonly jobId: JobId },
): Promise<void> {
  const job = await deps.jobs.find(input.jobId);
  if (job?.providerId !== providerOf(input.principal)) throw new ImportNotFound();
  if (job.state !== 'awaiting-upload' && job.state !== 'cancelled') {
    throw new UploadIncomplete('The import has begun and cannot be cancelled any more.');
  }
  if (job.state === 'awaiting-upload') {
    const updatedAt = deps.clock.now().toISOString();
    // The row first: nothing can be started any more, so that no import reads what is deleted below.
    const cancelled: ImportJob = { ...job, state: 'cancelled', updatedAt, rev: job.rev + 1 };
    if ((await deps.jobs.replace(cancelled)) === 'conflict') return cancelUpload(deps, input);
  }
  const { uploadKey: key, inParts } = job;
  if (inParts) await deps.uploads.inParts.abort({ key, uploadId: inParts.uploadId });
  await deps.uploads.delete(key);
}
