import type { Clock } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import type { DataRequest } from './data-request.ts';
import { NotNow } from './errors.ts';
import type { DataRequestStore, PrivacyJobStore } from './ports.ts';
import type { PrivacyJob } from './privacy-job.ts';

/** Whoever takes their request back, or is answered, is not erased: what was begun for it ends before anything is changed. */
export async function stopErasure(
  { jobs, clock }: { readonly jobs: Pick<PrivacyJobStore, 'find' | 'replace'>; readonly clock: Clock },
  { kind, jobId }: DataRequest,
): Promise<void> {
  const job = kind === 'erasure' && jobId ? await jobs.find(jobId) : undefined;
  if (!job || job.state === 'cancelled' || job.state === 'failed') return;
  if (job.state !== 'counting' && job.state !== 'counted') {
    throw new NotNow('The erasure runs already, and its end answers the request.');
  }
  const at = clock.now().toISOString();
  const { dueAt: _, cursor: _cursor, ...rest } = job;
  const cancelled = await jobs.replace(
    { ...rest, state: 'cancelled', endedAt: at },
    entryOf(job, { at, action: 'cancelled' }),
  );
  if (cancelled.outcome === 'stale') throw new NotNow('The job has gone on meanwhile; please look again.');
}

/** Closes the race of a job that is made while its request ends. */
export async function assertStillAsked(
  { requests }: { readonly requests: Pick<DataRequestStore, 'listOf'> },
  { jobId, personId }: PrivacyJob,
): Promise<void> {
  if (personId === undefined) return;
  const request = (await requests.listOf(personId, mostLooked)).find((one) => one.jobId === jobId);
  if (request && request.state !== 'open') {
    throw new NotNow('The request behind it was withdrawn or answered; cancel the erasure.');
  }
}

/** Ten a day and ten open ones are what a person may ask. */
const mostLooked = 200;
