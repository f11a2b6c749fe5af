import type { Clock, Digest } from '@sinau/kernel';
import { jwtClaimsOf, openBadge } from '@sinau/open-badges';
import { badgeFactsOf, verifyUrl } from './badge.ts';
import { type Certificate, type CertificateNumber, type Edition, latestEdition } from './certificate.ts';
import type {
  CertificateDocuments,
  CertificateFiles,
  CertificatePrinter,
  CertificateStore,
  CredentialSigner,
  IssuerPlace,
} from './ports.ts';

export interface DocumentDeps {
  readonly certificates: CertificateStore;
  readonly files: CertificateFiles;
  readonly printer: CertificatePrinter;
  readonly credentialSigner: CredentialSigner;
  readonly issuer: IssuerPlace;
  readonly digest: Digest;
  readonly clock: Clock;
}

/**
 * Prints and signs the latest edition, once; a run that broke off is done again from the beginning. `superseded`: somebody
 * changed the certificate meanwhile, whoever did has asked for documents too.
 */
export async function makeDocuments(
  deps: DocumentDeps,
  { number }: { readonly number: CertificateNumber },
): Promise<'made' | 'known' | 'superseded' | 'absent'> {
  const certificate = await deps.certificates.find(number);
  if (!certificate) return 'absent';
  const edition = latestEdition(certificate);
  if (edition.ready) return 'known';
  const documents = await documentsOf(deps, certificate, edition);
  await deps.files.put(number, edition.edition, documents);
  const ready = { at: deps.clock.now().toISOString(), pdfSha256: deps.digest.sha256(documents.pdf) };
  const editions = [...certificate.editions.slice(0, -1), { ...edition, ready }];
  const outcome = await deps.certificates.change({ ...certificate, editions }, []);
  return outcome === 'changed' ? 'made' : 'superseded';
}

async function documentsOf(
  deps: DocumentDeps,
  certificate: Certificate,
  edition: Edition,
): Promise<CertificateDocuments> {
  const { jp, number, startedAt, completedAt, timeZone, course } = certificate;
  const facts = badgeFactsOf(deps.issuer, certificate, edition);
  const credential = openBadge(facts);
  const [badge, jwt, pdf] = await Promise.all([
    deps.credentialSigner.prove(credential, new Date(edition.issuedAt)),
    deps.credentialSigner.jwt(jwtClaimsOf(credential, facts)),
    deps.printer.print({
      ...{ number, edition, startedAt, completedAt },
      ...(timeZone && { timeZone }),
      ...{ title: course.title, providerName: course.providerName, issuerName: deps.issuer.name },
      ...(jp !== undefined && { jp }),
      ...(course.kind === 'event' && { isAttendance: true }),
      ...(course.kind === 'recognition' && { isRecognition: true }),
      verifyUrl: verifyUrl(deps.issuer, certificate),
    }),
  ]);
  return { badge, jwt, pdf };
}
