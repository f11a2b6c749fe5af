import type { AgencyId, ClientPrincipal, PersonPrincipal } from '@sinau/kernel';
import { ImportNotFound } from './errors.ts';
import { type ImportJob, importIdSchema, type Sender } from './import-job.ts';
import type { ImportStore } from './ports.ts';

/** An agency's administrator, or a machine of the agency; the door has looked at its scopes. */
export type Importer = PersonPrincipal | ClientPrincipal;

/** The agency whose people the caller administers. */
export function agencyOf(principal: Importer): AgencyId {
  if (principal.kind === 'client') {
    if (principal.tenant.kind === 'agency') return principal.tenant.agencyId;
  } else if (principal.roles.includes('agency-admin') && principal.agencyId !== undefined) {
    return principal.agencyId;
  }
  throw new ImportNotFound();
}

export const senderOf = (principal: Importer): Sender =>
  principal.kind === 'client'
    ? { kind: 'client', id: principal.clientId, name: principal.name }
    : { kind: 'person', id: principal.personId, name: principal.name };

export async function ownImport(
  { imports }: { readonly imports: Pick<ImportStore, 'find'> },
  { principal, importId }: { readonly principal: Importer; readonly importId: string },
): Promise<ImportJob> {
  const agencyId = agencyOf(principal);
  const id = importIdSchema.safeParse(importId);
  const job = id.success ? await imports.find(id.data) : undefined;
  if (job?.agencyId !== agencyId) throw new ImportNotFound();
  return job;
}
