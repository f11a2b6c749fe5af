import { type Clock, type Principal, plainLines } from '@sinau/kernel';
import * as z from 'zod';
import { assertDecides } from './authority.ts';
import {
  type Certificate,
  type CertificateNumber,
  latestEdition,
  type Revocation,
  revocationReasons,
} from './certificate.ts';
import { CertificateChanged, CertificateNotFound, CertificateRevoked } from './errors.ts';
import type { CertificateStore } from './ports.ts';

interface RevokeDeps {
  readonly certificates: CertificateStore;
  readonly clock: Clock;
}

export const revokeSchema = z.strictObject({
  reason: z.enum(revocationReasons),
  /** For the holder. */
  note: z.string().trim().min(1).max(500).regex(plainLines, { message: 'must be plain text' }),
});
export type RevokeRequest = z.infer<typeof revokeSchema>;

/** Somebody decides that a certificate counts no more; the next issue makes it count again. */
export async function revokeCertificate(
  deps: RevokeDeps,
  input: {
    readonly principal: Principal;
    readonly number: CertificateNumber;
    readonly request: RevokeRequest;
  },
): Promise<Certificate> {
  const { principal, number, request } = input;
  const certificate = await deps.certificates.find(number);
  if (!certificate) throw new CertificateNotFound();
  assertDecides(principal, certificate);
  if (certificate.revoked) throw new CertificateRevoked();
  const at = deps.clock.now().toISOString();
  return write(deps, certificate, { at, ...request, by: principal.personId });
}

async function write(
  { certificates }: RevokeDeps,
  certificate: Certificate,
  revoked: Revocation,
): Promise<Certificate> {
  const next = { ...certificate, revoked };
  const places = [latestEdition(certificate).statusIndex];
  if ((await certificates.change(next, places)) === 'conflict') throw new CertificateChanged();
  return { ...next, rev: certificate.rev + 1 };
}
