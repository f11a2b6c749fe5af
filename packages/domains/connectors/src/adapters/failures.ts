import { OutboundFailed, type OutboundReason } from '@sinau/platform/outbound';
import { AdapterFailure, type AdapterFailureReason } from '../ports.ts';

type Told = readonly [reason: AdapterFailureReason, passing: boolean];

const ofOutbound: Readonly<Record<OutboundReason, Told>> = {
  'address-invalid': ['address-forbidden', false],
  'address-forbidden': ['address-forbidden', false],
  'name-unknown': ['unreachable', true],
  refused: ['unreachable', true],
  tls: ['tls', true],
  timeout: ['timeout', true],
  broken: ['broken-answer', true],
};

export function failureOfOutbound(error: unknown): unknown {
  if (!(error instanceof OutboundFailed)) return error;
  const [reason, passing] = ofOutbound[error.reason];
  return new AdapterFailure(reason, { passing, cause: error });
}

export const refusedStatus = (reason: AdapterFailureReason, status: number): AdapterFailure =>
  new AdapterFailure(reason, { passing: false, cause: new Error(`HTTP ${status}`) });

/** For a status that is no success, whoever answers. */
export function failureOfHttp(status: number): AdapterFailure {
  const cause = new Error(`HTTP ${status}`);
  if (status === 429) return new AdapterFailure('throttled', { passing: true, cause });
  if (status >= 500) return new AdapterFailure('server-error', { passing: true, cause });
  if (status === 401) return refusedStatus('unauthorised', status);
  if (status === 403) return refusedStatus('not-permitted', status);
  // A redirect is followed by nobody (case F3): the address lacks a part or leads elsewhere.
  return refusedStatus('other-service', status);
}

export const brokenAnswer = (why: string): AdapterFailure =>
  new AdapterFailure('broken-answer', { passing: true, cause: new Error(why) });

const tries = 3;

/** A question that changes nothing is asked up to three times while its failure may pass. */
export async function withTries<Value>(
  sleep: (ms: number) => Promise<unknown>,
  ask: () => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const again = error instanceof AdapterFailure && error.passing && attempt < tries;
      if (!again) throw error;
      await sleep(250 * 4 ** (attempt - 1));
    }
  }
}
