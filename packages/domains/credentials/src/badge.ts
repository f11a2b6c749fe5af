import { type BadgeFacts, statusListLength } from '@sinau/open-badges';
import type { Certificate, Edition } from './certificate.ts';
import type { IssuerPlace } from './ports.ts';

export const verifyUrl = ({ origin }: IssuerPlace, { number }: Pick<Certificate, 'number'>): string =>
  `${origin}/verify/${number}`;

export const credentialUrl = (
  { origin }: IssuerPlace,
  { number }: Pick<Certificate, 'number'>,
  { edition }: Pick<Edition, 'edition'>,
): string => `${origin}/credentials/${number}/${edition}`;

export const statusListUrl = ({ origin }: IssuerPlace, list: number): string =>
  `${origin}/credentials/status/${list}`;

const criteria = 'Menyelesaikan seluruh bagian kursus menurut syarat kelulusannya.';
const ofPath = 'Menyelesaikan semua langkah wajib jalur belajar ini; JP dihitung pada tiap langkahnya.';
/** Badges of version 3.0 have one language each; what is recognised is told in both. */
const ofRecognition: Readonly<Record<string, string>> = {
  id: 'Diberikan oleh instansi sebagai pengakuan nonmateriil (UU 20/2023 Pasal 21); berlaku selama tidak dicabut.',
  en: 'Given by the agency as non-material recognition (UU 20/2023 article 21); it stands until it is taken back.',
};
const ofAttendance = 'Hadir di kegiatan ini; kehadiran dicatat pada setiap sesi.';

/** A badge cannot be changed when an agency recognises them or not. */
const ofHours =
  'JP yang tertera adalah JP menurut kursus; apakah instansi mengakuinya terlihat di halaman pemeriksaan sertifikat.';

/** Its twin is signed as it is, and key services sign four kilobytes at most; courses describe themselves in as many letters. */
const mostBytes = { name: 300, description: 500 } as const;

function shortened(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  // What is left of a letter that was cut through is no letter.
  const whole = new TextDecoder().decode(bytes.subarray(0, most)).replace(/\uFFFD+$/, '');
  return `${whole.replace(/\s+\S*$/, '')} …`;
}

/** What a badge says of an edition: the course, never the person. */
export function badgeFactsOf(issuer: IssuerPlace, certificate: Certificate, edition: Edition): BadgeFacts {
  const { course, jp } = certificate;
  const [language, title] = preferred(course.title);
  const name = shortened(title, mostBytes.name);
  const description = shortened(preferred(course.description)[1], mostBytes.description);
  return {
    credentialUrl: credentialUrl(issuer, certificate, edition),
    issuer: { did: issuer.did, name: issuer.name, url: issuer.origin },
    subjectId: edition.subjectId,
    certificateNumber: certificate.number,
    achievement: {
      ...{ url: `${issuer.origin}/${placeOf(course)}${course.courseId}`, name, language },
      ...(course.kind === 'recognition' && { type: 'Award' as const }),
      description: description || name,
      criteria: criteriaOf(certificate),
      creator: { id: `${issuer.origin}/providers/${course.providerId}`, name: course.providerName },
    },
    ...(jp !== undefined && { jp: jp / 100 }),
    issuedAt: edition.issuedAt,
    startedAt: certificate.startedAt,
    finishedAt: certificate.completedAt,
    status: {
      listUrl: statusListUrl(issuer, Math.floor(edition.statusIndex / statusListLength)),
      index: edition.statusIndex % statusListLength,
    },
  };
}

function placeOf({ kind }: Certificate['course']): string {
  if (kind === 'event') return 'events/';
  // What is recognised has no page of its own; the one that verifies says what a badge is.
  if (kind === 'recognition') return 'verify#';
  return kind === 'path' ? 'paths/' : 'courses/';
}

function criteriaOf({ course, jp }: Pick<Certificate, 'course' | 'jp'>): string {
  if (course.kind === 'event') return ofAttendance;
  if (course.kind === 'path') return ofPath;
  if (course.kind === 'recognition') return recognitionCriteria(course);
  return jp === undefined ? criteria : `${criteria} ${ofHours}`;
}

function recognitionCriteria({ description }: Certificate['course']): string {
  return ['id', 'en'].map((tag) => `${description[tag] ?? ''} ${ofRecognition[tag]}`.trim()).join('\n\n');
}

/** Bahasa Indonesia where there is one; badges of version 3.0 have one language each. */
export function preferred(words: Readonly<Record<string, string>>): readonly [string, string] {
  const found = Object.entries(words).find(([tag]) => /^id\b/i.test(tag)) ?? Object.entries(words)[0];
  return found ?? ['id', ''];
}
