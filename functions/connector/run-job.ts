import {
  AdapterFailure,
  type AdapterFailureReason,
  endRun,
  type JobMessage,
  type ScheduledKind,
  scheduledKinds,
} from '@sinau/connectors';
import type { ConnectorDeps } from './worker.ts';

/** What became of one message. */
export interface JobRun {
  readonly outcome: 'done' | 'failed' | 'again' | 'given-up';
  readonly reason?: AdapterFailureReason;
}

/** So often is work tried that does not come again by itself: over about an hour and a half. */
const mostTries = 10;
const firstSeconds = 15;
/** The longest that the queue holds a message back. */
const longestSeconds = 900;

/**
 * One job. What a provider does is an outcome; our own faults reject, so that the message comes again and ends in the
 * dead-letter queue with an alarm.
 */
export async function runJob(deps: ConnectorDeps, message: JobMessage): Promise<JobRun> {
  const job = deps.jobs[message.kind];
  if (!job) throw new Error(`nobody does ${message.kind}`);
  const work = job.prepare(message);
  try {
    await work.run();
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    return settleFailure(deps, message, error);
  }
  await note(deps, message);
  return { outcome: 'done' };
}

async function settleFailure(
  deps: ConnectorDeps,
  message: JobMessage,
  { reason, passing }: AdapterFailure,
): Promise<JobRun> {
  if (isScheduled(message)) {
    await note(deps, message, reason);
    return { outcome: 'failed', reason };
  }
  const tries = (message.tries ?? 0) + 1;
  if (!passing || tries >= mostTries) return { outcome: 'given-up', reason };
  const wait = Math.min(longestSeconds, firstSeconds * 2 ** (tries - 1));
  const delaySeconds = Math.round(wait * (0.8 + 0.2 * deps.random()));
  await deps.queue.send({ ...message, tries }, { delaySeconds });
  return { outcome: 'again', reason };
}

const isScheduled = ({ kind }: JobMessage): boolean => scheduledKinds.some((one) => one === kind);

async function note(deps: ConnectorDeps, message: JobMessage, reason?: AdapterFailureReason): Promise<void> {
  const { kind, connectionId } = message;
  if (!isScheduled(message) || connectionId === undefined) return;
  await endRun(deps, {
    connectionId,
    kind: kind as ScheduledKind,
    ...(reason !== undefined && { failedBecause: reason }),
  });
}
