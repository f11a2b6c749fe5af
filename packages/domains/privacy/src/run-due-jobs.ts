import type { Clock, Digest, Ids } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import type { AuditEntry } from './audit-line.ts';
import type { HoldStore } from './legal-hold.ts';
import type {
  ExportFiles,
  PersonPlace,
  PrivacyJobStore,
  RetentionPeople,
  RuleApprovalStore,
} from './ports.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import { stepErasure } from './step-erasure.ts';
import { stepExport } from './step-export.ts';
import { stepRetention } from './step-retention.ts';

export interface RunDeps {
  readonly jobs: PrivacyJobStore;
  readonly approvals: RuleApprovalStore;
  readonly holds: HoldStore;
  readonly files: ExportFiles;
  /** In the order of an erasure. */
  readonly places: readonly PersonPlace[];
  readonly retention: RetentionPeople;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly ids: Ids;
}

/** A job as it is after a step, and what is to be noted with it. */
export interface Stepped {
  readonly job: PrivacyJob;
  readonly entry?: AuditEntry;
}

export interface RunResult {
  readonly steps: number;
  readonly failed: readonly { readonly jobId: PrivacyJobId; readonly error: unknown }[];
}

/** Longer than any step takes: a worker that died is followed by another one after it. */
const leaseMs = 10 * 60_000;
const mostJobs = 20;
/** Failures in a row; with the pauses between them about half a day. */
const mostFailures = 12;

/** Goes on with jobs that are due until `untilMs` (epoch milliseconds) or until none is. */
export async function runDueJobs(
  deps: RunDeps,
  { untilMs }: { readonly untilMs: number },
): Promise<RunResult> {
  const failed: { readonly jobId: PrivacyJobId; readonly error: unknown }[] = [];
  let count = 0;
  for (const listed of await deps.jobs.listDue(deps.clock.now().toISOString(), mostJobs)) {
    let job: PrivacyJob | undefined = await take(deps, listed.jobId);
    while (job && deps.clock.now().getTime() < untilMs) {
      count += 1;
      const current: PrivacyJob = job;
      try {
        job = await save(deps, current, await step(deps, current));
      } catch (error) {
        failed.push({ jobId: current.jobId, error });
        await putOff(deps, current);
        job = undefined;
      }
    }
    if (job) await deps.jobs.replace({ ...job, dueAt: deps.clock.now().toISOString() });
  }
  return { steps: count, failed };
}

/** The job under a lease: whoever else has it saves nothing any more. */
async function take({ jobs, clock }: RunDeps, jobId: PrivacyJobId): Promise<PrivacyJob | undefined> {
  const job = await jobs.find(jobId);
  const now = clock.now();
  if (!job || (job.dueAt ?? '9') > now.toISOString()) return undefined;
  const dueAt = new Date(now.getTime() + leaseMs).toISOString();
  const taken = await jobs.replace({ ...job, dueAt });
  return taken.outcome === 'stored' ? taken.job : undefined;
}

const steps = { erasure: stepErasure, export: stepExport, retention: stepRetention } as const;

function step(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  return steps[job.kind](deps, job);
}

/** Keeps what the step made. Undefined when there is nothing to go on with now. */
async function save(
  deps: RunDeps,
  before: PrivacyJob,
  { job, entry }: Stepped,
): Promise<PrivacyJob | undefined> {
  const saved = await deps.jobs.replace({ ...job, failures: 0 }, entry);
  if (saved.outcome === 'stale') return undefined;
  const leased = saved.job.dueAt === before.dueAt;
  return leased ? saved.job : undefined;
}

async function putOff(deps: RunDeps, job: PrivacyJob): Promise<void> {
  const now = deps.clock.now();
  const failures = job.failures + 1;
  if (failures >= mostFailures) {
    const { dueAt: _, ...rest } = job;
    const at = now.toISOString();
    const entry = entryOf(job, { at, action: 'failed', counts: job.done });
    await deps.jobs.replace({ ...rest, failures, state: 'failed', endedAt: at }, entry);
    return;
  }
  const pauseMs = Math.min(2 ** failures * 15_000, 60 * 60_000);
  await deps.jobs.replace({ ...job, failures, dueAt: new Date(now.getTime() + pauseMs).toISOString() });
}
