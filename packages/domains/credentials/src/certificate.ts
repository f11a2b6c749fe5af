import {
  type AgencyId,
  type Brand,
  type Jp,
  type LanguageMap,
  type LocalDate,
  localDateOf,
  type PersonId,
  type ProviderId,
  type TimeZone,
} from '@sinau/kernel';

/** Number of a certificate, as it is printed: `SINAU-7K3M-9QXD-4TPA`. Stays through every edition. */
export type CertificateNumber = Brand<'CertificateNumber'>;

/** Why a certificate counts no more; shown to whoever checks it. */
export const revocationReasons = ['completion-withdrawn', 'issued-in-error', 'other'] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** That somebody has finished a course, said by the platform. Times are ISO 8601 UTC. */
export interface Certificate {
  readonly number: CertificateNumber;
  readonly registration: string;
  readonly personId: PersonId;
  /** Home agency when it was issued; absent for those who have none. */
  readonly agencyId?: AgencyId;
  readonly course: CertifiedCourse;
  /** Lesson hours that the course stated when it was completed; absent where it states none. */
  readonly jp?: Jp;
  readonly startedAt: string;
  readonly completedAt: string;
  /** Where the holder worked then: whose days its dates are. @default western Indonesia, as all were printed before it was kept */
  readonly timeZone?: TimeZone;
  /** The latest is what counts; earlier ones are revoked. At least one. */
  readonly editions: readonly Edition[];
  /** Absent: it is valid. */
  readonly revoked?: Revocation;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

export interface CertifiedCourse {
  /**
   * Attendance of an event, a learning path that was finished, or something that somebody is recognised for; `courseId` is its id, of the last what is
   * recognised and not of whom. @default a course that was finished
   */
  readonly kind?: 'event' | 'path' | 'recognition';
  readonly courseId: string;
  readonly version: number;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly providerId: ProviderId;
  readonly providerName: string;
}

/** One printing: the same finished course, perhaps with a corrected name. */
export interface Edition {
  /** From 1. */
  readonly edition: number;
  readonly issuedAt: string;
  readonly holderName: string;
  /** Of the badge: opaque, a new one each, so that nothing joins two credentials of a person. */
  readonly subjectId: string;
  /** Place in the list of revoked credentials, from 0. */
  readonly statusIndex: number;
  /** Absent for the first. */
  readonly reason?: string;
  /** Who asked for it; absent for the first, which nobody asks for. */
  readonly by?: PersonId;
  /** When the documents were ready, and what the PDF's bytes come to (SHA-256, hexadecimal). */
  readonly ready?: { readonly at: string; readonly pdfSha256: string };
}

export interface Revocation {
  readonly at: string;
  readonly reason: RevocationReason;
  /** For the holder and whoever may act for them, never for strangers. */
  readonly note?: string;
  /** Absent: the platform did it by itself. */
  readonly by?: PersonId;
}

type Times = Pick<Certificate, 'startedAt' | 'completedAt' | 'timeZone'>;

/** Its days by the clock of the place where the holder worked: on paper, on pages, and the day that the ledger of JP goes by. */
export function daysOf({ startedAt, completedAt, timeZone = 'Asia/Jakarta' }: Times): {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
} {
  const dayOf = (at: string) => localDateOf(Date.parse(at), timeZone);
  return { firstDay: dayOf(startedAt), lastDay: dayOf(completedAt) };
}

export function latestEdition({ editions }: Pick<Certificate, 'editions'>): Edition {
  const latest = editions.at(-1);
  if (!latest) throw new Error('a certificate has at least one edition');
  return latest;
}

/** Editions that people ask for; one beyond these has a name that is corrected for sport. */
export const maxReissues = 9;

/** So often the platform gives back by itself what it took back: a provider that goes on needs a person who looks. */
export const maxRenewals = 5;

const later = ({ editions }: Pick<Certificate, 'editions'>): readonly Edition[] => editions.slice(1);

export const reissuesOf = (certificate: Pick<Certificate, 'editions'>): number =>
  later(certificate).filter(({ by }) => by !== undefined).length;

const renewalsOf = (certificate: Pick<Certificate, 'editions'>): number =>
  later(certificate).length - reissuesOf(certificate);

/** The platform took it back, and gives it back no more by itself, as it has done so too often. */
export function waitsForPerson(certificate: Pick<Certificate, 'editions' | 'revoked'>): boolean {
  const { revoked } = certificate;
  return revoked !== undefined && revoked.by === undefined && renewalsOf(certificate) >= maxRenewals;
}
