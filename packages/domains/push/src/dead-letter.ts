import type { Line } from './line.ts';
import type { OwnerId } from './owner.ts';
import type { FailureReason, ProviderEvent, SubscriptionId } from './subscription.ts';

/** A line that was put aside. It names the statement and does not hold it: what is erased is gone from here too. */
export interface DeadLetter {
  /** Sortable by time. */
  readonly letterId: string;
  readonly ownerId: OwnerId;
  readonly subscriptionId: SubscriptionId;
  readonly kind: Line['kind'];
  readonly id: string;
  readonly voidedBy?: string;
  /** Of an event, which names nobody; kept here, since nothing else has it by its id. */
  readonly event?: { readonly type: ProviderEvent; readonly data: string };
  readonly stored: string;
  readonly reason: FailureReason;
  readonly status?: number;
  readonly at: string;
  /** How often it was sent again by hand. */
  readonly replays: number;
}

/** Kept as long as somebody may still mend the receiver; in seconds. */
export const deadLetterSeconds = 90 * 24 * 3600;

/** The same for one line of one subscription, so that nothing is put aside twice. */
export const letterIdOf = (line: Pick<Line, 'key' | 'stored'>): string => `${line.stored}.${line.key}`;
