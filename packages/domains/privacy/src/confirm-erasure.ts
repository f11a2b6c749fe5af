import type { PersonPrincipal } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import { NotNow, PrivacyJobNotFound, SecondPersonNeeded } from './errors.ts';
import { assertNotHeld } from './legal-hold.ts';
import type { DataRequestStore } from './ports.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import type { RequestDeps } from './request-erasure.ts';
import { assertSecondPerson } from './second-person.ts';
import { assertStillAsked } from './stop-erasure.ts';

/**
 * Lets an erasure run, by a second operator who has seen what the dry run found; or what a rule ends, before its time.
 */
export async function confirmErasure(
  deps: Omit<RequestDeps, 'people' | 'audit'> & { readonly requests: DataRequestStore },
  input: { readonly principal: PersonPrincipal; readonly jobId: PrivacyJobId },
): Promise<PrivacyJob> {
  const job = await deps.jobs.find(input.jobId);
  if (!job || job.kind === 'export') throw new PrivacyJobNotFound();
  const { personId } = input.principal;
  // Whose records they are, or were, has no say in whether they go (case C7).
  if (job.personId === personId) throw new SecondPersonNeeded();
  await assertSecondPerson(deps, { first: job.requestedBy, second: personId });
  if (job.state !== 'counted') throw new NotNow('Only an erasure whose dry run is done can be confirmed.');
  if (job.verified === false) {
    throw new NotNow('The retention rule was not confirmed for an agency; this was a count.');
  }
  if (job.personId !== undefined && job.kind === 'erasure') await assertNotHeld(deps, job.personId);
  await assertStillAsked(deps, job);
  const at = deps.clock.now().toISOString();
  return change(deps, job, {
    at,
    by: input.principal,
    action: 'confirmed',
    next: {
      ...job,
      state: 'running',
      place: 0,
      placeSince: at,
      confirmedBy: personId,
      confirmedAt: at,
      ...(job.kind === 'erasure' && { key: deps.ids.token(32) }),
      dueAt: at,
    },
  });
}

/** Before anything was changed. */
export async function cancelErasure(
  deps: Pick<RequestDeps, 'jobs' | 'clock'>,
  input: { readonly principal: PersonPrincipal; readonly jobId: PrivacyJobId },
): Promise<PrivacyJob> {
  const job = await deps.jobs.find(input.jobId);
  if (!job || job.kind === 'export') throw new PrivacyJobNotFound();
  if (job.state !== 'counting' && job.state !== 'counted') {
    throw new NotNow('An erasure that runs cannot be taken back.');
  }
  const at = deps.clock.now().toISOString();
  const { dueAt: _, cursor: _cursor, ...rest } = job;
  const next: PrivacyJob = { ...rest, state: 'cancelled', endedAt: at };
  return change(deps, job, { at, by: input.principal, action: 'cancelled', next });
}

async function change(
  deps: Pick<RequestDeps, 'jobs'>,
  job: PrivacyJob,
  given: {
    readonly at: string;
    readonly by: PersonPrincipal;
    readonly action: 'confirmed' | 'cancelled';
    readonly next: PrivacyJob;
  },
): Promise<PrivacyJob> {
  const { at, by, action, next } = given;
  const counts = action === 'confirmed' ? { counts: next.found } : {};
  const replaced = await deps.jobs.replace(next, entryOf(job, { at, action, by: by.personId, ...counts }));
  if (replaced.outcome === 'stale') throw new NotNow('The job has gone on meanwhile; please look again.');
  return replaced.job;
}
