import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Subscription } from './stream-feed.ts';

/**
 * Hands one batch to the handler until all of it is handled or given up, or the consumer is told to stop. Returns
 * early with a shorter batch done; the caller reads on from the place that was kept.
 */
export async function deliver(
  subscription: Subscription,
  batch: {
    readonly records: DynamoDBRecord[];
    /** Keeps the place after the record of this sequence number. */
    readonly keep: (sequenceNumber: string) => Promise<void>;
    readonly stopping: AbortSignal;
    /** Uniform in [0, 1). */
    readonly random: () => number;
  },
): Promise<void> {
  const { attempts = 10, retryDelayMs = 200 } = subscription;
  let { records } = batch;
  for (let attempt = 1; records.length > 0 && !batch.stopping.aborted; ) {
    const failure = await handle(subscription, records);
    const done = failure ? records.slice(0, failure.at) : records;
    const last = done.at(-1);
    if (last) await batch.keep(sequenceOf(last));
    if (!failure) return;
    if (last) {
      records = records.slice(failure.at);
      attempt = 1;
    }
    // One record that always fails must not take its neighbours with it: they come again by themselves.
    if (records.length > 1) records = records.slice(0, failure.known ? 1 : Math.ceil(records.length / 2));
    else if (attempt >= attempts) return giveUp(subscription, { ...batch, records }, failure.error);
    else attempt += 1;
    await rest(batch.random() * retryDelayMs * Math.min(25, 2 ** (attempt - 1)), batch.stopping);
  }
}

interface Failure {
  /** Index of the first record that was not handled. */
  readonly at: number;
  /** The handler named it; otherwise any record may be the reason. */
  readonly known: boolean;
  readonly error: unknown;
}

async function handle({ handler }: Subscription, records: DynamoDBRecord[]): Promise<Failure | undefined> {
  try {
    const response = await handler(records);
    const failed = new Set(response?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    if (failed.size === 0) return undefined;
    const at = records.findIndex((record) => failed.has(sequenceOf(record)));
    const error = new Error('the handler reported record failures');
    // A name that is not in the batch fails all of it, as it does for a Lambda.
    return at < 0 ? { at: 0, known: false, error } : { at, known: true, error };
  } catch (error) {
    return { at: 0, known: false, error };
  }
}

async function giveUp(
  { onDeadLetter, retryDelayMs = 200 }: Subscription,
  batch: Parameters<typeof deliver>[1],
  error: unknown,
): Promise<void> {
  const last = batch.records.at(-1);
  while (last && !batch.stopping.aborted) {
    try {
      await onDeadLetter?.(batch.records, error);
      return await batch.keep(sequenceOf(last));
    } catch {
      // Nothing is dropped while the dead letters cannot be kept.
      await rest(batch.random() * retryDelayMs * 25, batch.stopping);
    }
  }
}

/** A pause that ends at once when its signal says so. */
export async function rest(ms: number, stopping: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal: stopping });
  } catch (error) {
    if (!stopping.aborted) throw error;
  }
}

function sequenceOf(record: DynamoDBRecord): string {
  return record.dynamodb?.SequenceNumber ?? '';
}
