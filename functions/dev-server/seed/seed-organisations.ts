import {
  createAgency,
  createProvider,
  createUnit,
  listAgencies,
  listProviders,
  listUnits,
  type OrganisationStore,
  type UnitId,
} from '@sinau/identity';
import type { Clock, Ids, PersonPrincipal, Tenant } from '@sinau/kernel';
import { agency, type Home, provider, units, university } from './cast.ts';

interface Deps {
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The tenants of the seed, opened where they are missing. */
export async function seedOrganisations(
  deps: Deps,
  operator: PersonPrincipal,
): Promise<Readonly<Record<Home, Tenant>>> {
  return {
    agency: await seedAgency(deps, operator),
    provider: await seedProvider(deps, operator, provider),
    university: await seedProvider(deps, operator, university),
    platform: { kind: 'platform' },
  };
}

async function seedAgency(deps: Deps, principal: PersonPrincipal): Promise<Tenant> {
  const existing = (await listAgencies(deps, { principal })).find(({ name }) => name === agency.name);
  const { agencyId } = existing ?? (await createAgency(deps, { principal, request: agency }));
  return { kind: 'agency', agencyId };
}

async function seedProvider(
  deps: Deps,
  principal: PersonPrincipal,
  request: typeof provider | typeof university,
): Promise<Tenant> {
  const existing = (await listProviders(deps, { principal })).find(({ name }) => name === request.name);
  const { providerId } = existing ?? (await createProvider(deps, { principal, request }));
  return { kind: 'provider', providerId };
}

/** The units of the agency by name, added where they are missing. */
export async function seedUnits(
  deps: Deps,
  principal: PersonPrincipal,
  tenant: Tenant,
): Promise<ReadonlyMap<string, UnitId>> {
  if (tenant.kind !== 'agency') return new Map();
  const { agencyId } = tenant;
  const existing = await listUnits(deps, { principal, agencyId });
  const ids = new Map<string, UnitId>(existing.map(({ name, unitId }) => [name, unitId]));
  for (const unit of units) {
    if (ids.has(unit.name)) continue;
    const parentId = 'parent' in unit ? ids.get(unit.parent) : undefined;
    const request = { agencyId, name: unit.name, ...(parentId && { parentId }) };
    ids.set(unit.name, (await createUnit(deps, { principal, request })).unitId);
  }
  return ids;
}
