import type { AdapterFailureReason } from '../ports.ts';
import type { CapabilityName, Circuit, Health } from './health.ts';

/** So many passing failures in a row open a circuit. */
export const failuresToOpen = 5;
const firstMs = 30_000;
const longestMs = 15 * 60_000;
/** A probe that was begun and never ended keeps others away for so long. */
const probeMs = 90_000;

/** Whether a request may be made now. `probe`: as the one that tries whether the provider is back. */
export function admission({ state, probeAt = '' }: Circuit, now: string): 'go' | 'probe' | 'wait' {
  if (state === 'closed') return 'go';
  return probeAt <= now ? 'probe' : 'wait';
}

/** Keeps others from trying meanwhile. */
export const probing = (circuit: Circuit, now: Date): Circuit => ({
  ...circuit,
  probeAt: new Date(now.getTime() + probeMs).toISOString(),
});

/** The provider answered as it should: whatever failed before is over. */
export function afterSuccess(health: Health, kind: CapabilityName, now: Date): Health {
  return {
    ...health,
    circuit: { state: 'closed', failures: 0, probes: 0 },
    last: { ...health.last, [kind]: { ...health.last[kind], successAt: now.toISOString() } },
  };
}

export interface Failed {
  readonly kind: CapabilityName;
  readonly reason: AdapterFailureReason;
  /** True: the provider or the way to it is at fault, and not this one request. */
  readonly counts: boolean;
  /** Uniform in [0, 1). */
  readonly random: number;
}

/**
 * A wrong secret opens at once, since no further try can go better; other faults when there are several in a row. What was
 * open waits twice as long after each probe that failed, up to a quarter of an hour, never all connections at once.
 */
export function afterFailure(health: Health, failed: Failed, now: Date): Health {
  const { kind, reason, counts } = failed;
  const at = now.toISOString();
  const last = { ...health.last, [kind]: { ...health.last[kind], failureAt: at, reason } };
  if (!counts) return { ...health, last };
  const { circuit } = health;
  const failures = circuit.failures + 1;
  const opens = circuit.state === 'open' || failures >= failuresToOpen || reason === 'unauthorised';
  if (!opens) return { ...health, last, circuit: { ...circuit, failures } };
  const probes = circuit.state === 'open' ? circuit.probes + 1 : 0;
  const wait = Math.min(longestMs, firstMs * 2 ** probes) * (0.8 + 0.4 * failed.random);
  return {
    ...health,
    last,
    circuit: {
      ...{ state: 'open', failures, probes, reason },
      openedAt: circuit.openedAt ?? at,
      probeAt: new Date(now.getTime() + wait).toISOString(),
    },
  };
}

const ofTheProvider: ReadonlySet<AdapterFailureReason> = new Set<AdapterFailureReason>([
  'unreachable',
  'timeout',
  'tls',
  'unauthorised',
  'throttled',
  'broken-answer',
  'server-error',
  'other-service',
]);

/** Faults of the provider or of the way to it; refusals of one learner or one course are answers like any other. */
export const isFault = (reason: AdapterFailureReason): boolean => ofTheProvider.has(reason);
