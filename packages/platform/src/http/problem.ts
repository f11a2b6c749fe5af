import { DomainError, type FieldIssue, Unavailable } from '@sinau/kernel';
import type { ProblemStatus } from './error-table.ts';
import { TooManyRequests } from './errors.ts';

/** Problem details (RFC 9457) with our extensions `code`, `requestId` and `issues`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly issues?: readonly FieldIssue[];
  /** Seconds; also sent as Retry-After. */
  readonly retryAfterSeconds?: number;
}

const titles: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  406: 'Not acceptable',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Internal error',
  501: 'Not offered',
  503: 'Not available right now',
};

/**
 * What the caller is told. Faults that are not ours to explain become a bare 500: no stack, no names (case F7). The table of
 * refusals is loaded with the first one: it is long, and most processes that start answer well at first.
 */
export async function problemOf(error: unknown, requestId: string): Promise<Problem> {
  if (!(error instanceof DomainError)) {
    const detail = 'Something went wrong on our side. Please try again; quote the request id.';
    return describe(500, 'internal', { requestId, detail });
  }
  const { statusOf } = await import('./error-table.ts');
  return describe(statusOf[error.code], error.code, {
    requestId,
    detail: error.message,
    ...(error.issues.length > 0 && { issues: error.issues }),
    ...((error instanceof Unavailable || error instanceof TooManyRequests) && {
      retryAfterSeconds: error.retryAfterSeconds,
    }),
  });
}

function describe(
  status: ProblemStatus,
  code: string,
  rest: { requestId: string; detail: string; issues?: readonly FieldIssue[]; retryAfterSeconds?: number },
): Problem {
  return { type: `urn:sinau:problem:${code}`, title: titles[status], status, code, ...rest };
}
