import type { LanguageMap, PersonId, ProviderId, Tenant } from '@sinau/kernel';
import type { AccountLink } from './account-link.ts';
import type { Attempt, Placement } from './placement.ts';
import type { ForeignPlatform, ForeignPlatformId } from './platform.ts';
import type { RegistrationTicket } from './registration-ticket.ts';
import type { ToolVisit } from './visit.ts';

/** Every method of a store rejects with `Unavailable` when it does not answer. Reads by key see every write that was answered before. */
export interface ForeignPlatformStore {
  find(platformId: ForeignPlatformId): Promise<ForeignPlatform | undefined>;
  /** One client of an issuer; both compared as strings. */
  findAt(issuer: string, clientId: string): Promise<ForeignPlatform | undefined>;
  /** All clients of an issuer, at most 100; `findAt` is for those that say which one they are. */
  listAt(issuer: string): Promise<readonly ForeignPlatform[]>;
  /** Oldest first; may be behind by a moment. */
  listOf(owner: Tenant): Promise<readonly ForeignPlatform[]>;
  /** `taken`: this client is registered already, by whomever, at this issuer or at one of its authorities (`authoritiesOf`). */
  add(platform: ForeignPlatform): Promise<'added' | 'taken'>;
  /** `platform.rev`: the one that was read; it is written as the next one. Owner, issuer and client stay what they are. */
  change(platform: ForeignPlatform): Promise<'changed' | 'stale'>;
  /** Its id never comes again, so that links and placements of it are dead. */
  remove(platform: ForeignPlatform): Promise<'removed' | 'stale'>;
  /** Counts a launch; leaves `rev` alone. */
  noteLaunch(platformId: ForeignPlatformId, at: string): Promise<void>;
  /** Undefined before the first one. */
  launchesOf(platformId: ForeignPlatformId): Promise<LaunchCount | undefined>;
}

export interface LaunchCount {
  readonly launches: number;
  readonly lastAt: string;
}

export interface AccountLinkStore {
  find(platformId: ForeignPlatformId, subject: string): Promise<AccountLink | undefined>;
  /** `taken`: the subject is linked already, to whomever; nothing was written. */
  add(link: AccountLink): Promise<'added' | 'taken'>;
  /** Those of a person, oldest first; may be behind by a moment. */
  listOf(personId: PersonId): Promise<readonly AccountLink[]>;
  /** Only while it is this person's; absent is as good as removed. */
  remove(link: Pick<AccountLink, 'platformId' | 'subject' | 'personId'>): Promise<void>;
}

export interface PlacementStore {
  find(platformId: ForeignPlatformId, placementId: string): Promise<Placement | undefined>;
  /** Adds it, or says anew what it is. */
  put(placement: Placement): Promise<void>;
  /** Of one platform, at most 200, in no order. */
  listOf(platformId: ForeignPlatformId): Promise<readonly Placement[]>;
}

export interface AttemptStore {
  /** Adds it, or notes the launch of one that is there. */
  note(attempt: Attempt): Promise<void>;
  /** All of one registration, in no order: where its score goes. */
  listAt(registration: string): Promise<readonly Attempt[]>;
  /** Those of a person, at most 200; may be behind by a moment. */
  listOf(personId: PersonId): Promise<readonly Attempt[]>;
  remove(attempt: Pick<Attempt, 'registration' | 'platformId' | 'placementId' | 'subject'>): Promise<void>;
}

/** Signs what we say to platforms: assertions and answers of deep linking. */
export interface ToolSigner {
  /** A compact JWS by the current key of the tool, RS256, its `kid` in the header. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Tickets of registration by their digest. */
export interface RegistrationTicketStore {
  add(ticket: RegistrationTicket): Promise<void>;
  find(ticketHash: string): Promise<RegistrationTicket | undefined>;
  /** For one who registers now; `spent`: somebody has it, or has used it. */
  take(ticketHash: string): Promise<'taken' | 'spent'>;
  /** Nothing was registered: it may be taken again. */
  giveBack(ticketHash: string): Promise<void>;
  /** Writes the platform and that the ticket is used, both or neither; `taken`: issuer and client are registered already. */
  spend(ticketHash: string, platform: ForeignPlatform): Promise<'registered' | 'taken'>;
}

export interface ToolVisitStore {
  add(visit: ToolVisit): Promise<void>;
  find(visitId: string): Promise<ToolVisit | undefined>;
  /** Of two that take the same step at once, one moves it. */
  move(visit: ToolVisit, from: ToolVisit['state']): Promise<'moved' | 'elsewhere'>;
}

/** Signatures of platforms, by the key sets at their addresses. */
export interface PlatformSignatures {
  /**
   * The claims of a JWT that a key of this platform has signed by RS256; undefined for anything else. Whether it is meant for us, and for now,
   * is for the caller to ask. Rejects with `Unavailable` for keys that cannot be had now.
   */
  verify(
    platform: Pick<ForeignPlatform, 'jwksUri'>,
    jwt: string,
  ): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** Addresses that others give. */
export interface AddressCheck {
  /** Why this address is not for a platform; undefined when it is. Asks for the name (case F3). */
  refusal(address: string): Promise<'invalid' | 'forbidden' | 'unknown' | undefined>;
}

/** What a learning system answers while it is registered. Both reject with `RegistrationFailed`. */
export interface RegistrationDoor {
  /** JSON at this address. */
  read(address: string): Promise<unknown>;
  register(
    address: string,
    request: { readonly metadata: Readonly<Record<string, unknown>>; readonly token?: string },
  ): Promise<unknown>;
}

/** Courses, as the catalogue knows them. */
export interface ToolCoursePort {
  /** Undefined when there is none, or it was deleted. */
  find(courseId: string): Promise<ToolCourse | undefined>;
  /** Published ones, the best first; of every provider when none is named. */
  search(asked: {
    readonly words: string;
    readonly limit: number;
    readonly providerId?: ProviderId;
  }): Promise<readonly ToolCourse[]>;
}

export interface ToolCourse {
  readonly courseId: string;
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  readonly text?: LanguageMap;
  readonly published: boolean;
}

/** Takes a course for a person, as its terms say. */
export interface OpenCoursePort {
  open(asked: { readonly personId: PersonId; readonly courseId: string }): Promise<CourseOpening>;
}

export type CourseOpening =
  | { readonly outcome: 'open'; readonly registration: string }
  | { readonly outcome: 'closed'; readonly because: CourseClosed };

export type CourseClosed =
  /** Somebody has to ask for it, and somebody else to decide. */
  | 'needs-approval'
  | 'needs-invitation'
  /** Was asked for, and is not decided yet. */
  | 'requested'
  /** No free seat now: on the waiting list. */
  | 'waiting'
  | 'not-yet-open'
  | 'enrolment-closed'
  /** A learning path of theirs wants something else to be finished first. */
  | 'earlier-step'
  /** The seats of the agency are used up. */
  | 'quota'
  /** The line of the agency's budget has no room for the price of the seat. */
  | 'budget'
  /** The person's account was turned off, or is no learner's. */
  | 'account';
