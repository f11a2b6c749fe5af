import type { PersonPrincipal } from '@sinau/kernel';

export type PushFailureReason =
  | 'address-invalid'
  | 'address-forbidden'
  | 'name-unknown'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'broken'
  | 'unauthorised'
  | 'not-found'
  | 'redirect'
  | 'busy'
  | 'server-error'
  | 'rejected'
  | 'conflict'
  | 'too-large'
  | 'gone'
  | 'everything-rejected'
  | 'missing';

/** What agencies choose among. */
export const recordEvents = ['records.statement', 'records.void'] as const;
/** What providers choose among. */
export const providerEvents = ['enrolment.completed', 'course.published', 'package.import-finished'] as const;
export type PushEvent = (typeof recordEvents)[number] | (typeof providerEvents)[number];

/** Where records are sent; what opens it is never part of this. */
export type PushReceiver =
  | {
      readonly kind: 'lrs';
      readonly url: string;
      readonly version: '1.0.3' | '2.0.0';
      readonly auth:
        | { readonly kind: 'basic'; readonly key: string }
        | {
            readonly kind: 'oauth';
            readonly tokenUrl: string;
            readonly clientId: string;
            readonly scope?: string;
          };
    }
  | {
      readonly kind: 'webhook';
      readonly url: string;
      readonly payload: 'full' | 'thin';
      readonly events: readonly PushEvent[];
    };

export interface PushSettings {
  readonly name: string;
  readonly receiver: PushReceiver;
  readonly filter: { readonly verbs: readonly string[]; readonly activities: readonly string[] };
  /** Of an LRS; absent when it stays or is made for it. */
  readonly secret?: string;
}

export interface PushFailure {
  readonly at: string;
  readonly reason: PushFailureReason;
  /** What the receiver answered with, when it did. */
  readonly status?: number;
}

export interface PushSubscription {
  readonly subscriptionId: string;
  readonly name: string;
  readonly receiver: PushReceiver;
  readonly filter: PushSettings['filter'];
  /** `waiting`: active, and its receiver fails. */
  readonly state: 'active' | 'waiting' | 'paused' | 'disabled';
  readonly disabledBecause?: 'gone' | 'failing';
  /** Counts changes; sent back with one, so that two people do not undo each other. */
  readonly rev: number;
  readonly createdAt: string;
  readonly lag: { readonly lines: number; readonly atLeast: boolean; readonly oldestStored?: string };
  readonly delivered: number;
  /** Lines that were not taken and wait for somebody to send them again. */
  readonly deadLetters: { readonly count: number; readonly atLeast: boolean };
  readonly lastSuccessAt?: string;
  readonly lastFailure?: PushFailure;
  /** The last tries of single events, the newest first; of providers. */
  readonly recent?: readonly PushTry[];
  /** While `waiting`. */
  readonly nextTryAt?: string;
}

/** Delivered when there is no reason. */
export interface PushTry extends Partial<Pick<PushFailure, 'reason' | 'status'>> {
  readonly at: string;
  readonly type: PushEvent;
  readonly id: string;
}

export interface PushLetter extends PushFailure {
  readonly letterId: string;
  readonly kind: 'statement' | 'void' | 'erase' | 'event';
  /** Of an event. */
  readonly event?: PushEvent;
  /** Of the statement. */
  readonly id: string;
  readonly stored: string;
  readonly replays: number;
}

export interface PushView {
  readonly subscription: PushSubscription;
  readonly letters: readonly PushLetter[];
  /** For the next page of letters. */
  readonly next?: string;
}

export interface PushTest {
  readonly ok: boolean;
  readonly status?: number;
  readonly reason?: PushFailureReason;
  readonly milliseconds: number;
}

export interface IssuedPushSecret {
  readonly subscriptionId: string;
  readonly name: string;
  readonly secret: string;
}

/** Everything here is of the agency or provider that the person acts for; what is another's is absent. */
export interface PushPorts {
  subscriptionsOf(person: PersonPrincipal): Promise<readonly PushSubscription[]>;
  subscriptionOf(person: PersonPrincipal, subscriptionId: string, page?: string): Promise<PushView>;
  /** `secret`: of a webhook, to be shown once. */
  create(
    person: PersonPrincipal,
    settings: PushSettings & { readonly from: 'beginning' | 'now' },
  ): Promise<{ readonly subscriptionId: string; readonly name: string; readonly secret?: string }>;
  change(
    person: PersonPrincipal,
    subscriptionId: string,
    settings: PushSettings & { readonly rev: number },
  ): Promise<void>;
  pause(person: PersonPrincipal, subscriptionId: string): Promise<void>;
  resume(person: PersonPrincipal, subscriptionId: string): Promise<void>;
  delete(person: PersonPrincipal, subscriptionId: string): Promise<void>;
  test(person: PersonPrincipal, subscriptionId: string): Promise<PushTest>;
  rotateSecret(person: PersonPrincipal, subscriptionId: string): Promise<IssuedPushSecret>;
  /** One letter, or without `letterId` the newest page of them. */
  replay(
    person: PersonPrincipal,
    subscriptionId: string,
    letterId?: string,
  ): Promise<{ readonly delivered: number; readonly failed: number }>;
}
