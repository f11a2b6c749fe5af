import type { PersonPrincipal } from '@sinau/kernel';
import { NotNow, PrivacyJobNotFound, SecondPersonNeeded } from './errors.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import type { RequestDeps } from './request-erasure.ts';

/** Lets an erasure run, by a second operator who has seen what the dry run found. */
export async function confirmErasure(
  deps: Omit<RequestDeps, 'people'>,
  input: { readonly principal: PersonPrincipal; readonly jobId: PrivacyJobId },
): Promise<PrivacyJob> {
  const job = await deps.jobs.find(input.jobId);
  if (!job || job.kind === 'export') throw new PrivacyJobNotFound();
  if (job.requestedBy === input.principal.personId) throw new SecondPersonNeeded();
  if (job.state !== 'counted') throw new NotNow('Only an erasure whose dry run is done can be confirmed.');
  if (job.verified === false) throw new NotNow('The retention rule was not verified yet.');
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
      confirmedBy: input.principal.personId,
      confirmedAt: at,
      ...(job.kind === 'erasure' && { key: deps.ids.token(32) }),
      dueAt: at,
    },
  });
}

/** Before anything was changed. */
export async function cancelErasure(
  deps: Omit<RequestDeps, 'people'>,
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
  deps: Omit<RequestDeps, 'people'>,
  { jobId, subject, kind }: PrivacyJob,
  given: {
    readonly at: string;
    readonly by: PersonPrincipal;
    readonly action: 'confirmed' | 'cancelled';
    readonly next: PrivacyJob;
  },
): Promise<PrivacyJob> {
  const { at, by, action, next } = given;
  const replaced = await deps.jobs.replace(next);
  if (replaced.outcome === 'stale') throw new NotNow('The job has gone on meanwhile; please look again.');
  const counts = action === 'confirmed' ? { counts: next.found } : {};
  await deps.audit.append({ at, action, kind, jobId, subject, by: by.personId, ...counts });
  return replaced.job;
}
