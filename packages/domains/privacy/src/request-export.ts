import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import { ExportRunning } from './errors.ts';
import type { PrivacyJob } from './privacy-job.ts';
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
    state: 'running',
    confirmedAt: at,
  };
  await deps.jobs.add(job, entryOf(job, { at, action: 'requested', by: principal.personId }));
  return job;
}
