import { Unavailable } from '@sinau/kernel';
import { isTransient } from '../retry/call-aws.ts';

/** How long a call is tried again. The n-th pause is a random time below `baseDelayMs · 2ⁿ⁻¹`, at most `maxDelayMs`. */
export interface Patience {
  /** Tries when DynamoDB refuses (throttle, conflict, unprocessed); integer > 0. */
  readonly attempts: number;
  /** Tries that may end without an answer (time-out, broken connection, internal error): each costs seconds. */
  readonly unansweredAttempts: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** Thrown inside a call when only a part was done and the rest should be sent again. */
export class PartlyRefused extends Error {}

export interface Call<Result> {
  /** For the log: operation and table. */
  readonly what: string;
  /** Sends once. `unsure`: an earlier try got no answer, so it may have been carried out. */
  readonly send: (state: { readonly unsure: boolean }) => Promise<Result>;
  /** False when carrying it out twice differs from once; then a try without an answer is the last. @default true */
  readonly repeatable?: boolean;
  /** Asked before every further try; false ends patience. */
  readonly stillTimely?: (() => boolean) | undefined;
}

/** Calls until it is answered or patience ends, then rejects with `Unavailable`. Other errors pass unchanged. */
export async function callPatiently<Result>(patience: Patience, call: Call<Result>): Promise<Result> {
  let unanswered = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call.send({ unsure: unanswered > 0 });
    } catch (error) {
      const failure = classify(error);
      if (failure === 'final') throw error;
      if (failure === 'unanswered') unanswered += 1;
      const over =
        attempt >= patience.attempts ||
        unanswered >= patience.unansweredAttempts ||
        (failure === 'unanswered' && call.repeatable === false);
      if (over) throw unavailable(call.what, error);
      await patience.sleep(pauseMs(patience, attempt));
      if (call.stillTimely?.() === false) throw unavailable(call.what, error);
    }
  }
}

/** Callers may be shown the message; operation and table are in the cause, which only the log sees (case F7). */
function unavailable(what: string, error: unknown): Unavailable {
  return new Unavailable('The database does not answer now. Please try again.', {
    cause: new Error(what, { cause: error }),
  });
}

function pauseMs({ baseDelayMs, maxDelayMs, random }: Patience, attempt: number): number {
  return Math.floor(random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1)));
}

/** Errors after which DynamoDB has certainly done nothing. */
const refusals = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

const refusedConnections = new Set(['ECONNREFUSED', 'EAI_AGAIN']);

function classify(error: unknown): 'refused' | 'unanswered' | 'final' {
  if (error instanceof PartlyRefused) return 'refused';
  if (!(error instanceof Error)) return 'final';
  const { code } = error as Error & { readonly code?: unknown };
  if (refusals.has(error.name) || refusedConnections.has(String(code)) || isConflict(error)) return 'refused';
  return isTransient(error) ? 'unanswered' : 'final';
}

const passingReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** A transaction cancelled only by others in its way, not by what it asks. */
function isConflict(error: Error): boolean {
  const { CancellationReasons: reasons } = error as Error & {
    readonly CancellationReasons?: readonly { readonly Code?: string }[];
  };
  if (error.name !== 'TransactionCanceledException' || !reasons) return false;
  const codes = reasons.map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
  return codes.length > 0 && codes.every((code) => passingReasons.has(code));
}
