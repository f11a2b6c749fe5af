import type { ClientPrincipal, PersonPrincipal, Role, Tenant } from '@sinau/kernel';
import { tenantName } from '../tenant.ts';
import type { Person } from './person.ts';

const platformRoles: readonly Role[] = ['operator', 'auditor', 'reviewer'];
const agencyRoles: readonly Role[] = [
  'learner',
  'supervisor',
  'agency-admin',
  'talent-officer',
  'authorised-official',
  'appointing-official',
];
const providerRoles: readonly Role[] = ['provider-author'];

const has = (principal: PersonPrincipal, role: Role) => principal.roles.includes(role);

/** Whoever administers: a person, or a machine of the tenant, whose scopes the door has looked at. */
export type Administrator = PersonPrincipal | ClientPrincipal;

/** Operators administer every tenant, agency admins their home agency, authors their own provider. */
export function mayAdminister(principal: Administrator, tenant: Tenant): boolean {
  if (principal.kind === 'client') return tenantName(principal.tenant) === tenantName(tenant);
  if (has(principal, 'operator')) return true;
  if (tenant.kind === 'agency') {
    return has(principal, 'agency-admin') && principal.agencyId === tenant.agencyId;
  }
  return (
    tenant.kind === 'provider' &&
    has(principal, 'provider-author') &&
    principal.providerId === tenant.providerId
  );
}

/** As above, but whoever holds a role on the platform is out of reach for the admins of their tenant. */
export function mayAdministerPerson(principal: PersonPrincipal, person: Person): boolean {
  if (has(principal, 'operator')) return true;
  return mayAdminister(principal, person.home) && !person.roles.some((role) => platformRoles.includes(role));
}

/** What this principal can give to or take from people of the tenant. */
export function grantableRoles(principal: PersonPrincipal, tenant: Tenant): readonly Role[] {
  if (!mayAdminister(principal, tenant)) return [];
  // An author never also reviews or operates: separation of duties.
  if (tenant.kind === 'provider') return providerRoles;
  const ofTenant = tenant.kind === 'agency' ? agencyRoles : [];
  return has(principal, 'operator') ? [...ofTenant, ...platformRoles] : ofTenant;
}

/** Oneself, one's team, and whoever one's tenant employs or borrows. */
export function maySee(principal: PersonPrincipal, person: Person): boolean {
  const { agencyId, personId } = principal;
  return (
    person.personId === personId ||
    person.supervisorId === personId ||
    mayAdminister(principal, person.home) ||
    (has(principal, 'agency-admin') && agencyId !== undefined && person.workingAgencyId === agencyId)
  );
}
