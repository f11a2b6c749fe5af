import { type Brand, isUuid, oneLine } from '@sinau/kernel';
import * as z from 'zod';
import type { OwnerId } from './owner.ts';

export type SubscriptionId = Brand<'SubscriptionId'>;

/** A record store of an agency, which is sent statements. */
export interface LrsReceiver {
  readonly kind: 'lrs';
  /** Above `statements`, e.g. `https://lrs.agency.example/xapi/`. */
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

/** An address that is sent signed messages (Standard Webhooks 1.0). */
export interface WebhookReceiver {
  readonly kind: 'webhook';
  readonly url: string;
  /** `thin`: ids only; the receiver fetches what it wants to see. */
  readonly payload: 'full' | 'thin';
  readonly events: readonly WebhookEvent[];
}

/** What agencies choose among. */
export const recordEvents = ['records.statement', 'records.void'] as const;
/** What providers choose among. */
export const providerEvents = ['course.published', 'enrolment.completed', 'package.import-finished'] as const;
export type ProviderEvent = (typeof providerEvents)[number];
export const webhookEvents = [...recordEvents, ...providerEvents] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export type Receiver = LrsReceiver | WebhookReceiver;

/** Which statements are wanted; an empty list means all. Voids always are: a receiver cannot know what they concern. */
export interface Filter {
  /** IRIs of verbs. */
  readonly verbs: readonly string[];
  /** IRIs of activities: the object, or above it as parent or grouping. */
  readonly activities: readonly string[];
}

/** What opens the receiver; only ever stored sealed. */
export interface Secrets {
  /** Password of Basic, client secret of OAuth, or `whsec_…` of a webhook. */
  readonly current: string;
  /** The webhook secret before, while both are signed with. */
  readonly previous?: { readonly secret: string; readonly until: string };
}

export const failureReasons = [
  // Of the way to the receiver.
  'address-invalid',
  'address-forbidden',
  'name-unknown',
  'refused',
  'tls',
  'timeout',
  'broken',
  // Of its answer.
  'unauthorised',
  'not-found',
  'redirect',
  'busy',
  'server-error',
  'rejected',
  'conflict',
  'too-large',
  'gone',
  // Of what was to be sent.
  'everything-rejected',
  'missing',
] as const;
export type FailureReason = (typeof failureReasons)[number];

export interface Failure {
  readonly at: string;
  readonly reason: FailureReason;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
}

/** One try of one event; delivered when there is no reason. */
export interface RecentTry {
  readonly at: string;
  readonly type: ProviderEvent;
  readonly id: string;
  readonly reason?: FailureReason;
  readonly status?: number;
}

/** How far every lane of the feed was sent, in the words of whoever keeps the feed; empty for its beginning. */
export type Places = string;

/** How far a subscription got; written by the run that holds the lease. */
export interface Progress {
  readonly places: Places;
  /** Keys of settled lines behind the places. */
  readonly settled: readonly string[];
  /** Failures of single lines while the receiver took others, by key. */
  readonly strikes: Readonly<Record<string, number>>;
  /** The last tries of events, the newest last; of providers alone. */
  readonly recent?: readonly RecentTry[];
  /** Lines delivered since the beginning. */
  readonly delivered: number;
  /** Lines in a row that the receiver refused. */
  readonly refusedInRow: number;
  /** Runs in a row that failed. */
  readonly failures: number;
  /** Since when; present while `failures` > 0. */
  readonly failingSince?: string;
  readonly lastSuccessAt?: string;
  readonly lastFailure?: Failure;
}

export const freshProgress: Progress = {
  places: '',
  settled: [],
  strikes: {},
  delivered: 0,
  refusedInRow: 0,
  failures: 0,
};

export interface Subscription {
  readonly subscriptionId: SubscriptionId;
  readonly ownerId: OwnerId;
  readonly name: string;
  readonly receiver: Receiver;
  readonly filter: Filter;
  readonly state: 'active' | 'paused' | 'disabled';
  /** Present when `disabled`. */
  readonly disabledBecause?: 'gone' | 'failing';
  /** ISO 8601 UTC, as all times here. */
  readonly stateChangedAt: string;
  /** `Secrets` as JSON, sealed for owner and subscription. */
  readonly sealedSecrets: string;
  readonly createdAt: string;
  /** The person or client who made it or changed it last; people are told when it is turned off. */
  readonly changedBy: string;
  /** Counts changes of the settings. */
  readonly rev: number;
  readonly progress: Progress;
  /** When the next run may begin. */
  readonly dueAt: string;
}

/** Which subscription, of whom; the owner comes from whoever asks. */
export interface SubscriptionRef {
  readonly ownerId: OwnerId;
  readonly subscriptionId: SubscriptionId;
}

export const subscriptionIdSchema = z.custom<SubscriptionId>(
  (value) => typeof value === 'string' && isUuid(value) && value === value.toLowerCase(),
);

/** The queue's message: this subscription has lines to send. */
export const pushMessageSchema = z.object({
  ownerId: z.custom<OwnerId>((value) => typeof value === 'string' && value !== ''),
  subscriptionId: subscriptionIdSchema,
});
export type PushMessage = z.infer<typeof pushMessageSchema>;

export const mostSubscriptions = 20;
const mostFilters = 50;
/** OAuth and Basic alike; more would not fit its seal. */
const mostSecretCharacters = 1_000;

const iri = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const url = z.string().trim().min(1).max(2_000);
const secret = z.string().min(1).max(mostSecretCharacters);

const filterSchema = z.strictObject({
  verbs: z.array(iri).max(mostFilters).readonly(),
  activities: z.array(iri).max(mostFilters).readonly(),
});

const lrsSchema = z.strictObject({
  kind: z.literal('lrs'),
  url,
  version: z.enum(['1.0.3', '2.0.0']),
  auth: z.discriminatedUnion('kind', [
    // A colon would end the user name of Basic (RFC 7617).
    z.strictObject({
      kind: z.literal('basic'),
      key: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .regex(/^[^:]*$/),
    }),
    z.strictObject({
      kind: z.literal('oauth'),
      tokenUrl: url,
      clientId: z.string().trim().min(1).max(500),
      scope: z.string().trim().min(1).max(500).exactOptional(),
    }),
  ]),
});

const webhookSchema = z.strictObject({
  kind: z.literal('webhook'),
  url,
  payload: z.enum(['full', 'thin']),
  events: z.array(z.enum(webhookEvents)).min(1).readonly(),
});

const settings = {
  name: z.string().trim().min(2).max(100).regex(oneLine, { message: 'must be one line of text' }),
  receiver: z.discriminatedUnion('kind', [lrsSchema, webhookSchema]),
  filter: filterSchema,
};

/** `secret`: of an LRS only; a webhook's is made here. `from`: whether the records until now are sent too. */
export const createSubscriptionRequestSchema = z.strictObject({
  ...settings,
  secret: secret.exactOptional(),
  from: z.enum(['beginning', 'now']),
});
export type CreateSubscriptionRequest = z.infer<typeof createSubscriptionRequestSchema>;

/** `secret`: absent keeps the one there is. The kind of the receiver stays. */
export const changeSubscriptionRequestSchema = z.strictObject({
  ...settings,
  secret: secret.exactOptional(),
  rev: z.int().positive(),
});
export type ChangeSubscriptionRequest = z.infer<typeof changeSubscriptionRequestSchema>;
