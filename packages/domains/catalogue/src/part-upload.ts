import type { Principal } from '@sinau/kernel';
import { ImportNotFound, UploadIncomplete } from './errors.ts';
import type { ImportJob, JobId, PartUpload } from './import-job.ts';
import type { ImportJobStore, UploadedPart, UploadRoom } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** A job whose package arrives in parts. */
export type PartJob = ImportJob & { readonly inParts: PartUpload };

/**
 * Makes the parts of a job one package. Silent when that was done before; rejects with `UploadIncomplete` and says which parts
 * are to be sent. `known`: what the sender has seen arrive; another entity tag means that somebody else has sent the part.
 */
export async function completeParts(
  deps: { readonly uploads: UploadRoom },
  job: ImportJob,
  known: readonly Pick<UploadedPart, 'partNumber' | 'etag'>[] = [],
): Promise<void> {
  if (!isPartJob(job)) return;
  const { uploadKey: key } = job;
  const { uploadId } = job.inParts;
  const parts = await deps.uploads.inParts.list({ key, uploadId });
  if (!parts) return;
  const byNumber = new Map(parts.map((part) => [part.partNumber, part]));
  const numbers = Array.from({ length: partCountOf(job) }, (_, index) => index + 1);
  const missing = numbers.filter((n) => byNumber.get(n)?.sizeBytes !== sizeOfPart(job, n));
  const changed = known.filter(({ partNumber, etag }) => byNumber.get(partNumber)?.etag !== etag);
  if (missing.length > 0) throw incomplete('have not arrived', missing);
  if (changed.length > 0)
    throw incomplete(
      'are others than you sent',
      changed.map(({ partNumber }) => partNumber),
    );
  const outcome = await deps.uploads.inParts.complete({ key, uploadId, parts });
  if (outcome === 'mismatch')
    throw new UploadIncomplete('The upload changed meanwhile. Ask again how far it is.');
}

const named = 20;

function incomplete(what: string, partNumbers: readonly number[]): UploadIncomplete {
  const list = partNumbers.slice(0, named).join(', ');
  const more = partNumbers.length > named ? ` and ${partNumbers.length - named} more` : '';
  return new UploadIncomplete(`Some parts ${what}: ${list}${more}. Send them again.`);
}

/** An upload in parts of the caller's own provider. */
export async function findPartJob(
  deps: { readonly jobs: ImportJobStore },
  { principal, jobId }: { readonly principal: Principal; readonly jobId: JobId },
): Promise<PartJob> {
  const job = await deps.jobs.find(jobId);
  if (job?.providerId !== providerOf(principal)) throw new ImportNotFound();
  if (!isPartJob(job)) throw new UploadIncomplete('This package is sent whole, to the upload URL.');
  return job;
}

function isPartJob(job: ImportJob): job is PartJob {
  return job.inParts !== undefined;
}

export function partCountOf({ sizeBytes, inParts }: PartJob): number {
  return Math.ceil(sizeBytes / inParts.partSizeBytes);
}

export function sizeOfPart(job: PartJob, partNumber: number): number {
  const { partSizeBytes } = job.inParts;
  return Math.min(partSizeBytes, job.sizeBytes - (partNumber - 1) * partSizeBytes);
}
