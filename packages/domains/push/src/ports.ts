import type { DeadLetter } from './dead-letter.ts';
import type { Line } from './line.ts';
import type { OwnerId } from './owner.ts';
import type {
  FailureReason,
  Places,
  Progress,
  PushMessage,
  Secrets,
  Subscription,
  SubscriptionRef,
} from './subscription.ts';

/** What a run leaves behind. */
export interface RunResult {
  readonly progress: Progress;
  /** Lines to be put aside with this write. */
  readonly deadLetters: readonly DeadLetter[];
  /** When the next run may begin; absent: this run goes on and keeps its lease. */
  readonly dueAt?: string;
  /** Turns the subscription off with this write. */
  readonly disable?: { readonly because: 'gone' | 'failing'; readonly at: string };
}

/**
 * Subscriptions and their dead letters. Reads see every write that was answered before, but for `listDue`, which may lag
 * by a moment. Every method rejects with `Unavailable` when the store does not answer.
 */
export interface PushStore {
  /** Stores a new one; its id is fresh. */
  create(subscription: Subscription): Promise<void>;
  find(ref: SubscriptionRef): Promise<Subscription | undefined>;
  /** Of an owner, oldest first. */
  list(ownerId: OwnerId): Promise<readonly Subscription[]>;
  /**
   * Replaces everything but `progress`, when `rev` is still the stored one; stores it with the next. `restart` also
   * forgets failures, so that the next run begins at once. A run under way goes on with what it read.
   */
  change(subscription: Subscription, options: { readonly restart: boolean }): Promise<'changed' | 'stale'>;
  /** With its dead letters; does nothing for an absent one. */
  delete(ref: SubscriptionRef): Promise<void>;
  /** Active ones that may run at `now`, longest due first, at most `limit`. */
  listDue(now: string, limit: number): Promise<readonly Subscription[]>;
  /** Moves `dueAt` when it is still `seen` and the subscription active: one of several dispatchers wins. */
  postpone(ref: SubscriptionRef, seen: string, dueAt: string): Promise<'postponed' | 'changed'>;
  /**
   * Takes the lease of an active subscription until `until`, unless another run has one that lasts. It is due again when
   * the lease ends, so that a run that dies is soon followed by another.
   */
  lease(
    ref: SubscriptionRef,
    lease: { readonly token: string; readonly now: string; readonly until: string },
  ): Promise<Subscription | undefined>;
  /** All of it or nothing; `lost` when the lease is another's by now or the subscription is gone. */
  save(ref: SubscriptionRef, token: string, result: RunResult): Promise<'saved' | 'lost'>;
  /** Newest first, at most `limit`, after the one with the key `after`. */
  listDeadLetters(
    ref: SubscriptionRef,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly DeadLetter[]>;
  findDeadLetter(ref: SubscriptionRef, letterId: string): Promise<DeadLetter | undefined>;
  replaceDeadLetter(letter: DeadLetter): Promise<void>;
  removeDeadLetter(ref: SubscriptionRef, letterId: string): Promise<void>;
}

/** Feeds of agencies and providers, which another domain keeps. */
export interface PushFeed {
  /** The next lines behind the places, as texts, and the places behind those. */
  read(request: {
    readonly ownerId: OwnerId;
    readonly places: Places;
    readonly limit: number;
    readonly maxBytes: number;
  }): Promise<{ readonly lines: readonly string[]; readonly places: Places }>;
  /** How far the places are behind. */
  lag(ownerId: OwnerId, places: Places): Promise<Lag>;
  /** Places behind everything that is there now. */
  end(ownerId: OwnerId): Promise<Places>;
  /** True when something is behind the places. */
  waits(ownerId: OwnerId, places: Places): Promise<boolean>;
}

export interface Lag {
  readonly lines: number;
  /** True when there are more than were counted. */
  readonly atLeast: boolean;
  readonly oldestStored?: string;
}

/** The record store, as far as the lines do not say everything. */
export interface StatementRecords {
  /** JSON text of a statement that this agency may see. */
  find(ownerId: OwnerId, id: string): Promise<string | undefined>;
  /** The voiding statement with this id, as the agency may see it; `target`: what it voids. */
  voiding(
    ownerId: OwnerId,
    ids: { readonly id: string; readonly target: string },
  ): Promise<string | undefined>;
  /** Data that came with a statement; undefined when none did. */
  attachment(of: { readonly sha2: string; readonly statementId: string }): Promise<Uint8Array | undefined>;
}

/** What became of one line. */
export type Sent =
  | { readonly outcome: 'delivered' }
  /** The receiver does not want this line; the same try again would end alike. */
  | { readonly outcome: 'refused'; readonly reason: FailureReason; readonly status?: number }
  /** It may go better later. */
  | {
      readonly outcome: 'failed';
      readonly reason: FailureReason;
      readonly status?: number;
      readonly retryAfterSeconds?: number;
    }
  /** Not tried, since the receiver had failed. */
  | { readonly outcome: 'skipped' };

export interface Delivery {
  readonly subscription: Pick<Subscription, 'subscriptionId' | 'ownerId' | 'receiver'>;
  readonly secrets: Secrets;
  readonly lines: readonly Line[];
  /** One by one, so that a line that breaks the receiver does not hide behind others. */
  readonly apart: boolean;
  /** Epoch milliseconds after which nothing more is begun. */
  readonly deadlineMs: number;
  /** What one request may take, in milliseconds. */
  readonly requestMs: number;
}

/** Sends lines to a receiver. Never rejects for what the receiver does. */
export interface Courier {
  /** One result per line, in order. */
  send(delivery: Delivery): Promise<readonly Sent[]>;
  /** Sends a harmless test and says what came back. */
  test(delivery: Omit<Delivery, 'lines' | 'apart' | 'deadlineMs'>): Promise<TestAnswer>;
  /** Throws `ReceiverNotAllowed` for a receiver that nothing may be sent to. */
  check(receiver: Subscription['receiver']): Promise<void>;
  /** A fresh secret for a webhook, `whsec_…`. */
  newSecret(): string;
}

export interface TestAnswer {
  readonly ok: boolean;
  readonly status?: number;
  readonly reason?: FailureReason;
  readonly milliseconds: number;
}

/** Seals secrets for one context. */
export interface SecretBox {
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}

/** Wakes the worker; at least once, unordered. */
export interface PushQueue {
  send(message: PushMessage): Promise<void>;
}
