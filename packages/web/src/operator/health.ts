export type QueueName =
  | 'imports'
  | 'mails'
  | 'pushes'
  | 'connectors'
  | 'seals'
  | 'certificates'
  | 'exports'
  | 'streams'
  | 'jobs';

/** One part as operators see it; which figures there are depends on the part. Times are ISO 8601 UTC. */
export interface HealthPart {
  readonly name: 'projector' | 'records' | 'imports' | 'protection' | `queue-${QueueName}`;
  /** `silent`: it did not answer, so nothing is known. */
  readonly state: 'ok' | 'attention' | 'silent';
  readonly waiting?: number;
  readonly inFlight?: number;
  readonly deadLetters?: number;
  /** Age of the oldest commit that is not projected; absent before the first commit. */
  readonly lagSeconds?: number;
  readonly lastSuccessAt?: string;
  /** When the newest commit was stored that is noted as projected. */
  readonly lastRecordAt?: string;
  readonly oldestWaitingAt?: string;
  /** Commits that Consistent-Through waits for. */
  readonly held?: number;
  readonly heldSince?: string;
  readonly consistentThrough?: string;
  readonly unfinished?: number;
  /** Requests about personal data that wait for an answer. */
  readonly unanswered?: number;
  /** Of these, and of incidents that nobody was told of, past their 72 hours. */
  readonly overdue?: number;
  /** Chains of the audit log that the last check found broken. */
  readonly brokenChains?: number;
  /** Last sign of the import that was silent for longest. */
  readonly silentSince?: string;
}

export interface HealthView {
  readonly status: 'ok' | 'degraded';
  readonly checkedAt: string;
  readonly parts: readonly HealthPart[];
}
