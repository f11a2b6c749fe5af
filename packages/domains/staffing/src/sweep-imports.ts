import type { Clock } from '@sinau/kernel';
import type { ImportQueue, ImportStore } from './ports.ts';

/** A live worker saves its place more often than this. */
const silentMs = 10 * 60_000;
const mostTries = 20;

/** Takes up imports whose worker or message was lost, or whose time was up; gives up what never gets on. */
export async function sweepListImports(deps: {
  readonly imports: ImportStore;
  readonly queue: ImportQueue;
  readonly clock: Clock;
}): Promise<{ readonly requeued: number; readonly failed: number }> {
  const now = deps.clock.now();
  const counts = { requeued: 0, failed: 0 };
  for (const job of await deps.imports.listSilent(new Date(now.getTime() - silentMs).toISOString())) {
    const at = now.toISOString();
    if (job.tries >= mostTries) {
      const saved = await deps.imports.save({ ...job, state: 'failed', finishedAt: at });
      if (saved.outcome === 'saved') counts.failed += 1;
      continue;
    }
    const saved = await deps.imports.save({ ...job, touchedAt: at, tries: job.tries + 1 });
    if (saved.outcome === 'changed') continue;
    await deps.queue.send({ kind: deps.imports.list, importId: job.importId });
    counts.requeued += 1;
  }
  return counts;
}
