import type { AgencyId, Principal } from '@sinau/kernel';
import { NotAnAgency } from './errors.ts';
import type { ExportJob } from './export-job.ts';

/** The agency a caller acts for: a person's own, or an API client's tenant. Never named by a request (case C3). */
export function agencyOf(principal: Principal): AgencyId {
  if (principal.kind === 'person' && principal.agencyId && principal.roles.includes('agency-admin')) {
    return principal.agencyId;
  }
  if (principal.kind === 'client' && principal.tenant.kind === 'agency') return principal.tenant.agencyId;
  throw new NotAnAgency();
}

export function requesterOf(principal: Principal): ExportJob['requestedBy'] {
  if (principal.kind === 'person') {
    return { kind: 'person', id: principal.personId, name: principal.name };
  }
  if (principal.kind === 'client') return { kind: 'client', id: principal.clientId, name: principal.name };
  throw new NotAnAgency();
}
