import type { Clock, Principal } from '@sinau/kernel';
import * as z from 'zod';
import { ImportNotFound, UploadIncomplete } from './errors.ts';
import { type ImportJob, importMessageSchema, type JobId } from './import-job.ts';
import { completeParts } from './part-upload.ts';
import type { ImportJobStore, ImportQueue, UploadedPart, UploadRoom } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** What starts an import: the job, and of an upload in parts what the sender has seen arrive. */
export const startRequestSchema = importMessageSchema.extend({
  parts: z
    .array(z.strictObject({ partNumber: z.int().min(1).max(10_000), etag: z.string().min(1).max(100) }))
    .max(1000)
    .exactOptional(),
});

/**
 * Hands an uploaded package to the importer. Asking again is harmless: a job that is already on its way stays as it is,
 * and one whose message was lost is sent again.
 */
export async function startImport(
  deps: {
    readonly jobs: ImportJobStore;
    readonly uploads: UploadRoom;
    readonly queue: ImportQueue;
    readonly clock: Clock;
  },
  input: {
    readonly principal: Principal;
    readonly jobId: JobId;
    /** Of an upload in parts: what the sender has seen arrive. */
    readonly parts?: readonly Pick<UploadedPart, 'partNumber' | 'etag'>[];
  },
): Promise<ImportJob> {
  const job = await deps.jobs.find(input.jobId);
  if (job?.providerId !== providerOf(input.principal)) throw new ImportNotFound();
  if (job.state !== 'awaiting-upload' && job.state !== 'queued') return job;
  if (job.state === 'awaiting-upload') await completeParts(deps, job, input.parts);
  const sizeBytes = await deps.uploads.sizeOf(job.uploadKey);
  if (sizeBytes !== job.sizeBytes) {
    throw new UploadIncomplete(
      sizeBytes === undefined
        ? 'The package was not uploaded yet. Send it to the upload URL first.'
        : `The upload has ${sizeBytes} bytes where ${job.sizeBytes} were announced. Upload it again.`,
    );
  }
  const queued = await queueJob(deps, job);
  // Given up, or taken by a worker, meanwhile: there is nothing left to send.
  if (queued.state !== 'queued') return queued;
  // Row first, message second: a crash in between leaves a queued job, which a repeated call or the sweep sends.
  await deps.queue.send({ jobId: job.jobId });
  return queued;
}

async function queueJob(
  deps: { readonly jobs: ImportJobStore; readonly clock: Clock },
  job: ImportJob,
): Promise<ImportJob> {
  if (job.state === 'queued') return job;
  const next: ImportJob = {
    ...job,
    state: 'queued',
    updatedAt: deps.clock.now().toISOString(),
    rev: job.rev + 1,
  };
  if ((await deps.jobs.replace(next)) === 'stored') return next;
  const now = await deps.jobs.find(job.jobId);
  if (!now) throw new ImportNotFound();
  return now;
}
