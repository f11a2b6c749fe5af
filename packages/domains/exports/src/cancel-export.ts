import type { Clock, Principal } from '@sinau/kernel';
import { Unavailable } from '@sinau/kernel';
import { ExportNotReady } from './errors.ts';
import { type ExportId, type ExportJob, isOpen } from './export-job.ts';
import type { ExportJobStore, ExportQueue } from './ports.ts';
import { readExport } from './read-export.ts';

/** A worker that tells progress may change the row in between, a few times at most. */
const tries = 10;

/**
 * Ends an export that waits or runs. Its worker notices at the next thing it tells; parts that it stored are not given
 * out any more and go with the others after a week.
 */
export async function cancelExport(
  deps: {
    readonly exports: Pick<ExportJobStore, 'find' | 'replace'>;
    readonly queue: ExportQueue;
    readonly clock: Clock;
  },
  input: { readonly principal: Principal; readonly exportId: ExportId },
): Promise<ExportJob> {
  for (let n = 0; n < tries; n += 1) {
    const job = await readExport(deps, input);
    if (job.state === 'cancelled') return job;
    if (!isOpen(job)) throw new ExportNotReady('ended');
    const { attempt: _ended, ...rest } = job;
    const now = deps.clock.now().toISOString();
    const cancelled = {
      ...rest,
      state: 'cancelled' as const,
      parts: [],
      finishedAt: now,
      updatedAt: now,
      rev: job.rev + 1,
    };
    if ((await deps.exports.replace(cancelled)) === 'conflict') continue;
    // The next one need not wait for the worker of this one.
    await deps.queue.send({ kind: 'exports', agencyId: job.agencyId });
    return cancelled;
  }
  throw new Unavailable('The export is being worked on. Cancel it again.');
}
