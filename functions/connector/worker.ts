import {
  type ConnectionStore,
  dispatchDue,
  type JobKind,
  type JobMessage,
  type JobQueue,
  jobMessageSchema,
  type LetterStore,
} from '@sinau/connectors';
import type { Clock, Ids } from '@sinau/kernel';
import { queueHandler, scheduleHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';
import type { Context, ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { ConnectorJob } from './job.ts';
import { runJob } from './run-job.ts';

export interface ConnectorDeps {
  readonly connections: ConnectionStore;
  readonly queue: JobQueue;
  readonly jobs: Readonly<Partial<Record<JobKind, ConnectorJob>>>;
  readonly letters: LetterStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

/** Consumer of the queue of connections: one job a message. */
export function createJobWorker(
  deps: ConnectorDeps,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  return queueHandler<JobMessage>({
    name: 'connector',
    log: deps.log,
    schema: jobMessageSchema,
    handle: async (message) => {
      const run = await runJob(deps, message);
      const { kind, connectionId } = message;
      deps.log.info('connector job', { kind, ...(connectionId && { connectionId }), ...run });
    },
  });
}

/** Every minute: queues the work of connections that is due, and what single kinds of work say is. */
export function createJobDispatcher(
  deps: ConnectorDeps,
): (event: ScheduledEvent, context: Context) => Promise<void> {
  return scheduleHandler({
    name: 'connector-dispatcher',
    log: deps.log,
    handle: async () => {
      const count = await dispatchDue({
        ...deps,
        onFailure: (error, connectionId) =>
          deps.log.error('connection not dispatched', error, { connectionId }),
      });
      deps.log.info('connections dispatched', count);
      for (const [kind, job] of Object.entries(deps.jobs)) await queueFurther(deps, kind, job);
    },
  });
}

/** So many messages are sent at once. */
const together = 20;

/** One kind that cannot tell what is due holds up no other. */
async function queueFurther(
  { queue, log }: Pick<ConnectorDeps, 'queue' | 'log'>,
  kind: string,
  job: ConnectorJob,
): Promise<void> {
  if (!job.due) return;
  try {
    const due = await job.due();
    for (let n = 0; n < due.length; n += together)
      await Promise.all(due.slice(n, n + together).map((message) => queue.send(message)));
  } catch (error) {
    log.error('due work not queued', error, { kind });
  }
}

/** Both in one function: the queue's messages and the clock's events are told apart by their shape. */
export function createConnector(
  deps: ConnectorDeps,
): (event: SQSEvent | ScheduledEvent, context: Context) => Promise<SQSBatchResponse | undefined> {
  const onMessages = createJobWorker(deps);
  const onClock = createJobDispatcher(deps);
  return async (event, context) => {
    if ('Records' in event) return onMessages(event, context);
    await onClock(event, context);
    return undefined;
  };
}
