import type { PersonId, ProviderId } from '@sinau/kernel';
import type { ExternalLearner } from '@sinau/rostering';
import type { Connection, ConnectionId } from '../connection.ts';
import type { AdapterPort } from '../ports.ts';
import type { EnrolmentSettings, ProviderEnrolment } from './provider-enrolment.ts';

/** One change of one provider enrolment. */
export interface ProviderEnrolmentMove {
  /** As it was read; absent: it is new. */
  readonly before?: ProviderEnrolment;
  /** Its `rev` is one more. */
  readonly after: ProviderEnrolment;
  /**
   * A person has one place in a course of a provider, whatever the number of registrations. `take`: it belongs to this one
   * from now on. `free`: it belongs to this one no more; another's stays another's.
   */
  readonly place?: 'take' | 'free';
  /** The confirmed one whose place goes over with `take`; it is `cancelled` with that. */
  readonly heir?: { readonly before: ProviderEnrolment; readonly after: ProviderEnrolment };
}

export const providerEnrolmentGroups = ['open', 'confirmed', 'done', 'over'] as const;
/** `open`: something is still to be done. `confirmed`: enrolled and learning. `done`: enrolled, and has done the course. */
export type ProviderEnrolmentGroup = (typeof providerEnrolmentGroups)[number];

/**
 * Enrolments at providers, kept for good. Reads see every write that was answered before, but for lists, which may lag by
 * about a second. Every method rejects with `Unavailable` when the store does not answer.
 */
export interface ProviderEnrolmentStore {
  /**
   * Whole or not at all. `changed`: it is no longer as it was read, or is there already. `taken`: another registration has
   * the place that this one was to take.
   */
  move(move: ProviderEnrolmentMove): Promise<'done' | 'changed' | 'taken'>;
  find(registration: string): Promise<ProviderEnrolment | undefined>;
  /** Any number of them, in no particular order; absent ones are left out. */
  findMany(registrations: readonly string[]): Promise<readonly ProviderEnrolment[]>;
  /** The registration that has the person's place. */
  placeOf(personId: PersonId, courseId: string): Promise<string | undefined>;
  /** Something is to be done of these at `now`, longest due first; not of those that were queued a moment ago. */
  listDue(now: string, limit: number): Promise<readonly ProviderEnrolment[]>;
  /** They are in the queue: `listDue` leaves them out until `until` (ISO 8601 UTC), unless they move before. */
  noteQueued(
    enrolments: readonly Pick<ProviderEnrolment, 'registration' | 'rev'>[],
    until: string,
  ): Promise<void>;
  /** Of one connection, the newest first. */
  listOfConnection(
    connectionId: ConnectionId,
    group: ProviderEnrolmentGroup,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly enrolments: readonly ProviderEnrolment[]; readonly next?: string }>;
  /** Of those that are on their way or confirmed and not done, through one connection; counted up to 1,000. */
  countOpen(connectionId: ConnectionId): Promise<number>;
  /** Whose account at a connection is whose, as a person has confirmed. */
  accountOf(connectionId: ConnectionId, personId: PersonId): Promise<string | undefined>;
  /** In place of the one before. `taken`: it was confirmed to be another's, and stays that; names differ by more than their case. */
  keepAccount(account: ConfirmedAccount): Promise<'kept' | 'taken'>;
  /** Undefined where nobody has set any. */
  settingsOf(connectionId: ConnectionId): Promise<EnrolmentSettings | undefined>;
  saveSettings(connectionId: ConnectionId, settings: EnrolmentSettings): Promise<void>;
}

export interface ConfirmedAccount {
  readonly connectionId: ConnectionId;
  readonly personId: PersonId;
  /** As the provider calls it. */
  readonly account: string;
  /** Person who has confirmed it, and when. */
  readonly by: string;
  readonly at: string;
}

/** The catalogue: where a course is taken. */
export interface CourseSources {
  /** Undefined for a course that no connection has brought. */
  externalCourseOf(
    courseId: string,
  ): Promise<{ readonly connectionId: ConnectionId; readonly externalId: string } | undefined>;
}

/** Enrolment, as far as the way to providers needs it. Read strongly: it is what counts. */
export interface LearnerEnrolments {
  /** `open`: the course is open to the person or done. `over`: ended here. `pending`: not granted yet. */
  stateOf(registration: string): Promise<'pending' | 'open' | 'over' | 'absent'>;
  /** The course is done, and nobody has taken that back. */
  isDone(registration: string): Promise<boolean>;
}

/** What is told of a learner, by the agreement that is in force now; noted before it leaves, the pseudonym with the asking. */
export interface LearnerDisclosure {
  discloseForEnrolment(providerId: ProviderId, personId: PersonId): Promise<ExternalLearner>;
  /** The pseudonym alone. */
  subjectOf(providerId: ProviderId, personId: PersonId): Promise<string>;
}

export interface ConnectionReader {
  find(connectionId: ConnectionId): Promise<Connection | undefined>;
}

export interface SagaDeps {
  readonly adapters: AdapterPort;
  readonly providerEnrolments: ProviderEnrolmentStore;
  readonly learners: LearnerEnrolments;
  readonly disclosure: LearnerDisclosure;
  readonly connections: ConnectionReader;
  readonly clock: { now(): Date };
  /** Uniform in [0, 1). */
  readonly random: () => number;
}
