import type { Clock } from '@sinau/kernel';
import type { ExportJobStore, ExportQueue } from './ports.ts';

/** A live worker renews its job more often than this, and a queue is faster. */
const silentMs = 10 * 60_000;

/** Takes up exports whose worker or message was lost, so that nobody waits for ever. Answers for how many agencies. */
export async function sweepExports(deps: {
  readonly exports: Pick<ExportJobStore, 'listStalled'>;
  readonly queue: ExportQueue;
  readonly clock: Clock;
}): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - silentMs).toISOString();
  const agencies = await deps.exports.listStalled(before);
  for (const agencyId of agencies) await deps.queue.send({ kind: 'exports', agencyId });
  return agencies.length;
}
