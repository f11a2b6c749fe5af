import type { Clock, Principal } from '@sinau/kernel';
import type { Log } from '../log/log.ts';

/** Seconds of the windows that requests are counted in; they begin at multiples of this since the epoch. */
export const rateWindowSeconds = 10;

/** A process reports what it admitted in so many parts of a quota: the writes that a busy caller costs in a window. */
const reportsPerQuota = 50;

/** Callers that a process remembers; who was silent for longest is forgotten first. */
const mostCallers = 10_000;

/** After the counter did not answer, a process counts alone for so long. */
const aloneMs = 60_000;

/** Counts over all processes. */
export interface RateCounter {
  /** Adds to what was counted under `key` in this window; resolves to the sum of everybody's reports. */
  add(report: { readonly key: string; readonly windowStart: Date; readonly count: number }): Promise<number>;
}

export interface RateLimits {
  /** Requests per second of an API client that has no limit of its own, and of a tool of LTI. */
  readonly clientPerSecond: number;
  /** Requests per second of one session of running content. */
  readonly sessionPerSecond: number;
}

/** Whether one request may pass, and what is left in the window. */
export interface RateDecision {
  readonly admitted: boolean;
  readonly policy: 'client' | 'session';
  /** Requests in a window of `rateWindowSeconds`. */
  readonly quota: number;
  readonly remaining: number;
  /** Until the window ends, at least 1. */
  readonly resetSeconds: number;
}

export interface RateLimiter {
  /** Undefined for callers that have no limit here: people, and whoever is not known. Never rejects. */
  admit(principal: Principal): Promise<RateDecision | undefined>;
}

interface Tally {
  readonly windowStartMs: number;
  /** What everybody had reported when this process last heard, and what it reports right now. */
  counted: number;
  /** Admitted here since. */
  unreported: number;
}

/**
 * Counts requests per caller and window, in the process at once and over all processes in parts: a process reports
 * every fiftieth of the quota and hears how many the others have admitted. Whoever stays below that costs no write;
 * a caller served by n processes may get n fiftieths more than its quota. When the counter does not answer, requests
 * pass and each process holds the caller to the quota alone (docs/decisions/0011-rate-limits.md).
 */
export function createRateLimiter(deps: {
  /** Of the door; limits of different doors are counted apart. */
  readonly door: string;
  readonly counter: RateCounter;
  readonly limits: RateLimits;
  readonly clock: Clock;
  readonly log: Log;
}): RateLimiter {
  const { door, counter, clock, log } = deps;
  const tallies = new Map<string, Tally>();
  let aloneUntilMs = 0;

  async function report(key: string, tally: Tally, nowMs: number): Promise<void> {
    if (nowMs < aloneUntilMs) return;
    const count = tally.unreported;
    tally.unreported = 0;
    tally.counted += count;
    try {
      const sum = await counter.add({ key, windowStart: new Date(tally.windowStartMs), count });
      tally.counted = Math.max(tally.counted, sum);
    } catch {
      aloneUntilMs = nowMs + aloneMs;
      log.warn('rate limits are counted alone', { door, seconds: aloneMs / 1000 });
    }
  }

  return {
    async admit(principal) {
      const rule = ruleOf(principal, deps.limits);
      if (!rule) return undefined;
      const nowMs = clock.now().getTime();
      const quota = rule.perSecond * rateWindowSeconds;
      const key = `${door}:${rule.caller}`;
      const tally = currentTally(tallies, key, nowMs);
      const admitted = tally.counted + tally.unreported < quota;
      if (admitted) tally.unreported += 1;
      if (tally.unreported >= Math.ceil(quota / reportsPerQuota)) await report(key, tally, nowMs);
      return {
        admitted,
        policy: rule.policy,
        quota,
        remaining: Math.max(0, quota - tally.counted - tally.unreported),
        resetSeconds: Math.max(1, Math.ceil((tally.windowStartMs - nowMs) / 1000) + rateWindowSeconds),
      };
    },
  };
}

function ruleOf(principal: Principal, limits: RateLimits) {
  if (principal.kind === 'client') {
    const perSecond = principal.requestsPerSecond ?? limits.clientPerSecond;
    return { policy: 'client', caller: `client:${principal.clientId}`, perSecond } as const;
  }
  if (principal.kind === 'tool') {
    const perSecond = limits.clientPerSecond;
    return { policy: 'client', caller: `tool:${principal.clientId}`, perSecond } as const;
  }
  if (principal.kind === 'au') {
    const perSecond = limits.sessionPerSecond;
    return { policy: 'session', caller: `au:${principal.sessionId}`, perSecond } as const;
  }
  return undefined;
}

/** The tally of the window that runs now; a new window begins at nothing. */
function currentTally(tallies: Map<string, Tally>, key: string, nowMs: number): Tally {
  const windowMs = rateWindowSeconds * 1000;
  const windowStartMs = Math.floor(nowMs / windowMs) * windowMs;
  const known = tallies.get(key);
  if (known?.windowStartMs === windowStartMs) return known;
  const fresh: Tally = { windowStartMs, counted: 0, unreported: 0 };
  tallies.delete(key);
  tallies.set(key, fresh);
  const [oldest] = tallies.keys();
  if (tallies.size > mostCallers && oldest !== undefined) tallies.delete(oldest);
  return fresh;
}
