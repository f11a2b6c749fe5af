import type { Jp, LanguageMap, LocalDate, PersonId, Principal } from '@sinau/kernel';
import { assertSees, mayDecide } from './authority.ts';
import {
  type Certificate,
  type CertificateNumber,
  daysOf,
  type Edition,
  latestEdition,
  type RevocationReason,
} from './certificate.ts';
import { CertificateNotFound, NotReadyYet } from './errors.ts';
import type { CertificateFiles, CertificateStore, HoursState, HoursStates } from './ports.ts';

/** What anybody who has the number may know: no NIP, no agency, no score (domain.md 5.6 c). */
export interface PublicCertificate {
  readonly number: CertificateNumber;
  readonly holderName: string;
  readonly title: LanguageMap;
  readonly providerName: string;
  readonly jp?: Jp;
  /** What the agency says of the hours now: they are printed as the course states them. */
  readonly hours?: HoursState;
  readonly startedAt: string;
  readonly completedAt: string;
  /** As they are printed, by the clock of the place where the holder worked. */
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly issuedAt: string;
  readonly edition: number;
  /** SHA-256 of the PDF, so that a copy can be compared; absent while it is being made. */
  readonly pdfSha256?: string;
  readonly revoked?: { readonly at: string; readonly reason: RevocationReason };
}

/** A stranger’s question: two reads by key, and nothing is gone through. */
export async function verifyCertificate(
  deps: { readonly certificates: CertificateStore; readonly hours: HoursStates },
  { number }: { readonly number: CertificateNumber },
): Promise<PublicCertificate | undefined> {
  const certificate = await deps.certificates.find(number);
  return certificate && publicOf(certificate, await hoursOf(deps, certificate));
}

/** Undefined where nothing is held against them. */
export async function hoursOf(
  { hours }: { readonly hours: HoursStates },
  { personId, registration, jp }: Certificate,
): Promise<HoursState | undefined> {
  return jp === undefined ? undefined : hours.ofRegistration(personId, registration);
}

function publicOf(certificate: Certificate, hours: HoursState | undefined): PublicCertificate {
  const { number, course, jp, startedAt, completedAt, revoked } = certificate;
  const { holderName, issuedAt, edition, ready } = latestEdition(certificate);
  return {
    ...{ number, holderName, startedAt, completedAt, issuedAt, edition },
    ...daysOf(certificate),
    ...{ title: course.title, providerName: course.providerName },
    ...(jp !== undefined && { jp }),
    ...(hours && { hours }),
    ...(ready && { pdfSha256: ready.pdfSha256 }),
    ...(revoked && { revoked: { at: revoked.at, reason: revoked.reason } }),
  };
}

/** `corrected`: it counts, and papers of an edition before do not. */
export const walletStates = ['valid', 'corrected', 'revoked'] as const;
export type WalletState = (typeof walletStates)[number];

export interface WalletFilter {
  /** By the clock of western Indonesia. */
  readonly year?: number;
  readonly state?: WalletState;
}

/** Pages that are looked through for what was asked for. */
const mostPages = 10;

/** One's own, the latest first. A page may hold fewer than there are behind it. */
export async function listMyCertificates(
  deps: { readonly certificates: CertificateStore },
  input: WalletFilter & {
    readonly principal: Principal;
    readonly after?: string;
    readonly limit?: number;
  },
): Promise<{ readonly certificates: readonly Certificate[]; readonly next?: string }> {
  const { principal, limit = 50, year, state } = input;
  if (principal.kind !== 'person') throw new CertificateNotFound();
  const times = year === undefined ? {} : { from: startOf(year), before: startOf(year + 1) };
  const found: Certificate[] = [];
  let { after } = input;
  for (let page = 0; page < mostPages; page += 1) {
    const place = after === undefined ? { limit, ...times } : { limit, after, ...times };
    const { certificates, next } = await deps.certificates.ofPerson(principal.personId, place);
    found.push(...certificates.filter((one) => state === undefined || isIn(state, one)));
    after = next;
    if (after === undefined || found.length >= limit / 2) break;
  }
  return { certificates: found, ...(after !== undefined && { next: after }) };
}

function isIn(state: WalletState, { revoked, editions }: Certificate): boolean {
  if (state === 'revoked') return revoked !== undefined;
  return revoked === undefined && (state === 'valid' || editions.length > 1);
}

const startOf = (year: number): string => `${year - 1}-12-31T17:00:00.000Z`;

/** Nobody works longer. */
const mostYears = 60;

/** In which years somebody completed what they have certificates of, the latest first. */
export async function yearsOfCertificates(
  deps: { readonly certificates: CertificateStore },
  { principal }: { readonly principal: Principal },
): Promise<readonly number[]> {
  if (principal.kind !== 'person') throw new CertificateNotFound();
  const years: number[] = [];
  let before: string | undefined;
  while (years.length < mostYears) {
    const page = before === undefined ? { limit: 1 } : { limit: 1, before };
    const [latest] = (await deps.certificates.ofPerson(principal.personId, page)).certificates;
    if (!latest) break;
    const year = new Date(Date.parse(latest.completedAt) + 7 * 3_600_000).getUTCFullYear();
    years.push(year);
    before = startOf(year);
  }
  return years;
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
