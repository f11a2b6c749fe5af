import type { AdapterFailureReason, Capability } from '../ports.ts';

export type CapabilityName = Capability['name'];

/** When a provider last did one kind of thing for us, and when it last failed to. */
export interface LastAnswers {
  readonly successAt?: string;
  readonly failureAt?: string;
  readonly reason?: AdapterFailureReason;
}

/**
 * `closed`: the provider is asked. `open`: it is left alone until `probeAt`, when one request tries whether it is back; so
 * work for it ends at once and holds up nobody else's (case R10).
 */
export interface Circuit {
  readonly state: 'closed' | 'open';
  /** Passing failures in a row. */
  readonly failures: number;
  /** How often in a row a probe has failed. */
  readonly probes: number;
  /** Since when and why; present while open. */
  readonly openedAt?: string;
  readonly reason?: AdapterFailureReason;
  /** When the next request may try; whoever tries moves it on. */
  readonly probeAt?: string;
}

export const troubles = ['down', 'secret', 'rights', 'letters'] as const;
/** `down`: not reached for an hour. `secret`: refused. `rights`: a function or a right is missing. `letters`: work that failed piles up. */
export type Trouble = (typeof troubles)[number];

/** Mismatches that nobody has dealt with for days, when they were counted last. */
export interface AgedMismatches {
  readonly count: number;
  /** When the oldest was found. ISO 8601 UTC. */
  readonly since: string;
  /** How many contact, authors and operators were told of last. */
  readonly told?: { readonly count: number; readonly at: string };
}

/** How one connection is, as all processes know it. */
export interface Health {
  readonly circuit: Circuit;
  readonly last: Readonly<Partial<Record<CapabilityName, LastAnswers>>>;
  /** Statements that came by xAPI so far. `others`: those that say no result, and are kept nowhere. */
  readonly statements?: { readonly results: number; readonly others: number };
  /** Absent: none. */
  readonly aged?: AgedMismatches;
  /** What contact and authors were told and have not been told the end of. */
  readonly told?: { readonly trouble: Trouble; readonly at: string };
}

export const freshHealth: Health = { circuit: { state: 'closed', failures: 0, probes: 0 }, last: {} };

/** Calls of one day (UTC). */
export interface DayCount {
  /** `2026-11-28` */
  readonly day: string;
  readonly ok: number;
  readonly failed: number;
}

/** Days over which errors are counted, today with them. */
export const budgetDays = 7;
/** Of all calls, this share is to succeed. */
export const budgetTarget = 0.99;

export interface Budget {
  readonly ok: number;
  readonly failed: number;
  /** Share of failures that the target allows and that is used up: 1 is all of it. Absent while there are too few calls to say. */
  readonly spent?: number;
}

/** One failure of fewer would be more than the target allows, e.g. one while the connection was set up. */
const fewestCalls = 100;

export function budgetOf(counts: readonly DayCount[]): Budget {
  const ok = counts.reduce((sum, day) => sum + day.ok, 0);
  const failed = counts.reduce((sum, day) => sum + day.failed, 0);
  const calls = ok + failed;
  return { ok, failed, ...(calls >= fewestCalls && { spent: failed / (calls * (1 - budgetTarget)) }) };
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The days that are counted, the first and the last. */
export function budgetSpan(now: Date): { readonly from: string; readonly until: string } {
  const from = new Date(now.getTime() - (budgetDays - 1) * 24 * 3_600_000);
  return { from: dayOf(from), until: dayOf(now) };
}

/** In one word. `disturbed`: it works, and something failed or is used up. */
export type Light = 'unknown' | 'works' | 'disturbed' | 'down';

export function lightOf(
  { circuit, last }: Health,
  { spent = 0, letters = 0 }: { readonly spent?: number | undefined; readonly letters?: number } = {},
): Light {
  if (circuit.state === 'open') return 'down';
  const answers = Object.values(last);
  if (answers.length === 0) return 'unknown';
  const failing = answers.some(
    ({ successAt = '', failureAt }) => failureAt !== undefined && failureAt > successAt,
  );
  return circuit.failures > 0 || failing || spent > 1 || letters > 0 ? 'disturbed' : 'works';
}
