import type { AgencyId, PersonId, Tenant } from '@sinau/kernel';
import type { UnitId } from '../ids.ts';
import type { Claim } from './claims.ts';
import type { HeldRole } from './held-role.ts';
import type { Person } from './person.ts';

export interface PeoplePage {
  readonly people: readonly Person[];
  /** Opaque; present when more people may follow. */
  readonly next?: string;
}

/**
 * People and their claims. `find…` see every write that was answered before; lists may lag by about a second.
 * Every method rejects with `Unavailable` when the store does not answer; then nothing was written.
 */
export interface PeopleStore {
  /** Stores a new person with all claims, or nothing when another person holds one of them. */
  add(person: Person): Promise<{ outcome: 'stored' } | { outcome: 'taken'; claim: Claim }>;
  /**
   * Replaces `before` by `after` (same id) and moves the claims along; stores `after` with the next `rev`.
   * `stale`: the stored person is no longer `before`, or `witness` is no longer as they were read. `taken`: another person
   * holds a claim of `after`.
   */
  replace(
    before: Person,
    after: Person,
    witness?: Person,
  ): Promise<
    { outcome: 'stored'; person: Person } | { outcome: 'stale' } | { outcome: 'taken'; claim: Claim }
  >;
  find(personId: PersonId): Promise<Person | undefined>;
  findByClaim(claim: Claim): Promise<Person | undefined>;
  /** Those that exist, in no particular order. */
  findMany(personIds: readonly PersonId[]): Promise<readonly Person[]>;
  /**
   * People whose home is the tenant, by name. `beginning`: those whose name begins with it, in whatever case; at most 254 characters.
   * `after` is a `next` of this very list.
   */
  listByHome(
    tenant: Tenant,
    page: { readonly limit: number; readonly after?: string; readonly beginning?: string },
  ): Promise<PeoplePage>;
  /**
   * People of a unit of their home agency who are not disabled, by name; those without one where `unitId` is left out. Reads see
   * every write that was answered before.
   */
  listByUnit(
    place: { readonly agencyId: AgencyId; readonly unitId?: UnitId },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<PeoplePage>;
  /** How many these are, by unit; under `''` those without one. Units that nobody works in are left out. */
  countByUnit(agencyId: AgencyId): Promise<ReadonlyMap<UnitId | '', number>>;
  /** Whose day of leaving service has come by then, ISO 8601 UTC, while their account is open; those waiting longest first. */
  listLeaving(until: string, limit: number): Promise<readonly Person[]>;
  /**
   * Whoever has their home in the tenant and holds the role, whatever the state of their account. Sees every write that was answered
   * before, and goes through the people of the tenant the first time, of which it takes 40,000 and no more.
   */
  listHolders(tenant: Tenant, role: HeldRole): Promise<readonly PersonId[]>;
  /** Goes through all people of the tenant, so that `listHolders` misses nobody. Safe to repeat. */
  indexHolders(tenant: Tenant): Promise<void>;
  /** People whom this person supervises, by name. */
  listTeam(supervisorId: PersonId): Promise<readonly Person[]>;
}
