import { OutboundFailed, type OutboundResponse } from '@sinau/platform/outbound';
import type { Sent } from '../ports.ts';
import type { FailureReason } from '../subscription.ts';

type Unsent = Extract<Sent, { readonly reason: FailureReason }>;

/** What a status means for the receiver as a whole. Others from 400 on are about what was sent. */
const wholeReceiver: ReadonlyMap<number, FailureReason> = new Map([
  [401, 'unauthorised'],
  [403, 'unauthorised'],
  [404, 'not-found'],
  [405, 'not-found'],
  [408, 'busy'],
  [410, 'gone'],
  [425, 'busy'],
  [429, 'busy'],
]);

/** Undefined for success. `refused` is left to receivers that say why, such as a record store. */
export function readAnswer(response: OutboundResponse, nowMs: number): Unsent | undefined {
  const { status, headers } = response;
  if (status >= 200 && status < 300) return undefined;
  const waits = retryAfter(headers['retry-after'], nowMs);
  const failed = (reason: FailureReason): Unsent => ({ outcome: 'failed', reason, status, ...waits });
  // 1xx never get here; a redirect could lead anywhere and is not followed (case F3).
  if (status < 400) return failed('redirect');
  const whole = wholeReceiver.get(status);
  if (whole) return failed(whole);
  if (status === 503) return failed(waits.retryAfterSeconds === undefined ? 'server-error' : 'busy');
  return failed(status >= 500 ? 'server-error' : 'rejected');
}

/** RFC 9110 10.2.3: seconds, or a date. */
function retryAfter(text: string | undefined, nowMs: number): { readonly retryAfterSeconds?: number } {
  if (text === undefined) return {};
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {};
}

/** A request that got no answer. Throws what is a fault of our own. */
export function readFailure(error: unknown): Unsent {
  if (error instanceof OutboundFailed) return { outcome: 'failed', reason: error.reason };
  throw error;
}
