import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { SealNotFound } from './errors.ts';

/** The agency of an administrator; never named by a request (case C3). */
export function agencyOf({ agencyId, roles }: PersonPrincipal): AgencyId {
  if (agencyId === undefined || !roles.includes('agency-admin')) throw new SealNotFound();
  return agencyId;
}
