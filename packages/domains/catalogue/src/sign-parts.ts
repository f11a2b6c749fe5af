import { type Clock, InvalidInput, type Principal } from '@sinau/kernel';
import * as z from 'zod';
import { uploadUrlSeconds } from './create-upload.ts';
import { UploadIncomplete } from './errors.ts';
import type { JobId } from './import-job.ts';
import { findPartJob, partCountOf, sizeOfPart } from './part-upload.ts';
import type { ImportJobStore, UploadRoom } from './ports.ts';

/** Which parts are to be sent now. */
export const signRequestSchema = z.strictObject({
  partNumbers: z.array(z.int().min(1).max(10_000)).min(1).max(100),
});

interface Deps {
  readonly jobs: ImportJobStore;
  readonly uploads: UploadRoom;
  readonly clock: Clock;
}

/** URLs that take one PUT each, for parts of the caller's own upload. */
export async function signParts(
  deps: Deps,
  input: {
    readonly principal: Principal;
    readonly jobId: JobId;
    /** From 1; at most 100. */
    readonly partNumbers: readonly number[];
  },
): Promise<{
  readonly urls: readonly { readonly partNumber: number; readonly url: string; readonly sizeBytes: number }[];
  readonly expiresAt: string;
}> {
  const job = await findPartJob(deps, input);
  if (job.state !== 'awaiting-upload') throw new UploadIncomplete('This upload has ended. Open a new one.');
  const count = partCountOf(job);
  if (input.partNumbers.some((partNumber) => partNumber > count)) {
    throw new InvalidInput(`This upload has ${count} parts.`, {
      issues: [{ path: '/partNumbers', message: `1 to ${count}` }],
    });
  }
  const { uploadKey: key, inParts } = job;
  const urls = await Promise.all(
    input.partNumbers.map(async (partNumber) => {
      const sizeBytes = sizeOfPart(job, partNumber);
      const { uploadId } = inParts;
      const part = { key, uploadId, partNumber, sizeBytes, expiresInSeconds: uploadUrlSeconds };
      return { partNumber, sizeBytes, url: await deps.uploads.inParts.presign(part) };
    }),
  );
  const expiresAt = new Date(deps.clock.now().getTime() + uploadUrlSeconds * 1000).toISOString();
  return { urls, expiresAt };
}
