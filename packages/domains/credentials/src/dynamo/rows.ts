import { type AgencyId, type Jp, type PersonId, type ProviderId, timeZones } from '@sinau/kernel';
import * as z from 'zod';
import { type Certificate, type CertificateNumber, revocationReasons } from '../certificate.ts';

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string');
const words = z.record(z.string(), z.string());

const edition = z.object({
  edition: z.number(),
  issuedAt: z.string(),
  holderName: z.string(),
  subjectId: z.string(),
  statusIndex: z.number(),
  reason: z.string().exactOptional(),
  by: text<PersonId>().exactOptional(),
  ready: z.object({ at: z.string(), pdfSha256: z.string() }).exactOptional(),
});

const certificateRow = z.object({
  number: text<CertificateNumber>(),
  registration: z.string(),
  personId: text<PersonId>(),
  agencyId: text<AgencyId>().exactOptional(),
  course: z.object({
    kind: z.enum(['event', 'path', 'recognition']).exactOptional(),
    courseId: z.string(),
    version: z.number(),
    title: words,
    description: words,
    providerId: text<ProviderId>(),
    providerName: z.string(),
  }),
  jp: z.custom<Jp>((value) => typeof value === 'number').exactOptional(),
  startedAt: z.string(),
  completedAt: z.string(),
  timeZone: z.enum(timeZones).exactOptional(),
  editions: z.array(edition).min(1),
  revoked: z
    .object({
      at: z.string(),
      reason: z.enum(revocationReasons),
      note: z.string().exactOptional(),
      by: text<PersonId>().exactOptional(),
    })
    .exactOptional(),
  rev: z.number(),
});

export const readCertificateRow = (row: unknown): Certificate => certificateRow.parse(row);
export const pointerRow = z.object({ number: text<CertificateNumber>() });
export const counterRow = z.object({ taken: z.number() });
export const revokedRow = z.object({ place: z.number() });
