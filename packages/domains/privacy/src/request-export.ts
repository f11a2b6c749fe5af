import type { Digest, PersonId, PersonPrincipal } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import { ExportRunning } from './errors.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import { newJob, type RequestDeps } from './request-erasure.ts';

/** A copy of all that is stored about a person: for themselves, or for them by an operator. */
export async function requestExport(
  deps: Omit<RequestDeps, 'people' | 'operators' | 'audit' | 'holds'>,
  input: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<PrivacyJob> {
  const { principal, personId } = input;
  const before = await deps.jobs.listOf(personId, 5);
  if (before.some(({ state }) => state === 'running')) throw new ExportRunning();
  const at = deps.clock.now().toISOString();
  const job: PrivacyJob = {
    ...newJob(deps, { kind: 'export', personId, by: principal.personId, at }),
    jobId: jobIdAfter(deps.digest, personId, before[0]),
    state: 'running',
    confirmedAt: at,
  };
  const entry = entryOf(job, { at, action: 'requested', by: principal.personId });
  if ((await deps.jobs.add(job, entry)) === 'exists') throw new ExportRunning();
  return job;
}

/** Follows from the copy before, so that of two who ask at once only one begins. */
function jobIdAfter(digest: Digest, personId: PersonId, last: PrivacyJob | undefined): PrivacyJobId {
  const hash = digest.sha256(`export ${personId} after ${last?.jobId ?? 'none'}`);
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5') as PrivacyJobId;
}
