import type { AgencyId, PersonId, ProviderId, Tenant } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { ClientId, UnitId } from '../ids.ts';
import type { Claim } from '../people/claims.ts';
import type { HeldRole } from '../people/held-role.ts';
import { tenantName } from '../tenant.ts';

export const personKey = (personId: PersonId): Key => ({
  pk: composeKey('PERSON', personId),
  sk: 'PERSON',
});

/** Exists while somebody holds the claim, and names them. */
export const claimKey = (claim: Claim): Key => ({
  pk: composeKey('CLAIM', claim.kind, claim.value),
  sk: 'CLAIM',
});

/** gsi1: people by home, in order of their names. */
export const homePartition = (tenant: Tenant): string => composeKey('PEOPLE', tenantName(tenant));

/** gsi2: people by supervisor, in order of their names. */
export const teamPartition = (supervisorId: PersonId): string => composeKey('TEAM', supervisorId);

export const nameSortKey = (name: string, personId: PersonId): string =>
  composeKey(name.toLowerCase(), personId);

/** What the keys of everybody begin with whose name begins so: parts are escaped character by character. */
export const nameBeginning = (beginning: string): string => composeKey(beginning.toLowerCase());

// Hundreds of agencies and providers: one partition each, so that lists are strongly consistent.
export const agencyPartition = 'AGENCIES';
export const providerPartition = 'PROVIDERS';

export const agencyKey = (agencyId: AgencyId): Key => ({
  pk: agencyPartition,
  sk: composeKey('AGENCY', agencyId),
});

export const providerKey = (providerId: ProviderId): Key => ({
  pk: providerPartition,
  sk: composeKey('PROVIDER', providerId),
});

export const unitPartition = (agencyId: AgencyId): string => composeKey('UNITS', agencyId);

export const unitKey = (agencyId: AgencyId, unitId: UnitId): Key => ({
  pk: unitPartition(agencyId),
  sk: composeKey('UNIT', unitId),
});

/** Sorts before the units, so that a reader of both never meets a unit that is newer than the count. */
export const treeKey = (agencyId: AgencyId): Key => ({ pk: unitPartition(agencyId), sk: 'TREE' });

/** Whoever holds a role that is told of things, by role. */
export const holdersPartition = (tenant: Tenant): string => composeKey('HOLDERS', tenantName(tenant));
export const holderKey = (
  tenant: Tenant,
  { role, personId }: { readonly role: HeldRole; readonly personId: PersonId },
): Key => ({ pk: holdersPartition(tenant), sk: composeKey(role, personId) });
/** There once everybody of the tenant has been looked at. */
export const indexedKey = (tenant: Tenant): Key => ({ pk: holdersPartition(tenant), sk: 'INDEXED' });

/** People of a unit, in order of their names; of an agency without one where there is none. */
export const staffPartition = (agencyId: AgencyId, unitId?: UnitId): string =>
  composeKey('STAFF', agencyId, unitId ?? '');

/** How many people a unit has, in parts, so that many can come at once. */
export const headsPartition = (agencyId: AgencyId): string => composeKey('HEADS', agencyId);

export const headsKey = (agencyId: AgencyId, unitId: UnitId | undefined, part: number): Key => ({
  pk: headsPartition(agencyId),
  sk: composeKey(unitId ?? '', String(part)),
});

/** Who will have left service, by the moment and the person: read up to now. */
export const leavingPartition = 'LEAVING';
export const leavingKey = (at: string, personId: PersonId): Key => ({
  pk: leavingPartition,
  sk: composeKey(at, personId),
});

export const sessionKey = (tokenHash: string): Key => ({
  pk: composeKey('SESSION', tokenHash),
  sk: 'SESSION',
});

export const signInKey = (stateHash: string): Key => ({
  pk: composeKey('SIGN-IN', stateHash),
  sk: 'SIGN-IN',
});

export const clientKey = (clientId: ClientId): Key => ({
  pk: composeKey('CLIENT', clientId),
  sk: 'CLIENT',
});

/** gsi1: clients by tenant, oldest first. */
export const clientPartition = (tenant: Tenant): string => composeKey('CLIENTS', tenantName(tenant));

export const clientSortKey = (createdAt: string, clientId: ClientId): string =>
  composeKey(createdAt, clientId);
