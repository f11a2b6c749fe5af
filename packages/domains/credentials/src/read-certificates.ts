import type { Jp, LanguageMap, PersonId, Principal } from '@sinau/kernel';
import { assertSees, mayDecide } from './authority.ts';
import {
  type Certificate,
  type CertificateNumber,
  type Edition,
  latestEdition,
  type RevocationReason,
} from './certificate.ts';
import { CertificateNotFound, NotReadyYet } from './errors.ts';
import type { CertificateFiles, CertificateStore } from './ports.ts';

/** What anybody who has the number may know: no NIP, no agency, no score (domain.md 5.6 c). */
export interface PublicCertificate {
  readonly number: CertificateNumber;
  readonly holderName: string;
  readonly title: LanguageMap;
  readonly providerName: string;
  readonly jp?: Jp;
  readonly startedAt: string;
  readonly completedAt: string;
  readonly issuedAt: string;
  readonly edition: number;
  /** SHA-256 of the PDF, so that a copy can be compared; absent while it is being made. */
  readonly pdfSha256?: string;
  readonly revoked?: { readonly at: string; readonly reason: RevocationReason };
}

export async function verifyCertificate(
  deps: { readonly certificates: CertificateStore },
  { number }: { readonly number: CertificateNumber },
): Promise<PublicCertificate | undefined> {
  const certificate = await deps.certificates.find(number);
  return certificate && publicOf(certificate);
}

function publicOf(certificate: Certificate): PublicCertificate {
  const { number, course, jp, startedAt, completedAt, revoked } = certificate;
  const { holderName, issuedAt, edition, ready } = latestEdition(certificate);
  return {
    ...{ number, holderName, startedAt, completedAt, issuedAt, edition },
    ...{ title: course.title, providerName: course.providerName },
    ...(jp !== undefined && { jp }),
    ...(ready && { pdfSha256: ready.pdfSha256 }),
    ...(revoked && { revoked: { at: revoked.at, reason: revoked.reason } }),
  };
}

/** One's own, the latest first. */
export async function listMyCertificates(
  deps: { readonly certificates: CertificateStore },
  input: { readonly principal: Principal; readonly after?: string; readonly limit?: number },
): Promise<{ readonly certificates: readonly Certificate[]; readonly next?: string }> {
  const { principal, after, limit = 50 } = input;
  if (principal.kind !== 'person') throw new CertificateNotFound();
  return deps.certificates.ofPerson(principal.personId, { limit, ...(after !== undefined && { after }) });
}

/** Those of one person that the caller may decide about, the latest first; a page may hold fewer than there are behind it. */
export async function listCertificatesOf(
  deps: { readonly certificates: CertificateStore },
  input: { readonly principal: Principal; readonly personId: PersonId; readonly after?: string },
): Promise<{ readonly certificates: readonly Certificate[]; readonly next?: string }> {
  const { principal, personId, after } = input;
  const page = await deps.certificates.ofPerson(personId, {
    limit: 50,
    ...(after !== undefined && { after }),
  });
  return { ...page, certificates: page.certificates.filter((one) => mayDecide(principal, one)) };
}

export async function readCertificate(
  deps: { readonly certificates: CertificateStore },
  input: { readonly principal: Principal; readonly number: CertificateNumber },
): Promise<Certificate> {
  const certificate = await deps.certificates.find(input.number);
  if (!certificate) throw new CertificateNotFound();
  assertSees(input.principal, certificate);
  return certificate;
}

/** The PDF of the latest edition, for its holder and for those who may decide about it. */
export async function downloadCertificate(
  deps: { readonly certificates: CertificateStore; readonly files: CertificateFiles },
  input: { readonly principal: Principal; readonly number: CertificateNumber },
): Promise<{ readonly edition: Edition; readonly pdf: Uint8Array }> {
  const edition = latestEdition(await readCertificate(deps, input));
  const pdf = edition.ready && (await deps.files.pdf(input.number, edition.edition));
  if (!pdf) throw new NotReadyYet();
  return { edition, pdf };
}
