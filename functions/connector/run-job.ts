import {
  AdapterFailure,
  type AdapterFailureReason,
  endRun,
  type JobMessage,
  keepLetter,
  type ScheduledKind,
  scheduledKinds,
} from '@sinau/connectors';
import type { ConnectorDeps } from './worker.ts';

/** What became of one message. */
export interface JobRun {
  readonly outcome: 'done' | 'failed' | 'again' | 'put-aside';
  readonly reason?: AdapterFailureReason;
}

/** So often is work tried that does not come again by itself: over about an hour and a half. */
const mostTries = 10;
/** So long does it wait for a provider that is left alone. */
const waitMs = 3 * 24 * 3_600_000;
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
    return isScheduled(message) ? failRun(deps, message, error) : failWork(deps, message, error);
  }
  await note(deps, message);
  return { outcome: 'done' };
}

const isScheduled = ({ kind }: JobMessage): boolean => scheduledKinds.some((one) => one === kind);

/** What passes is tried again within half an hour, though the schedule says tomorrow. */
async function failRun(
  deps: ConnectorDeps,
  message: JobMessage,
  { reason, passing }: AdapterFailure,
): Promise<JobRun> {
  const wait = longestSeconds * (1 + deps.random()) * 1_000;
  const againAt = passing ? new Date(deps.clock.now().getTime() + wait).toISOString() : undefined;
  await note(deps, message, { failedBecause: reason, ...(againAt !== undefined && { againAt }) });
  return { outcome: 'failed', reason };
}

/** Waiting for a provider that is left alone is no try of it. */
async function failWork(
  deps: ConnectorDeps,
  message: JobMessage,
  { reason, passing }: AdapterFailure,
): Promise<JobRun> {
  const now = deps.clock.now();
  const { since = now.toISOString() } = message;
  const tries = (message.tries ?? 0) + (reason === 'circuit-open' ? 0 : 1);
  const isOver = tries >= mostTries || Date.parse(since) <= now.getTime() - waitMs;
  if (!passing || isOver) {
    await keepLetter(deps, { message, reason });
    return { outcome: 'put-aside', reason };
  }
  const wait = reason === 'circuit-open' ? longestSeconds : firstSeconds * 2 ** (tries - 1);
  const delaySeconds = Math.round(Math.min(longestSeconds, wait) * (0.8 + 0.2 * deps.random()));
  await deps.queue.send({ ...message, tries, since }, { delaySeconds });
  return { outcome: 'again', reason };
}

async function note(
  deps: ConnectorDeps,
  { kind, connectionId }: JobMessage,
  failure: { readonly failedBecause?: AdapterFailureReason; readonly againAt?: string } = {},
): Promise<void> {
  if (connectionId === undefined || !isScheduled({ kind })) return;
  await endRun(deps, { connectionId, kind: kind as ScheduledKind, ...failure });
}
