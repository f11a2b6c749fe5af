import type { PersonId } from '@sinau/kernel';
import { addCounts, type PrivacyJob, type PrivacyJobId } from './privacy-job.ts';
import { newJob } from './request-erasure.ts';
import type { RunDeps } from './run-due-jobs.ts';

/** One page of people: counted, or given an erasure job each; gives the job as it is afterwards. */
export async function stepRetention(deps: RunDeps, job: PrivacyJob): Promise<PrivacyJob> {
  if (job.state !== 'counting' && job.state !== 'running') {
    const { dueAt: _, ...rest } = job;
    return rest;
  }
  const page = await deps.retention.page(job.cursor);
  const due: PersonId[] = [];
  for (const personId of page.people) {
    const subject = { personId, trail: [], untilMs: job.untilMs ?? 0, keepVerbs: job.keepVerbs ?? [] };
    if (await deps.retention.hasOlder(subject)) due.push(personId);
  }
  const counts = { people: due.length };
  const counting = job.state === 'counting';
  if (!counting) for (const personId of due) await addErasure(deps, job, personId);
  const next: PrivacyJob = counting
    ? { ...job, found: addCounts(job.found, counts) }
    : { ...job, done: addCounts(job.done, counts) };
  return page.next === undefined ? end(deps, next) : { ...next, cursor: page.next };
}

/** Found again after a crash by its id. */
async function addErasure(deps: RunDeps, sweep: PrivacyJob, personId: PersonId): Promise<void> {
  const { jobs, digest, ids, clock } = deps;
  const jobId = digest.sha256(`${sweep.jobId} ${personId}`).slice(0, 32) as PrivacyJobId;
  if (await jobs.find(jobId)) return;
  const at = clock.now().toISOString();
  const { mode, untilMs, keepVerbs, reason, legalBasis, confirmedBy, requestedBy } = sweep;
  await jobs.add({
    ...newJob(deps, { kind: 'erasure', personId, by: requestedBy, at }),
    ...{ jobId, state: 'running', confirmedAt: at, key: ids.token(32) },
    ...(mode && { mode }),
    ...(untilMs !== undefined && { untilMs }),
    ...(keepVerbs && { keepVerbs }),
    ...(reason && { reason }),
    ...(legalBasis && { legalBasis }),
    ...(confirmedBy && { confirmedBy }),
  });
}

async function end(deps: RunDeps, job: PrivacyJob): Promise<PrivacyJob> {
  const { dueAt: _, cursor: _cursor, ...rest } = job;
  const at = deps.clock.now().toISOString();
  const counting = job.state === 'counting';
  const { jobId, subject, kind, reason } = job;
  await deps.audit.append({
    ...{ at, kind, jobId, subject },
    ...(counting ? { action: 'counted', counts: job.found } : { action: 'done', counts: job.done }),
    ...(reason && { reason }),
  });
  return counting ? { ...rest, state: 'counted' } : { ...rest, state: 'done', endedAt: at };
}
