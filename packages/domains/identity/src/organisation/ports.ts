import type { AgencyId, ProviderId } from '@sinau/kernel';
import type { UnitId } from '../ids.ts';
import type { Agency, Provider, Unit } from './organisation.ts';

/** Every unit of an agency, ended ones too. */
export interface UnitTree {
  readonly units: readonly Unit[];
  readonly rev: number;
}

/**
 * Agencies, units and providers. Reads see every write that was answered before; lists are in no particular order.
 * Every method rejects with `Unavailable` when the store does not answer.
 */
export interface OrganisationStore {
  addAgency(agency: Agency): Promise<void>;
  addProvider(provider: Provider): Promise<void>;
  findAgency(agencyId: AgencyId): Promise<Agency | undefined>;
  findUnit(agencyId: AgencyId, unitId: UnitId): Promise<Unit | undefined>;
  findProvider(providerId: ProviderId): Promise<Provider | undefined>;
  listAgencies(): Promise<readonly Agency[]>;
  listUnits(agencyId: AgencyId): Promise<readonly Unit[]>;
  /** The units and how often they were changed, in one. */
  readTree(agencyId: AgencyId): Promise<UnitTree>;
  /** Stores a unit, new or changed; `stale`: another change of this agency's units came after `seen` was read. */
  putUnit(unit: Unit, seen: number): Promise<'stored' | 'stale'>;
  listProviders(): Promise<readonly Provider[]>;
}
