import type { CourseStructure } from '@sinau/cmi5';
import type { AtomicCompanion, PersonId } from '@sinau/kernel';
import type { CompletionRule } from '@sinau/rostering';
import type { Account, Agent, Statement } from '@sinau/xapi';
import type { GuestRegistration } from './guest.ts';
import type { DeliveryRegistration } from './registration.ts';

/** Who may take which course; the enrolment domain answers. */
export interface EntitlementPort {
  /** The enrolment behind a registration, in any state; undefined when there is none. */
  find(registration: string): Promise<Entitlement | undefined>;
}

export interface Entitlement {
  /** Absent for a guest, whom `actor` names. */
  readonly personId?: PersonId;
  /** How the learner is named in xAPI. @default the account of the person */
  readonly actor?: Account;
  readonly courseId: string;
  /** Version of the course that this learner takes. */
  readonly version: number;
  readonly trial?: true;
  /** Who tries the version; another system may ask for them. */
  readonly triedBy?: PersonId;
  /** False once the enrolment was cancelled. */
  readonly open: boolean;
}

/** Published courses; the catalogue answers. What is published never changes. */
export interface CourseContentPort {
  /** Undefined when the version does not exist. */
  find(courseId: string, version: number): Promise<CourseContent | undefined>;
}

export interface CourseContent {
  readonly structure: CourseStructure;
  /** What the catalogue knows of each AU beside the structure, by AU index. */
  readonly parts: readonly PartContent[];
}

export interface PartContent {
  /** The module of the course that holds the AU. */
  readonly moduleId: string;
  readonly kind: PartKind;
  /** Host label of the origin that serves its files, 32 hex digits. */
  readonly originHash: string;
  /** Indexes of AUs that must be done before this one may be launched. */
  readonly after: readonly number[];
  /** SCORM: a lower status of the package takes the place of the one that was reached. @default false */
  readonly statusMayFall?: boolean;
  /** Of kinds that another system shows: which of its results count as done. */
  readonly completion?: CompletionRule;
}

/** How a part is delivered: as its package says, or by a page of ours on its content origin. */
export type PartKind =
  | 'cmi5'
  | 'scorm12'
  | 'scorm2004'
  | 'video'
  | 'audio'
  | 'document'
  | 'article'
  | 'link'
  | 'tincan'
  | 'quiz'
  | 'lti'
  | 'external';

/** How a person is named in xAPI: an account of this deployment, never NIP, e-mail or name (cmi5 8.1.3). */
export interface ActorPort {
  accountOf(personId: PersonId): Account;
}

/** The record store, with the authority of the LMS. */
export interface RecordWriter<Attachment = never> {
  /**
   * Stores all statements, in this order, and the writes of the companion, or nothing at all. A statement that is
   * already there with the same content is passed over. `companion-refused`: a condition of the companion did not
   * hold and nothing was written. Rejects with the record store's own refusals (another statement under the same id,
   * size, attachments) and with `Unavailable`.
   * @param input.describing prefix of activity ids, for statements of content: what they say about activities counts
   * for these, and elsewhere for what nobody else has described. @default all of it counts
   */
  write(input: {
    readonly statements: readonly Statement[];
    readonly describing?: string;
    readonly attachments?: readonly Attachment[];
    /** True: to the sandbox. */
    readonly trial?: boolean;
    readonly companion?: AtomicCompanion;
  }): Promise<'stored' | 'companion-refused'>;
}

/** Documents the LMS itself keeps in the record store. */
export interface DocumentWriter {
  /** Replaces the State document `LMS.LaunchData` (JSON) of activity, agent and registration. */
  putLaunchData(input: {
    readonly activityId: string;
    readonly agent: Agent;
    readonly registration: string;
    readonly document: object;
    readonly trial?: boolean;
  }): Promise<void>;
  /**
   * Creates the Agent Profile document `cmi5LearnerPreferences` (JSON). One that exists stays, unless it differs in the
   * order of its languages alone: then the learner reads the portal in another one now.
   */
  createPreferences(input: {
    readonly agent: Agent;
    readonly document: object;
    readonly trial?: boolean;
  }): Promise<void>;
}

/** Registrations, kept for good. Reads see every write that was answered before. */
export interface RegistrationStore {
  read(registration: string): Promise<DeliveryRegistration | undefined>;
  /** Writes `next` (with `rev` one higher) if the stored one still has `rev` `next.rev`, or none exists and it is 0. */
  save(next: DeliveryRegistration): Promise<'saved' | 'conflict'>;
  /** `save` together with the writes of another context, or neither; `conflict` when a condition of either failed. */
  saveWith(next: DeliveryRegistration, companion: AtomicCompanion): Promise<'saved' | 'conflict'>;
  /** Holds while the row has the `rev` that was read, or is absent with `rev` 0; writes nothing. */
  unchanged(read: Pick<DeliveryRegistration, 'registration' | 'rev'>): AtomicCompanion;
  /** The write of `save`, to be committed together with statements. */
  saving(next: DeliveryRegistration): AtomicCompanion;
  /**
   * Notes the arrival of a statement that changes nothing else, provided that this session is still open. Many of them
   * may run side by side: `rev` stays.
   */
  touching(input: {
    readonly registration: string;
    readonly sessionId: string;
    readonly at: string;
  }): AtomicCompanion;
}

/** Registrations of learners whom other systems name. Reads see every write that was answered before. */
export interface GuestStore {
  find(registration: string): Promise<GuestRegistration | undefined>;
  /** `exists`: somebody was faster, and nothing was written. */
  add(guest: GuestRegistration): Promise<'added' | 'exists'>;
}

/** Signs what lets a browser into the origin of one package version. */
export interface ContentTicketPort {
  /** `expiresAt`: epoch seconds. */
  issue(input: {
    readonly originHash: string;
    readonly registration: string;
    readonly expiresAt: number;
  }): string;
}

/** Addresses of this deployment. */
export interface DeliveryAddresses {
  /** Origin of the portal, e.g. `https://sinau.example`; no trailing slash. */
  readonly portalOrigin: string;
  /** Prefix of the activity ids the LMS makes, an absolute IRI without trailing slash; never to change. */
  readonly activityBase: string;
  /** Origin that serves the files of one package version; no trailing slash. */
  contentOriginOf(originHash: string): string;
}
