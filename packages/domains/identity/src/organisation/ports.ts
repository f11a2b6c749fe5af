import type { AgencyId, ProviderId } from '@sinau/kernel';
import type { UnitId } from '../ids.ts';
import type { Agency, Provider, Unit } from './organisation.ts';

/**
 * Agencies, units and providers. Reads see every write that was answered before; lists are in no particular order.
 * Every method rejects with `Unavailable` when the store does not answer.
 */
export interface OrganisationStore {
  addAgency(agency: Agency): Promise<void>;
  addUnit(unit: Unit): Promise<void>;
  addProvider(provider: Provider): Promise<void>;
  findAgency(agencyId: AgencyId): Promise<Agency | undefined>;
  findUnit(agencyId: AgencyId, unitId: UnitId): Promise<Unit | undefined>;
  findProvider(providerId: ProviderId): Promise<Provider | undefined>;
  listAgencies(): Promise<readonly Agency[]>;
  listUnits(agencyId: AgencyId): Promise<readonly Unit[]>;
  listProviders(): Promise<readonly Provider[]>;
}
