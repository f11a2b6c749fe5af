import { type ContentRoom, type ImportJobStore, type ImportQueue, sweepImports } from '@sinau/catalogue';
import type { Clock } from '@sinau/kernel';
import { scheduleHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

/** Settles what was given up halfway: imports whose worker or message was lost. */
export function createHousekeeping(deps: {
  readonly jobs: ImportJobStore;
  readonly content: Pick<ContentRoom, 'discard'>;
  readonly queue: ImportQueue;
  readonly clock: Clock;
  readonly log: Log;
}) {
  return scheduleHandler({
    name: 'housekeeping',
    log: deps.log,
    handle: async () => {
      const { requeued, failed } = await sweepImports(deps);
      deps.log.info('imports swept', { requeued, failed });
    },
  });
}
