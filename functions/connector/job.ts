import type { JobMessage } from '@sinau/connectors';
import type * as z from 'zod';

/** One kind of work. It meets messages twice and out of order, and connections that are gone or paused by now. */
export interface ConnectorJob {
  /** Reads a message of this kind and gives the work back; throws for one that is none. */
  prepare(message: JobMessage): { run(): Promise<void> };
  /** Asked every minute, beside the schedules of connections: what else is due. At most 1,000. */
  readonly due?: (() => Promise<readonly JobMessage[]>) | undefined;
}

/**
 * `run` rejects with `AdapterFailure` for what a provider does. Scheduled work that failed waits for its next run; other work
 * is tried again with growing waits when the failure passes, and becomes a dead letter of its connection when it does not.
 */
export function connectorJob<Message extends JobMessage>(job: {
  readonly schema: z.ZodType<Message>;
  readonly run: (message: Message) => Promise<void>;
  readonly due?: () => Promise<readonly Message[]>;
}): ConnectorJob {
  return {
    prepare: (message) => {
      const parsed = job.schema.parse(message);
      return { run: () => job.run(parsed) };
    },
    due: job.due,
  };
}
