import type { Log } from '@sinau/platform/log';
import type { DeliverDeps, PushQueue } from '@sinau/push';

export interface ForwarderDeps extends DeliverDeps {
  readonly queue: PushQueue;
  /** Of one run. */
  readonly runMs: number;
  readonly log: Log;
}
