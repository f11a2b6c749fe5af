import { entryOf } from './audit-entry.ts';
import { isHeld } from './legal-hold.ts';
import type { PlaceStep, Subject } from './ports.ts';
import { addCounts, addTrail, type PrivacyJob, totalOf } from './privacy-job.ts';
import type { RunDeps, Stepped } from './run-due-jobs.ts';

const mostPasses = 5;
/** Until a hold is asked about again. */
const heldMs = 3600_000;

/** One step of an erasure; gives the job as it is afterwards. */
export async function stepErasure(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  switch (job.state) {
    case 'counting':
      return count(deps, job, 'found');
    case 'running':
      return { job: await erase(deps, job) };
    case 'checking':
      return count(deps, job, 'left');
    default:
      return { job: ended(job) };
  }
}

async function count(deps: RunDeps, job: PrivacyJob, into: 'found' | 'left'): Promise<Stepped> {
  const place = deps.places[job.place];
  if (!place) return into === 'found' ? counted(deps, job) : checked(deps, job);
  // What stays by law is not looked for.
  if (!place.erase) return { job: nextPlace(deps, job) };
  const step = await place.count(subjectIn(deps, job), job.cursor);
  return { job: after(deps, { ...job, [into]: addCounts(job[into], step.counts) }, step) };
}

async function erase(deps: RunDeps, job: PrivacyJob): Promise<PrivacyJob> {
  const place = deps.places[job.place];
  const now = deps.clock.now();
  if (!place) return { ...firstPlace(job, now), state: 'checking', left: {} };
  // What was taken away stays away; the rest waits for the end of the hold.
  if (job.personId !== undefined && (await isHeld(deps, job.personId))) {
    return { ...job, dueAt: new Date(now.getTime() + heldMs).toISOString() };
  }
  if (!place.erase) return nextPlace(deps, job);
  const settlesFrom = place.settlesAfter === 'confirmation' ? job.confirmedAt : undefined;
  const beginsMs = Date.parse(settlesFrom ?? job.placeSince) + place.settleMs;
  if (job.cursor === undefined && now.getTime() < beginsMs) {
    return { ...job, dueAt: new Date(beginsMs).toISOString() };
  }
  const { mode, key, jobId } = job;
  if (mode === undefined || key === undefined) throw new Error('an erasure runs without mode and key');
  const step = await place.erase({ ...subjectIn(deps, job), jobId, mode, key }, job.cursor);
  return after(deps, { ...job, done: addCounts(job.done, step.counts) }, step);
}

/** What was stored after the confirmation belongs to a later request. */
function subjectIn({ clock }: RunDeps, job: PrivacyJob): Subject {
  const { personId, confirmedAt, trail, keepVerbs } = job;
  if (personId === undefined) throw new Error('a job runs that names nobody');
  const now = confirmedAt === undefined ? clock.now().getTime() : Date.parse(confirmedAt);
  return { personId, trail, untilMs: job.untilMs ?? now, ...(keepVerbs && { keepVerbs }) };
}

function after(deps: RunDeps, before: PrivacyJob, { next, waitMs, trail }: PlaceStep): PrivacyJob {
  const job = { ...before, trail: addTrail(before.trail, trail) };
  if (waitMs !== undefined) {
    const { cursor: _, ...rest } = job;
    const dueAt = new Date(deps.clock.now().getTime() + waitMs).toISOString();
    return { ...rest, ...(next === undefined ? {} : { cursor: next }), dueAt };
  }
  return next === undefined ? nextPlace(deps, job) : { ...job, cursor: next };
}

function nextPlace({ clock }: RunDeps, { cursor: _, ...job }: PrivacyJob): PrivacyJob {
  return { ...job, place: job.place + 1, placeSince: clock.now().toISOString() };
}

function firstPlace({ cursor: _, ...job }: PrivacyJob, now: Date): PrivacyJob {
  return { ...job, place: 0, placeSince: now.toISOString() };
}

function ended({ dueAt: _, ...job }: PrivacyJob): PrivacyJob {
  return job;
}

function counted(deps: RunDeps, job: PrivacyJob): Stepped {
  const now = deps.clock.now();
  return {
    job: { ...ended(firstPlace(job, now)), state: 'counted' },
    entry: entryOf(job, { at: now.toISOString(), action: 'counted', counts: job.found }),
  };
}

async function checked(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  const now = deps.clock.now();
  const at = now.toISOString();
  if (totalOf(job.left) > 0) {
    const passes = job.passes + 1;
    if (passes < mostPasses) return { job: { ...firstPlace(job, now), state: 'running', passes } };
    return {
      job: { ...ended(job), state: 'failed', passes, endedAt: at },
      entry: entryOf(job, { at, action: 'failed', counts: job.left }),
    };
  }
  // What a rule ends was of use until now.
  if (job.untilMs === undefined) await discardCopies(deps, job);
  // The last that leads from the pseudonyms to the person.
  const { key: _, personId: _person, cursor: _cursor, ...rest } = ended(job);
  return {
    job: { ...rest, state: 'done', passes: job.passes + 1, endedAt: at },
    entry: entryOf(job, { at, action: 'done', counts: job.done }),
  };
}

/** Copies from before hold what was taken out. */
async function discardCopies({ jobs, files }: RunDeps, { personId }: PrivacyJob): Promise<void> {
  if (personId === undefined) return;
  for (const copy of await jobs.listOf(personId, 100)) {
    if (copy.kind !== 'export' || copy.dueAt === undefined || copy.state !== 'done') continue;
    await files.discard(copy.jobId);
    const { dueAt: _, ...rest } = copy;
    await jobs.replace(rest);
  }
}
