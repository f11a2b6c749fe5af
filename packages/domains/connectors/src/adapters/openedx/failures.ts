import { AdapterFailure } from '../../ports.ts';

/** The site wants us to be slower: 40 requests a minute, unless its operators have said otherwise. */
export class Throttled extends AdapterFailure {
  readonly waitMs: number | undefined;

  constructor(retryAfter: string | undefined, now: Date) {
    super('throttled', { passing: true, cause: new Error('Open edX answers 429') });
    this.waitMs = waitOf(retryAfter, now);
  }
}

/** Seconds or a date. Undefined when it is neither. */
function waitOf(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,6}$/.test(retryAfter.trim())) return Number(retryAfter) * 1_000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}

export const refusal = (reason: 'refused' | 'full' | 'learner-unknown' | 'course-unknown' | 'not-accepted') =>
  new AdapterFailure(reason, { passing: false });
