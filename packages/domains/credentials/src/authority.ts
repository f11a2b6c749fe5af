import type { PersonPrincipal, Principal } from '@sinau/kernel';
import type { Certificate } from './certificate.ts';
import { CertificateNotFound, OwnCertificate } from './errors.ts';

/** The holder sees a certificate, and those who may decide about it; others get the answer for an absent one. */
export function assertSees(principal: Principal, certificate: Certificate): void {
  if (principal.kind === 'person' && principal.personId === certificate.personId) return;
  if (!decides(principal, certificate)) throw new CertificateNotFound();
}

/** Operators, and administrators of the agency it was issued in; never about one of their own (case C7). */
export function assertDecides(
  principal: Principal,
  certificate: Certificate,
): asserts principal is PersonPrincipal {
  assertSees(principal, certificate);
  if (principal.kind === 'person' && principal.personId === certificate.personId) throw new OwnCertificate();
}

/** Whether the caller would be let. */
export function mayDecide(principal: Principal, certificate: Certificate): boolean {
  if (principal.kind !== 'person' || principal.personId === certificate.personId) return false;
  return decides(principal, certificate);
}

function decides(principal: Principal, { agencyId }: Certificate): boolean {
  if (principal.kind !== 'person') return false;
  if (principal.roles.includes('operator')) return true;
  return (
    agencyId !== undefined && principal.roles.includes('agency-admin') && principal.agencyId === agencyId
  );
}
