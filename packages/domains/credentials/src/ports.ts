import type { AgencyId, Jp, LanguageMap, PersonId, TimeZone } from '@sinau/kernel';
import type { JsonLd } from '@sinau/open-badges';
import type { Certificate, CertificateNumber, CertifiedCourse, Edition } from './certificate.ts';

/** What is known of an enrolment that somebody finished. */
export interface CompletedCourse {
  readonly personId: PersonId;
  readonly holderName: string;
  readonly agencyId?: AgencyId;
  readonly course: CertifiedCourse;
  readonly jp?: Jp;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly completedAt: string;
  /** Where they worked then. @default western Indonesia */
  readonly timeZone?: TimeZone;
}

export interface CompletedCourses {
  /**
   * Undefined unless the enrolment is completed (case L11: only what the server holds counts). `taken-back`: it was, and its provider does
   * not stand by it any more.
   */
  find(registration: string): Promise<CompletedCourse | 'taken-back' | undefined>;
}

export interface HolderNames {
  /** The person's name as it is today; undefined when there is no such person any more. */
  nameOf(personId: PersonId): Promise<string | undefined>;
}

/** What an agency has to say, or has said, about the hours of a course. */
export type HoursState = 'held' | 'rejected';

export interface HoursStates {
  /** Of what somebody finished, by registration: what waits for their agency or was not recognised. All else counts, as far as its rules let it. */
  ofPerson(personId: PersonId): Promise<ReadonlyMap<string, HoursState>>;
  /** Of one course that they finished, by one read, whatever else they have learned. */
  ofRegistration(personId: PersonId, registration: string): Promise<HoursState | undefined>;
}

/** Rejects with `Unavailable` when the store does not answer. Reads see every write that was answered before. */
export interface CertificateStore {
  /** `known`: there is one of this number; nothing was written. */
  add(certificate: Certificate): Promise<'added' | 'known'>;
  find(number: CertificateNumber): Promise<Certificate | undefined>;
  /**
   * Of one person, the latest completion first; `after`: where the page before ended. `from` (not before) and `before`: when it was completed,
   * ISO 8601 UTC.
   */
  ofPerson(
    personId: PersonId,
    page: {
      readonly limit: number;
      readonly after?: string;
      readonly from?: string;
      readonly before?: string;
    },
  ): Promise<{ readonly certificates: readonly Certificate[]; readonly next?: string }>;
  /** Writes with `rev` one higher if the stored one still has `next.rev`; `revoked` joins the list of revoked credentials with it. */
  change(next: Certificate, revoked: readonly number[]): Promise<'changed' | 'conflict'>;
  /** A place in the list of revoked credentials that nobody else has; those of writes that failed stay empty. */
  takeStatusIndex(): Promise<number>;
  /** How many places were given away. */
  takenPlaces(): Promise<number>;
  /** Revoked places from `from` on, `length` places; ascending. */
  revokedPlaces(from: number, length: number): Promise<readonly number[]>;
}

/** Signs with the platform's Ed25519 key, in AWS inside KMS. */
export interface CredentialSigner {
  /** Adds a Data Integrity proof of `eddsa-rdfc-2022`. */
  prove(document: JsonLd, at: Date): Promise<JsonLd>;
  /** A compact JWS, EdDSA. */
  jwt(claims: JsonLd): Promise<string>;
}

export interface StatusBits {
  /** Multibase of the compressed bits (Bitstring Status List 1.0, section 3.3). */
  encode(revoked: readonly number[], length: number): Promise<string>;
}

/** What the printed certificate says. */
export interface PrintedCertificate {
  readonly number: CertificateNumber;
  readonly edition: Edition;
  readonly title: LanguageMap;
  readonly providerName: string;
  readonly issuerName: string;
  readonly jp?: Jp;
  /** Of an event; absent for a course. */
  readonly isAttendance?: boolean;
  /** Of what somebody is recognised for; absent for a course. */
  readonly isRecognition?: boolean;
  readonly startedAt: string;
  readonly completedAt: string;
  /** Whose days are printed. @default western Indonesia */
  readonly timeZone?: TimeZone;
  /** What its QR code opens. */
  readonly verifyUrl: string;
}

export interface CertificatePrinter {
  /** A tagged PDF; the same facts give the same bytes. */
  print(certificate: PrintedCertificate): Promise<Uint8Array>;
}

export interface CertificateDocuments {
  readonly pdf: Uint8Array;
  readonly badge: JsonLd;
  readonly jwt: string;
}

export interface CertificateFiles {
  put(number: CertificateNumber, edition: number, documents: CertificateDocuments): Promise<void>;
  pdf(number: CertificateNumber, edition: number): Promise<Uint8Array | undefined>;
  badge(number: CertificateNumber, edition: number): Promise<JsonLd | undefined>;
  jwt(number: CertificateNumber, edition: number): Promise<string | undefined>;
}

/** Who says so, and where its pages are. */
export interface IssuerPlace {
  readonly did: string;
  readonly name: string;
  readonly origin: string;
}
