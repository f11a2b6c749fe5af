import type { AgencyId, Cell, Clock } from '@sinau/kernel';
import type { ReportFiles, ReportQueue, ReportSource, ReportStore } from './ports.ts';
import { isOpenReport, mostReportRows, type ReportJob, reportDays } from './report-job.ts';

export interface RunReportDeps {
  readonly reports: ReportStore;
  readonly source: ReportSource;
  readonly files: ReportFiles;
  readonly queue: ReportQueue;
  readonly clock: Clock;
}

/** `overtaken`: cancelled, or in other hands. */
export type ReportOutcome = 'idle' | 'busy' | 'done' | 'overtaken' | 'retry' | 'failed';

const maxTries = 3;
const retrySeconds = 60;
/** How long a worker may be silent; what it tells renews it. */
const leaseMs = 5 * 60_000;
const silentMs = 10 * 60_000;

class Overtaken extends Error {}
class TooLarge extends Error {}

/** Makes a report, once however often it is told to. Files count from the write of the row on. */
export async function runReport(
  deps: RunReportDeps,
  at: { readonly agencyId: AgencyId; readonly reportId: string },
): Promise<{ readonly outcome: ReportOutcome; readonly error?: unknown }> {
  const job = await deps.reports.find(at.agencyId, at.reportId);
  if (!job || !isOpenReport(job)) return { outcome: 'idle' };
  if (job.leaseUntil !== undefined && job.leaseUntil > deps.clock.now().toISOString())
    return { outcome: 'busy' };
  let held = job;
  const hold = async (change: Partial<ReportJob>) => {
    held = await written(deps, held, change);
  };
  try {
    await hold({ state: 'running', tries: job.tries + 1 });
    await work(deps, job, hold);
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof Overtaken) return { outcome: 'overtaken' };
    if (error instanceof TooLarge) return { outcome: await giveUp(deps, held, 'too-large') };
    return { outcome: await giveUp(deps, held), error };
  }
}

/** Writes the row while it is still ours. */
async function written(deps: RunReportDeps, job: ReportJob, change: Partial<ReportJob>): Promise<ReportJob> {
  const now = deps.clock.now();
  const { leaseUntil: _, ...rest } = job;
  const next: ReportJob = {
    ...{ ...rest, ...change, updatedAt: now.toISOString(), rev: job.rev + 1 },
    ...(change.state !== 'done' && { leaseUntil: new Date(now.getTime() + leaseMs).toISOString() }),
  };
  if ((await deps.reports.replace(next)) === 'conflict') throw new Overtaken();
  return next;
}

async function work(
  deps: RunReportDeps,
  job: ReportJob,
  hold: (change: Partial<ReportJob>) => Promise<void>,
): Promise<void> {
  const asOf = deps.clock.now().toISOString();
  const content = await deps.source.open(job);
  const rows: (readonly Cell[])[] = [];
  for await (const page of content.pages()) {
    rows.push(...page);
    if (rows.length > mostReportRows) throw new TooLarge();
    await hold({ rows: rows.length, expected: Math.max(content.expected, rows.length), asOf });
  }
  const now = deps.clock.now();
  const files = await deps.files.write({
    ...{ job, title: content.title, rows: [content.heads, ...rows] },
    notes: content.notes({ asOf, until: now.toISOString(), rows: rows.length }),
  });
  const availableUntil = new Date(now.getTime() + reportDays * 86_400_000).toISOString();
  await hold({
    ...{ state: 'done', files, rows: rows.length, asOf, availableUntil },
    finishedAt: now.toISOString(),
  });
}

async function giveUp(
  deps: RunReportDeps,
  job: ReportJob,
  failure?: NonNullable<ReportJob['failure']>,
): Promise<ReportOutcome> {
  const { leaseUntil: _, ...rest } = job;
  const now = deps.clock.now().toISOString();
  // Another try would not make it smaller.
  const isLast = job.tries >= maxTries || failure !== undefined;
  const next: ReportJob = {
    ...{ ...rest, rows: 0, updatedAt: now, rev: job.rev + 1 },
    ...(isLast ? { state: 'failed', finishedAt: now } : { state: 'waiting' }),
    ...(failure !== undefined && { failure }),
  };
  if ((await deps.reports.replace(next)) === 'conflict') return 'overtaken';
  const { agencyId, reportId } = job;
  if (isLast) return 'failed';
  await deps.queue.send({ kind: 'report', agencyId, reportId }, { delaySeconds: retrySeconds });
  return 'retry';
}

/** Takes up those whose worker or message was lost. Tells how many. */
export async function sweepReports(
  deps: Pick<RunReportDeps, 'reports' | 'queue' | 'clock'>,
): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - silentMs).toISOString();
  const stalled = await deps.reports.listStalled(before);
  for (const { agencyId, reportId } of stalled) await deps.queue.send({ kind: 'report', agencyId, reportId });
  return stalled.length;
}
