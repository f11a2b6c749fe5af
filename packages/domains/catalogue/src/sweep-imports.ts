import { createFinding } from '@sinau/cmi5';
import type { Clock } from '@sinau/kernel';
import { type ImportJob, reportOf } from './import-job.ts';
import type { ContentRoom, ImportJobStore, ImportQueue } from './ports.ts';
import { maxTries } from './run-import.ts';

/** A live worker renews its job more often than this, and a queue is faster. */
const silentMs = 30 * 60_000;

/**
 * Takes up jobs whose worker or message was lost: they are queued again, or end as failed when their tries are used up,
 * so that no author waits for ever and no file of a broken try stays.
 */
export async function sweepImports(deps: {
  readonly jobs: ImportJobStore;
  readonly content: Pick<ContentRoom, 'discard'>;
  readonly queue: ImportQueue;
  readonly clock: Clock;
}): Promise<{ readonly requeued: number; readonly failed: number }> {
  const before = new Date(deps.clock.now().getTime() - silentMs).toISOString();
  let requeued = 0;
  let failed = 0;
  for (const job of await deps.jobs.listStalled(before)) {
    if (job.tries < maxTries) {
      await deps.queue.send({ jobId: job.jobId });
      requeued += 1;
    } else if (await endAsFailed(deps, job)) failed += 1;
  }
  return { requeued, failed };
}

async function endAsFailed(
  deps: {
    readonly jobs: ImportJobStore;
    readonly content: Pick<ContentRoom, 'discard'>;
    readonly clock: Clock;
  },
  job: ImportJob,
): Promise<boolean> {
  const { attempt, ...rest } = job;
  const abandonedOrigins = attempt ? [...job.abandonedOrigins, attempt.originHash] : job.abandonedOrigins;
  const ended: ImportJob = {
    ...rest,
    state: 'failed',
    report: reportOf([createFinding('package.import-failed')]),
    abandonedOrigins,
    updatedAt: deps.clock.now().toISOString(),
    rev: job.rev + 1,
  };
  // The row first: a worker that still lives loses its lease and tidies up after itself.
  if ((await deps.jobs.replace(ended)) === 'conflict') return false;
  for (const originHash of abandonedOrigins) await deps.content.discard(originHash);
  return true;
}
