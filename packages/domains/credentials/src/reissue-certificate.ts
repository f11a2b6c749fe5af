import { type Clock, type Ids, type PersonPrincipal, type Principal, plainLines } from '@sinau/kernel';
import * as z from 'zod';
import { assertDecides } from './authority.ts';
import {
  type Certificate,
  type CertificateNumber,
  latestEdition,
  maxReissues,
  reissuesOf,
  waitsForPerson,
} from './certificate.ts';
import {
  CertificateChanged,
  CertificateNotFound,
  CompletionTakenBack,
  RevokedByOther,
  TooManyEditions,
} from './errors.ts';
import { nextEdition } from './next-edition.ts';
import type { CertificateStore, CompletedCourses, HolderNames } from './ports.ts';

export const reissueSchema = z.strictObject({
  reason: z.string().trim().min(1).max(500).regex(plainLines, { message: 'must be plain text' }),
});

/**
 * Prints it again under the same number and address, with the name, days and JP as they are today; the badge before is revoked (case L11). A
 * revoked one counts again with it, if the course is completed still: by whoever revoked it, or an operator.
 */
export async function reissueCertificate(
  deps: {
    readonly certificates: CertificateStore;
    readonly completed: CompletedCourses;
    readonly holders: HolderNames;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: {
    readonly principal: Principal;
    readonly number: CertificateNumber;
    readonly reason: string;
  },
): Promise<Certificate> {
  const { principal, number, reason } = input;
  const certificate = await deps.certificates.find(number);
  if (!certificate) throw new CertificateNotFound();
  assertDecides(principal, certificate);
  const completed = await deps.completed.find(certificate.registration);
  if (completed === 'taken-back') throw new CompletionTakenBack();
  if (!mayUndo(principal, certificate)) throw new RevokedByOther();
  if (reissuesOf(certificate) >= maxReissues) throw new TooManyEditions();
  const holderName = await deps.holders.nameOf(certificate.personId);
  if (holderName === undefined || !completed) throw new CertificateNotFound();
  const last = latestEdition(certificate);
  const { revoked, jp: _, ...valid } = certificate;
  const { startedAt, completedAt, timeZone, jp } = completed;
  const next: Certificate = {
    ...{ ...valid, startedAt, completedAt },
    ...(timeZone && { timeZone }),
    ...(jp !== undefined && { jp }),
    editions: [
      ...certificate.editions,
      await nextEdition(deps, certificate, { holderName, reason, by: principal.personId }),
    ],
  };
  // One that was revoked stands in the list already.
  const outcome = await deps.certificates.change(next, revoked ? [] : [last.statusIndex]);
  if (outcome === 'conflict') throw new CertificateChanged();
  return { ...next, rev: certificate.rev + 1 };
}

/** What an operator took back stays so until an operator says otherwise; what the platform gives back no more, whoever decides gives back. */
function mayUndo({ personId, roles }: PersonPrincipal, certificate: Certificate): boolean {
  const { revoked } = certificate;
  if (!revoked || roles.includes('operator') || waitsForPerson(certificate)) return true;
  return revoked.by === personId;
}
