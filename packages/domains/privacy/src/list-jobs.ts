import type { PersonPrincipal } from '@sinau/kernel';
import { PrivacyJobNotFound } from './errors.ts';
import type { PrivacyJobStore } from './ports.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';

interface Deps {
  readonly jobs: PrivacyJobStore;
}

const longest = 100;

/** For operators, newest first. */
export function listJobs({ jobs }: Deps, kind: PrivacyJob['kind']): Promise<readonly PrivacyJob[]> {
  return jobs.list({ kind, limit: longest });
}

/** Exports of the person who asks, newest first. */
export async function listMyExports(
  { jobs }: Deps,
  { personId }: PersonPrincipal,
): Promise<readonly PrivacyJob[]> {
  return (await jobs.listOf(personId, 10)).filter(({ kind }) => kind === 'export');
}

/** For operators. */
export async function getJob({ jobs }: Deps, jobId: PrivacyJobId): Promise<PrivacyJob> {
  const job = await jobs.find(jobId);
  if (!job) throw new PrivacyJobNotFound();
  return job;
}
