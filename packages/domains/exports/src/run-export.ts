import { type AgencyId, type Clock, type Ids, InvalidInput } from '@sinau/kernel';
import { type Counts, type ExportJob, exportDays, type LaneProgress } from './export-job.ts';
import { createLease, type Lease, TakenOver } from './export-lease.ts';
import type {
  ExportJobStore,
  ExportQueue,
  LaneEnd,
  RecordFeed,
  RecordFiles,
  RecordSelection,
} from './ports.ts';
import { type PartLimits, usualLimits, writePart } from './write-part.ts';

export interface RunExportDeps {
  readonly exports: ExportJobStore;
  readonly feed: RecordFeed;
  readonly selection: RecordSelection;
  readonly files: RecordFiles;
  readonly queue: ExportQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  /** @default `usualLimits` */
  readonly limits?: PartLimits;
}

/**
 * `idle`: the agency has no open export. `busy`: another worker is at it, and goes on with the next. `more`: time is up,
 * the queue was told. `overtaken`: cancelled, or in other hands. `retry`: it broke and is tried again.
 */
export type ExportOutcome = 'idle' | 'busy' | 'done' | 'more' | 'overtaken' | 'retry' | 'failed';

export interface ExportRun {
  readonly outcome: ExportOutcome;
  readonly exportId?: string;
  /** What broke, for the log. */
  readonly error?: unknown;
}

/** Tries without a new part before an export is given up. */
const maxTries = 3;
const retrySeconds = 60;

/**
 * Goes on with the oldest open export of an agency, for about ten minutes. Safe to run any number of times, also at once:
 * a lease lets one worker in, and a part counts from the write of the job's row on; what a dead worker left in the
 * bucket is under a name of its own and goes with the others after a week. Whoever ends one sends for the next.
 */
export async function runExport(
  deps: RunExportDeps,
  input: { readonly agencyId: AgencyId },
): Promise<ExportRun> {
  const { agencyId } = input;
  const [job] = await deps.exports.listOpen(agencyId);
  if (!job) return { outcome: 'idle' };
  if (job.attempt && job.attempt.leaseUntil > deps.clock.now().toISOString()) return { outcome: 'busy' };
  const { exportId } = job;
  // The worker died that often without a word.
  if (job.tries >= maxTries) {
    await deps.exports.replace(failed(deps, job, 'machine'));
    await sendForNext(deps, agencyId);
    return { outcome: 'failed', exportId };
  }
  const lease = await createLease(deps, await begun(deps, job));
  if (!lease) return { outcome: 'busy' };
  const run = await worked(deps, lease);
  if (run.outcome === 'more') await deps.queue.send({ kind: 'exports', agencyId });
  else if (run.outcome === 'retry') {
    await deps.queue.send({ kind: 'exports', agencyId }, { delaySeconds: retrySeconds });
  } else await sendForNext(deps, agencyId);
  return { ...run, exportId };
}

async function sendForNext(deps: RunExportDeps, agencyId: AgencyId): Promise<void> {
  // Read after the row of this one was written: a job that came before it found this one at work, and relies on it.
  const open = await deps.exports.listOpen(agencyId);
  if (open.length > 0) await deps.queue.send({ kind: 'exports', agencyId });
}

/** With the lanes as far as they go now; what comes later is for the next export. */
async function begun(deps: RunExportDeps, job: ExportJob): Promise<ExportJob> {
  if (job.checkpoint) return { ...job, progress: { ...job.progress, ...job.checkpoint.counts } };
  const ends = await deps.feed.ends(job.agencyId);
  const lanes: LaneProgress[] = [];
  for (const end of ends) {
    const { from } = job.filter;
    const chunk = from === undefined ? 0 : await deps.feed.chunkBefore(job.agencyId, end, new Date(from));
    lanes.push({ lane: end.lane, chunk: Math.min(chunk, end.chunk), end: end.chunk });
  }
  const counts: Counts = { chunks: 0, read: 0, rows: 0 };
  const totalChunks = lanes.reduce((sum, { chunk, end }) => sum + end - chunk, 0);
  const totalLines = linesOf(ends);
  const isWhole = job.filter.from === undefined && totalLines !== undefined;
  const progress = { ...counts, totalChunks, ...(isWhole && { totalLines }) };
  return { ...job, checkpoint: { lanes, counts }, progress };
}

/** Undefined where a lane was never counted. */
function linesOf(ends: readonly LaneEnd[]): number | undefined {
  return ends.reduce<number | undefined>(
    (sum, { lines }) => (sum === undefined || lines === undefined ? undefined : sum + lines),
    0,
  );
}

async function worked(deps: RunExportDeps, lease: Lease): Promise<ExportRun> {
  try {
    return { outcome: await workOn(deps, lease) };
  } catch (error) {
    if (error instanceof TakenOver) return { outcome: 'overtaken' };
    return { outcome: await giveUp(deps, lease, error), error };
  }
}

async function workOn(deps: RunExportDeps, lease: Lease): Promise<'done' | 'more'> {
  const limits = deps.limits ?? usualLimits;
  const deadlineMs = deps.clock.now().getTime() + limits.runMs;
  const selection = await deps.selection.open(lease.job().agencyId, lease.job().filter);
  for (;;) {
    const ended = await writePart(deps, { lease, selection, limits, deadlineMs });
    if (ended) {
      const now = deps.clock.now();
      const availableUntil = new Date(now.getTime() + exportDays * 86_400_000).toISOString();
      await lease.end({ state: 'done', finishedAt: now.toISOString(), availableUntil });
      return 'done';
    }
    if (deps.clock.now().getTime() >= deadlineMs) {
      await lease.end({});
      return 'more';
    }
  }
}

/** The row is read again: the failure may have been in the answer to a write that took place. */
async function giveUp(deps: RunExportDeps, lease: Lease, error: unknown): Promise<ExportOutcome> {
  const { agencyId, exportId, attempt } = lease.job();
  const job = await deps.exports.find(agencyId, exportId);
  if (job?.attempt?.attemptId !== attempt?.attemptId || !job) return 'overtaken';
  const hopeless = error instanceof InvalidInput;
  if (hopeless || job.tries >= maxTries) {
    const ended = failed(deps, job, hopeless ? 'filter' : 'machine');
    return (await deps.exports.replace(ended)) === 'stored' ? 'failed' : 'overtaken';
  }
  const { attempt: _ended, ...rest } = job;
  const updatedAt = deps.clock.now().toISOString();
  await deps.exports.replace({ ...rest, updatedAt, rev: job.rev + 1 });
  return 'retry';
}

function failed(
  { clock }: RunExportDeps,
  job: ExportJob,
  failure: NonNullable<ExportJob['failure']>,
): ExportJob {
  const { attempt: _ended, ...rest } = job;
  const now = clock.now().toISOString();
  return { ...rest, state: 'failed', failure, parts: [], finishedAt: now, updatedAt: now, rev: job.rev + 1 };
}
