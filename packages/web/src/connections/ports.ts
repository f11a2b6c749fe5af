import type { PersonPrincipal } from '@sinau/kernel';
import type { CompletionRule } from '../studio/module-ports.ts';

export const connectionKinds = [
  'moodle',
  'oneroster',
  'oneroster-csv',
  'openedx',
  'schema-org',
  'file',
  'webhook',
  'xapi',
] as const;
export type ConnectionKindName = (typeof connectionKinds)[number];

/** Kinds whose catalogue can be asked for. */
export const askedKinds = [
  'moodle',
  'oneroster',
  'openedx',
  'schema-org',
] as const satisfies readonly ConnectionKindName[];
export type AskedKind = (typeof askedKinds)[number];

/** Kinds that know learners of ours, and what they have reached. */
export const learnerKinds: readonly ConnectionKindName[] = [
  'moodle',
  'oneroster',
  'oneroster-csv',
  'openedx',
  'file',
  'webhook',
  'xapi',
];

/** Kinds that are opened with a secret of the provider. */
export const secretKinds = [
  'moodle',
  'oneroster',
  'openedx',
] as const satisfies readonly ConnectionKindName[];
export type OpenedKind = (typeof secretKinds)[number];

/** Kinds that send results by themselves, and nothing else. */
export const sendingKinds: readonly ConnectionKindName[] = ['webhook', 'xapi'];

export type ProviderFailure =
  | 'address-forbidden'
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'unauthorised'
  | 'not-permitted'
  | 'function-missing'
  | 'throttled'
  | 'broken-answer'
  | 'too-large'
  | 'server-error'
  | 'learner-unknown'
  | 'course-unknown'
  | 'full'
  | 'refused'
  | 'not-accepted'
  | 'unconfirmed'
  | 'other-service'
  | 'circuit-open';

/** Why an enrolment at a provider waits, or is over. */
export type ProviderEnrolmentReason =
  | 'unreachable'
  | 'connection-broken'
  | 'busy'
  | 'paused'
  | 'full'
  | 'account-missing'
  | 'account-unconfirmed'
  | 'earlier-leaving'
  | 'unconfirmed'
  | 'course-missing'
  | 'refused-by-provider'
  | 'connection-ending'
  | 'too-late'
  | 'left'
  | 'handed-over'
  | 'not-undone';

export interface ConnectionSchedule {
  readonly syncHour?: number;
  readonly pollMinutes?: number;
  readonly reconcileHour?: number;
}

/** How accounts of learners begin at a Moodle, and what of it is shared. */
export interface MoodleAccounts {
  readonly createsLearners: boolean;
  readonly auth: string;
  readonly learnerRoleId: number;
  /** Absent: every course that our account may enter. */
  readonly sharedCategories?: readonly number[];
}

/** Which courses and learners the statements of an LMS are about. */
export interface StatementSettings {
  /** Id of a connection to the same LMS. */
  readonly beside?: string;
  readonly courses?: readonly { readonly externalCourseId: string; readonly courseId: string }[];
}

/** How Sinau signs in to an Open edX site, and finds learners there. */
export interface OpenEdxClient {
  readonly clientId: string;
  readonly learnersBy: 'pseudonym' | 'email';
  readonly mode: string;
  readonly catalogueUrl?: string;
}

/** A tool in which courses of a catalogue start. */
export interface CourseStart {
  readonly clientId: string;
  readonly deploymentId: string;
  /** Custom parameter that holds the course's id there; absent: the tool is asked for its address. */
  readonly parameter?: string;
}

/** A tool of the provider that is in use, at one of its places. */
export interface StartTool extends Pick<CourseStart, 'clientId' | 'deploymentId'> {
  readonly name: string;
}

export interface ConnectionSettings {
  readonly name: string;
  readonly baseUrl?: string;
  readonly contactEmail: string;
  readonly acceptance: 'person' | 'all';
  readonly schedule: ConnectionSchedule;
  /** What is set about comparisons; days. */
  readonly reconciliation?: { readonly agedAfterDays?: number; readonly silentAfterDays?: number };
  /** Of a Moodle. */
  readonly moodle?: MoodleAccounts;
  /** Of an LMS that sends statements. */
  readonly xapi?: StatementSettings;
  /** Of a server of OneRoster: how we sign in there. */
  readonly oneRoster?: { readonly tokenUrl: string; readonly clientId: string };
  /** Of an Open edX site. */
  readonly openedx?: OpenEdxClient;
  /** Where its courses start; absent: on their pages. */
  readonly start?: CourseStart;
  /** What counts as done of courses that are accepted from now on; absent: what the kind can say. */
  readonly completion?: CompletionRule;
  /** Absent when it stays or is made for it. */
  readonly secret?: string;
}

export type RunKind = 'check-health' | 'sync' | 'poll-results' | 'reconcile';

/** Work that comes again by itself: how it went, and when it comes. */
export interface ConnectionRun {
  readonly kind: RunKind;
  readonly nextAt?: string;
  readonly lastAt?: string;
  readonly lastOutcome?: 'done' | 'failed';
  readonly lastReason?: ProviderFailure;
}

/** What opens a connection is never part of this. */
export interface ConnectionView extends Omit<ConnectionSettings, 'secret'> {
  readonly connectionId: string;
  readonly kind: ConnectionKindName;
  readonly state: 'active' | 'paused' | 'removing';
  /** Counts changes; sent back with one, so that two people do not undo each other. */
  readonly rev: number;
  readonly createdAt: string;
  /** Where the system of the provider sends results; of a webhook. */
  readonly resultsUrl?: string;
  readonly runs: readonly ConnectionRun[];
  /** Where its LMS sends statements. */
  readonly statementsUrl?: string;
  readonly health: ConnectionHealth;
}

/** When a provider last did one kind of thing for us, and when it last failed to. */
export interface CapabilityHealth {
  readonly successAt?: string;
  readonly failureAt?: string;
  readonly reason?: ProviderFailure;
}

export interface ConnectionHealth {
  /** In one word. `disturbed`: it works, and something failed. */
  readonly light: 'unknown' | 'works' | 'disturbed' | 'down';
  /** Present while the provider is left alone. */
  readonly away?: { readonly since: string; readonly nextTryAt: string; readonly reason?: ProviderFailure };
  readonly last: Readonly<Partial<Record<ConnectionCapability['name'], CapabilityHealth>>>;
  /** Calls of seven days. `spent`: share of the failures that are allowed; 1 is all of them. */
  readonly budget: { readonly ok: number; readonly failed: number; readonly spent?: number };
  /** Statements so far; `others` said no result. */
  readonly statements?: { readonly results: number; readonly others: number };
  /** Mismatches that nobody has dealt with for more than three days, and since when the oldest is known. */
  readonly aged?: { readonly count: number; readonly since: string };
  /** Work that failed for good and waits for somebody. */
  readonly letters: { readonly count: number; readonly atLeast: boolean };
}

export const workKinds = [
  'check-health',
  'sync',
  'poll-results',
  'reconcile',
  'enrol',
  'unenrol',
  'accept-many',
  'take-table',
  'repair',
  'take-package',
  'send-score',
  'siasn',
  'seal',
  'check-tool',
  'wake-enrolments',
] as const;

export interface ConnectionLetter {
  readonly letterId: string;
  readonly kind: (typeof workKinds)[number];
  /** Ids of what it was about, as people on both sides can look them up. */
  readonly about: readonly string[];
  readonly at: string;
  readonly reason: ProviderFailure;
  readonly tries: number;
  readonly replays: number;
}

export interface LetterPage {
  readonly letters: readonly ConnectionLetter[];
  /** For the next page. */
  readonly next?: string;
}

/** Of any provider, for operators. */
export interface ProviderConnection extends ConnectionView {
  readonly provider: string;
}

export interface ConnectionCapability {
  readonly name: 'sign-in' | 'catalogue' | 'enrolment' | 'results';
  /** `not-offered`: no provider of this kind has it. */
  readonly state: 'works' | 'missing' | 'failed' | 'not-offered';
  /** Names of functions or scopes, as the administrator over there calls them. */
  readonly missing?: readonly string[];
  readonly reason?: ProviderFailure;
}

export interface ConnectionTestView {
  readonly capabilities: readonly ConnectionCapability[];
  /** Why it could not be asked at all. */
  readonly reason?: ProviderFailure;
  readonly milliseconds: number;
}

/** Everything here is of the provider that the person writes for, or of any when they are an operator. */
export interface ConnectionsPorts {
  /** Tools of the person's provider that are in use, at each of their places. */
  startToolsOf(person: PersonPrincipal): Promise<readonly StartTool[]>;
  connectionsOf(person: PersonPrincipal): Promise<readonly ConnectionView[]>;
  connectionOf(person: PersonPrincipal, connectionId: string): Promise<ConnectionView>;
  /** `secret`: of a kind whose secret is made here, to be shown once. */
  create(
    person: PersonPrincipal,
    settings: ConnectionSettings & { readonly kind: ConnectionKindName },
  ): Promise<{ readonly connectionId: string; readonly secret?: string }>;
  change(
    person: PersonPrincipal,
    connectionId: string,
    settings: ConnectionSettings & { readonly rev: number },
  ): Promise<void>;
  pause(person: PersonPrincipal, connectionId: string): Promise<void>;
  resume(person: PersonPrincipal, connectionId: string): Promise<void>;
  /** `removing`: it waits for its last learner. */
  remove(person: PersonPrincipal, connectionId: string): Promise<'removed' | 'removing'>;
  lettersOf(person: PersonPrincipal, connectionId: string, page?: string): Promise<LetterPage>;
  /** One letter, or without `letterId` the newest of them. */
  replay(
    person: PersonPrincipal,
    connectionId: string,
    letterId?: string,
  ): Promise<{ readonly replayed: number; readonly more: boolean }>;
  discard(person: PersonPrincipal, connectionId: string, letterId: string): Promise<void>;
  /** For operators. */
  all(person: PersonPrincipal): Promise<readonly ProviderConnection[]>;
  test(person: PersonPrincipal, connectionId: string): Promise<ConnectionTestView>;
  /** `secret`: given where the provider makes it, answered where it is made here. */
  rotateSecret(
    person: PersonPrincipal,
    connectionId: string,
    secret?: string,
  ): Promise<{ readonly secret?: string }>;
}
