import type { ProviderId } from '@sinau/kernel';
import type { ExternalCourse, ExternalEnrolment, ExternalLearner } from '@sinau/rostering';
import type { Connection, ConnectionId } from './connection.ts';
import type { SentResult } from './results/take-many.ts';
import type { StartSettings } from './start-settings.ts';

/** One thing that a connection has to be able to do, and whether it can. */
export interface Capability {
  readonly name: 'sign-in' | 'catalogue' | 'enrolment' | 'results';
  /** `not-offered`: providers of this kind have no such thing, so that nobody can be asked to open it. */
  readonly state: 'works' | 'missing' | 'failed' | 'not-offered';
  /** What is missing, as the administrator over there calls it: names of functions or scopes. */
  readonly missing?: readonly string[];
  /** Machine-readable reason of a failure. */
  readonly reason?: AdapterFailureReason;
}

export const adapterFailureReasons = [
  // Of the way there.
  'address-forbidden',
  'unreachable',
  'timeout',
  'tls',
  // Of the answer.
  // Something answers, but no service of this kind: another address, or another program.
  'other-service',
  'unauthorised',
  'not-permitted',
  'function-missing',
  'throttled',
  'broken-answer',
  // More than is read at once.
  'too-large',
  'server-error',
  'learner-unknown',
  'course-unknown',
  'full',
  'refused',
  // Of what we ask: a setting here or there does not fit, and nobody in particular is meant.
  'not-accepted',
  // Done as it seems, and not to be seen.
  'unconfirmed',
  // Of ours: nothing was asked, since the provider fails.
  'circuit-open',
] as const;
export type AdapterFailureReason = (typeof adapterFailureReasons)[number];

/** What went wrong at a provider. Never holds a secret, an SQL text or a person. */
export class AdapterFailure extends Error {
  readonly reason: AdapterFailureReason;
  /** True: the same request may succeed later. */
  readonly passing: boolean;

  constructor(reason: AdapterFailureReason, options: ErrorOptions & { readonly passing: boolean }) {
    super(reason, options);
    this.name = 'AdapterFailure';
    this.reason = reason;
    this.passing = options.passing;
  }
}

/** Nothing was asked: the provider is left alone since it failed, or refused us, for a reason. */
export class CircuitOpen extends AdapterFailure {
  readonly because: AdapterFailureReason | undefined;

  constructor(because: AdapterFailureReason | undefined) {
    super('circuit-open', { passing: true });
    this.name = 'CircuitOpen';
    this.because = because;
  }
}

/** The provider took the enrolment without an error and does not show it: the learner may be enrolled there. */
export class EnrolmentUnconfirmed extends AdapterFailure {
  readonly externalLearnerId: string;

  constructor(externalLearnerId: string, options: ErrorOptions = {}) {
    super('unconfirmed', { ...options, passing: true });
    this.name = 'EnrolmentUnconfirmed';
    this.externalLearnerId = externalLearnerId;
  }
}

/** The provider does not take this learner, and has said why in a sentence for people. */
export class EnrolmentRefused extends AdapterFailure {
  /** One line of plain text, at most 300 characters. */
  readonly said: string;

  constructor(said: string) {
    super('refused', { passing: false });
    this.name = 'EnrolmentRefused';
    this.said = said;
  }
}

export type EnrolAnswer =
  | { readonly externalLearnerId: string; readonly outcome: 'enrolled' | 'was-enrolled' }
  /** Nothing was written: this account may be the learner's, and only a person can say so (an e-mail address is no identity). */
  | { readonly proposedAccount: string; readonly outcome: 'account-proposed' };

/**
 * A provider, whatever it speaks. Every method rejects with `AdapterFailure`. Lists are read piece by piece, so that ten
 * thousand courses never lie in memory at once; a list that breaks off rejects and never ends as if it were whole.
 */
export interface ProviderAdapter {
  test(): Promise<readonly Capability[]>;
  /** Every course, or those changed since `cursor` where the provider has one. */
  readCourses(cursor?: string): AsyncIterable<ExternalCourse>;
  /** Where reading changes may begin after the list that was read last; absent where the provider has no cursor. */
  cursorAfter?(): string | undefined;
  /**
   * Enrols a learner, by the account that somebody has confirmed to be theirs where there is one. Asking twice with one key is harmless: the adapter looks before it writes where the provider has no
   * key of its own.
   */
  enrol(request: {
    readonly idempotencyKey: string;
    readonly externalCourseId: string;
    readonly learner: ExternalLearner;
    /** As the provider calls it. */
    readonly account?: string;
  }): Promise<EnrolAnswer>;
  /** How the provider's own tool calls the account that it makes of a learner at the first launch; absent where that cannot be known. */
  launchedAccountOf?(subject: string): string;
  /** What an account is called that is named after our pseudonym; absent where none is. */
  namedAccountOf?(subject: string): string;
  /** Ends an enrolment; harmless when there is none. */
  unenrol(request: { readonly externalCourseId: string; readonly externalLearnerId: string }): Promise<void>;
  readEnrolments(externalCourseId: string): AsyncIterable<ExternalEnrolment>;
  /**
   * What the list of enrolments that was sent last can say of one course. Undefined: no list was sent, or it says nothing of the course. Absent:
   * nothing is sent in lists; whoever is asked answers whole and as of now.
   */
  rosterSent?(externalCourseId: string): Promise<RosterSent | undefined>;
  readResults(request: {
    readonly externalCourseId: string;
    readonly learners: readonly { readonly externalLearnerId: string }[];
  }): AsyncIterable<SentResult>;
}

/** A list of enrolments that the provider has sent. */
export interface RosterSent {
  /** ISO 8601 UTC: it knows nothing of what happened here later. */
  readonly at: string;
  /** It names everybody who is in the course; else it says nothing of those whom it does not name. */
  readonly isWhole: boolean;
}

/** Makes the adapter of a connection; its secrets are opened here and nowhere else. */
export interface AdapterPort {
  adapterOf(connection: Connection): Promise<ProviderAdapter>;
}

/**
 * Connections of providers. Reads see every write that was answered before, but for `listDue` and `listAll`, which may lag
 * by a moment. Every method rejects with `Unavailable` when the store does not answer.
 */
export interface ConnectionStore {
  /** Stores a new one; its id is fresh. */
  create(connection: Connection): Promise<void>;
  find(connectionId: ConnectionId): Promise<Connection | undefined>;
  /** Oldest first. */
  listOfProvider(providerId: ProviderId): Promise<readonly Connection[]>;
  /** Of all providers, in the order of their providers. */
  listAll(): Promise<readonly Connection[]>;
  /** Active ones of which something may run at `now`, longest due first, at most `limit`. */
  listDue(now: string, limit: number): Promise<readonly Connection[]>;
  /**
   * Replaces what is stored by what `change` makes of it, when nobody wrote in between; else reads and asks again. `change`
   * has no effects of its own; undefined leaves everything as it is, and what it throws is thrown. Undefined for an absent
   * connection; id and provider stay.
   */
  update(
    connectionId: ConnectionId,
    change: (connection: Connection) => Connection | undefined,
  ): Promise<Connection | undefined>;
  /** With its secrets and everything this store keeps beside it; does nothing for an absent one. */
  delete(connection: Pick<Connection, 'connectionId' | 'providerId'>): Promise<void>;
}

/** Whether something may be sent to an address: https, and to the public internet (case F3). */
export interface AddressPort {
  mayUse(url: string): Promise<boolean>;
}

/** Tools of providers (LTI). */
export interface StartToolPort {
  /** Whether courses of this provider may start in that tool and deployment now. */
  mayStart(providerId: ProviderId, start: StartSettings): Promise<boolean>;
}

/** Learners who still need a connection. */
export interface OpenEnrolments {
  /** Learners who take a course that this connection speaks of, or whose enrolment is on its way through it; up to 1,000. */
  count(connectionId: ConnectionId): Promise<number>;
}
