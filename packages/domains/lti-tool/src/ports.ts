import type { PersonId, Tenant } from '@sinau/kernel';
import type { AccountLink } from './account-link.ts';
import type { Attempt, Placement } from './placement.ts';
import type { ForeignPlatform, ForeignPlatformId } from './platform.ts';

/** Every method of a store rejects with `Unavailable` when it does not answer. Reads by key see every write that was answered before. */
export interface ForeignPlatformStore {
  find(platformId: ForeignPlatformId): Promise<ForeignPlatform | undefined>;
  /** One client of an issuer; both compared as strings. */
  findAt(issuer: string, clientId: string): Promise<ForeignPlatform | undefined>;
  /** All clients of an issuer, at most 100; `findAt` is for those that say which one they are. */
  listAt(issuer: string): Promise<readonly ForeignPlatform[]>;
  /** Oldest first; may be behind by a moment. */
  listOf(owner: Tenant): Promise<readonly ForeignPlatform[]>;
  /** `taken`: the issuer and client are registered already, by whomever. */
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
