import { setTimeout as sleepFor } from 'node:timers/promises';
import { Unavailable } from '@sinau/kernel';

/** How often and how patiently a call is tried. Clients behind it are made with `maxAttempts: 1`. */
export interface RetryPolicy {
  /** All tries, the first included; integer > 0. */
  readonly attempts: number;
  /** The n-th pause is a random time below `baseDelayMs · 2ⁿ⁻¹`, at most `maxDelayMs`. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const patient: RetryPolicy = {
  attempts: 4,
  baseDelayMs: 50,
  maxDelayMs: 1_000,
  sleep: sleepFor,
  random: Math.random,
};

/**
 * Calls an AWS service. Throttles, time-outs, broken connections and faults of the service are tried again with full
 * jitter; when the tries are over it rejects with `Unavailable`. Every other error passes unchanged at once.
 */
export async function callAws<Result>(
  what: string,
  call: () => Promise<Result>,
  policy: Partial<RetryPolicy> = {},
): Promise<Result> {
  const { attempts, baseDelayMs, maxDelayMs, sleep, random } = { ...patient, ...policy };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (attempt >= attempts) throw new Unavailable(`${what} does not answer now`, { cause: error });
      await sleep(Math.floor(random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))));
    }
  }
}

const transientNames = new Set([
  'ConditionalRequestConflict',
  'InternalError',
  'InternalFailure',
  'LimitExceededException',
  'OperationAborted',
  'OverLimit',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestTimeout',
  'RequestTimeoutException',
  'SendingPausedException',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
]);

const transientCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ECONNABORTED',
]);

/** True when the same call may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata } = error as Error & {
    readonly code?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    transientNames.has(name) ||
    (typeof code === 'string' && transientCodes.has(code)) ||
    status === 429 ||
    (status >= 500 && status !== 501)
  );
}
