import type { ErrorCode } from './error-codes.ts';

/** One thing wrong with one place of the input. */
export interface FieldIssue {
  /** JSON-pointer-like path of the value, e.g. `/statements/0/actor/mbox`. */
  readonly path: string;
  /** What is wrong and what to do, in plain English. */
  readonly message: string;
  /** Requirement id of the specification that was broken, e.g. `XAPI-00012` or `8.1.3.0-3`. */
  readonly requirement?: string;
}

/**
 * An expected refusal. Its message is safe to show to the caller: it never holds personal data, stack or
 * resource names. Anything that is not a DomainError is a fault and is answered without detail.
 */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
  /** Where in the input the trouble is; empty when the refusal is not about input. */
  readonly issues: readonly FieldIssue[];

  constructor(message: string, options: { cause?: unknown; issues?: readonly FieldIssue[] } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.issues = options.issues ?? [];
  }
}

/** Input that does not have the required shape. */
export class InvalidInput extends DomainError {
  readonly code = 'request.invalid';
}

/** A dependency did not answer in time after bounded retries; nothing was written. */
export class Unavailable extends DomainError {
  readonly code = 'platform.unavailable';
  /** Seconds after which another try makes sense. */
  readonly retryAfterSeconds: number;

  constructor(message: string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(message, options);
    this.retryAfterSeconds = options.retryAfterSeconds ?? 1;
  }
}
