import type { Principal } from '@sinau/kernel';
import { ImportNotFound } from './errors.ts';
import type { ImportJob, JobId } from './import-job.ts';
import type { ImportJobStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** State, progress and report of one of the caller's own imports. */
export async function getImportReport(
  deps: { readonly jobs: ImportJobStore },
  input: { readonly principal: Principal; readonly jobId: JobId },
): Promise<ImportJob> {
  const providerId = providerOf(input.principal);
  const job = await deps.jobs.find(input.jobId);
  if (job?.providerId !== providerId) throw new ImportNotFound();
  return job;
}

/** The caller's last imports, the newest first. */
export async function listImports(
  deps: { readonly jobs: ImportJobStore },
  input: { readonly principal: Principal },
): Promise<readonly ImportJob[]> {
  return deps.jobs.listOfProvider(providerOf(input.principal), 50);
}
