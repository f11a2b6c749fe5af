import type { Clock, Digest, Ids, Signer } from '@sinau/kernel';
import type { Certificate, CertificateNumber } from './certificate.ts';
import { nextEdition } from './next-edition.ts';
import { certificateNumber } from './number.ts';
import type { CertificateStore, CompletedCourse, CompletedCourses } from './ports.ts';

export interface IssueDeps {
  readonly certificates: CertificateStore;
  readonly completed: CompletedCourses;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Follows the fact that an enrolment was completed. Repeats and late deliveries find what is there; a completion that was
 * taken back before it arrived issues nothing. What it asks of nobody: a rating, a survey, an approval.
 */
export async function issueCertificate(
  deps: IssueDeps,
  { registration }: { readonly registration: string },
): Promise<{
  readonly outcome: 'issued' | 'renewed' | 'known' | 'not-completed';
  readonly number?: CertificateNumber;
}> {
  const course = await deps.completed.find(registration);
  if (!course) return { outcome: 'not-completed' };
  const number = certificateNumber(deps, { registration });
  const known = await deps.certificates.find(number);
  if (known) return { outcome: await renew(deps, known, course), number };
  const statusIndex = await deps.certificates.takeStatusIndex();
  const certificate = firstEdition(deps, { registration, number, course, statusIndex });
  const added = await deps.certificates.add(certificate);
  return { outcome: added === 'added' ? 'issued' : 'known', number };
}

/** Completed again after the completion was taken back: what the platform took back by itself it gives again. */
async function renew(
  deps: IssueDeps,
  certificate: Certificate,
  { holderName, startedAt, completedAt, jp }: CompletedCourse,
): Promise<'renewed' | 'known'> {
  const { revoked, ...valid } = certificate;
  if (revoked?.reason !== 'completion-withdrawn' || revoked.by) return 'known';
  const next: Certificate = {
    ...{ ...valid, startedAt, completedAt },
    ...(jp !== undefined && { jp }),
    editions: [...certificate.editions, await nextEdition(deps, certificate, { holderName })],
  };
  return (await deps.certificates.change(next, [])) === 'changed' ? 'renewed' : 'known';
}

function firstEdition(
  deps: IssueDeps,
  of: {
    readonly registration: string;
    readonly number: CertificateNumber;
    readonly course: CompletedCourse;
    readonly statusIndex: number;
  },
): Certificate {
  const { course, registration, number, statusIndex } = of;
  const { holderName, ...facts } = course;
  const issuedAt = deps.clock.now().toISOString();
  const subjectId = `urn:uuid:${deps.ids.uuid()}`;
  return {
    ...{ number, registration, ...facts },
    editions: [{ edition: 1, issuedAt, holderName, subjectId, statusIndex }],
    rev: 1,
  };
}
