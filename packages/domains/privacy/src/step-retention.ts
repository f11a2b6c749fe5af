import type { PersonId } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import { addCounts, type PrivacyJob, type PrivacyJobId } from './privacy-job.ts';
import { newJob } from './request-erasure.ts';
import { isActing, type RuleApproval } from './rule-approval.ts';
import type { RunDeps, Stepped } from './run-due-jobs.ts';

/** Between the dry run and what it leads to, so that somebody can look at the count and stop it. */
const noticeMs = 7 * 24 * 3600_000;
/** Jobs that are due: with so many of them a sweep begins no more, so that what people ask for is not kept waiting. */
const mostWaiting = 20;
const waitMs = 5 * 60_000;

/** One page of people: counted, or given an erasure job each; gives the job as it is afterwards. */
export async function stepRetention(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  if (job.state === 'counting') return count(deps, job);
  if (job.state !== 'counted' && job.state !== 'running') {
    const { dueAt: _, ...rest } = job;
    return { job: rest };
  }
  const approval = await approvalOf(deps, job);
  // Operators may withdraw what they have confirmed; what was begun for a person by then goes on.
  if (!approval) return stop(deps, job);
  return job.state === 'counted' ? start(deps, job, approval) : begin(deps, job);
}

async function approvalOf({ approvals, clock }: RunDeps, job: PrivacyJob): Promise<RuleApproval | undefined> {
  const found = job.approval && (await approvals.find(job.approval));
  return isActing(found, clock.now().toISOString().slice(0, 10)) ? found : undefined;
}

async function count(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  const { due, looked, next } = await nextPeople(deps, job);
  const found = addCounts(job.found, { people: due.length, looked });
  if (next !== undefined) return { job: { ...job, found, cursor: next } };
  const now = deps.clock.now();
  const at = now.toISOString();
  const { dueAt: _, cursor: _cursor, ...rest } = job;
  const entry = entryOf(job, { at, action: 'counted', counts: found });
  if (job.verified !== true) return { job: { ...rest, found, state: 'counted' }, entry };
  if (found.people === 0) return { job: { ...rest, found, state: 'done', endedAt: at }, entry };
  const dueAt = new Date(now.getTime() + noticeMs).toISOString();
  return { job: { ...rest, found, state: 'counted', dueAt }, entry };
}

function start({ clock }: RunDeps, job: PrivacyJob, { confirmedBy }: RuleApproval): Stepped {
  const at = clock.now().toISOString();
  return {
    job: {
      ...job,
      ...{ state: 'running', place: 0, placeSince: at, confirmedAt: at },
      ...(confirmedBy && { confirmedBy }),
    },
    entry: entryOf(job, { at, action: 'started', counts: job.found }),
  };
}

function stop({ clock }: RunDeps, job: PrivacyJob): Stepped {
  const at = clock.now().toISOString();
  const { dueAt: _, cursor: _cursor, ...rest } = job;
  const entry = entryOf(job, { at, action: 'cancelled', counts: job.done });
  return { job: { ...rest, state: 'cancelled', endedAt: at }, entry };
}

async function begin(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  const now = deps.clock.now();
  const waiting = await deps.jobs.listDue(now.toISOString(), mostWaiting);
  if (waiting.length >= mostWaiting) {
    return { job: { ...job, dueAt: new Date(now.getTime() + waitMs).toISOString() } };
  }
  const { due, looked, next } = await nextPeople(deps, job);
  for (const personId of due) await addErasure(deps, job, personId);
  const done = addCounts(job.done, { people: due.length, looked });
  if (next !== undefined) return { job: { ...job, done, cursor: next } };
  const { dueAt: _, cursor: _cursor, ...rest } = job;
  const at = now.toISOString();
  return {
    job: { ...rest, done, state: 'done', endedAt: at },
    entry: entryOf(job, { at, action: 'done', counts: done }),
  };
}

async function nextPeople({ retention }: RunDeps, job: PrivacyJob) {
  const { cursor, approval, untilMs = 0, keepVerbs = [] } = job;
  const page = await retention.page({
    ...(cursor !== undefined && { cursor }),
    ...(approval && { agencyId: approval.agencyId }),
  });
  const due: PersonId[] = [];
  for (const personId of page.people) {
    if (await retention.hasOlder({ personId, trail: [], untilMs, keepVerbs })) due.push(personId);
  }
  return { due, looked: page.people.length, next: page.next };
}

/** Found again after a crash by its id. */
async function addErasure(deps: RunDeps, sweep: PrivacyJob, personId: PersonId): Promise<void> {
  const { jobs, digest, ids, clock } = deps;
  const jobId = digest.sha256(`${sweep.jobId} ${personId}`).slice(0, 32) as PrivacyJobId;
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
