import type {
  CertificateIssued,
  CertificateReissued,
  CertificateRevoked,
  TranscriptMade,
} from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { type Certificate, latestEdition } from '../certificate.ts';
import { readCertificateRow } from './rows.ts';
import { readTranscriptRow } from './transcript-rows.ts';

type CredentialFact = CertificateIssued | CertificateReissued | CertificateRevoked | TranscriptMade;

/** The facts that one change of a row tells: an edition was added, its documents became ready, it counts no more, a transcript was printed. */
export function credentialFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CredentialFact[] {
  if (change.after?.kind === 'transcript') return printed(change.before, change.after);
  const [before, after] = [readOf(change.before), readOf(change.after)];
  if (!after) return [];
  return [...reissued(before, after), ...issued(before, after), ...revoked(before, after)];
}

/** The first edition is printed by whoever issues it. */
function reissued(before: Certificate | undefined, after: Certificate): readonly CredentialFact[] {
  const { edition, issuedAt, ready } = latestEdition(after);
  if (!before || ready || latestEdition(before).edition === edition) return [];
  const { number, personId } = after;
  const eventId = `certificate-reissued:${number}:${edition}`;
  return [{ type: 'certificate-reissued', eventId, occurredAt: issuedAt, number, edition, personId }];
}

function issued(before: Certificate | undefined, after: Certificate): readonly CredentialFact[] {
  const { edition, ready, by } = latestEdition(after);
  if (!ready || (before && readyEdition(before) === edition)) return [];
  const { number, personId, registration, course } = after;
  const eventId = `certificate-issued:${number}:${edition}`;
  const platform = by === undefined ? { byPlatform: true as const } : {};
  const of = { number, edition, personId, registration, courseId: course.courseId, ...platform };
  return [{ type: 'certificate-issued', eventId, occurredAt: ready.at, ...of }];
}

function revoked(before: Certificate | undefined, after: Certificate): readonly CredentialFact[] {
  const { number, personId, course } = after;
  if (!after.revoked || before?.revoked) return [];
  const { at, reason, note, by } = after.revoked;
  const eventId = `certificate-revoked:${number}:${latestEdition(after).edition}`;
  const of = { number, personId, courseId: course.courseId, reason, ...(note !== undefined && { note }) };
  const platform = by === undefined ? { byPlatform: true as const } : {};
  return [{ type: 'certificate-revoked', eventId, occurredAt: at, ...of, ...platform }];
}

/** The row of the person and year counts its editions. */
function printed(before: Item | undefined, after: Item): readonly TranscriptMade[] {
  const { number, latest, personId, madeAt } = readTranscriptRow(after);
  if (latest === 0 || madeAt === undefined || (before && readTranscriptRow(before).latest === latest))
    return [];
  const eventId = `transcript-made:${number}:${latest}`;
  return [{ type: 'transcript-made', eventId, occurredAt: madeAt, number, edition: latest, personId }];
}

const readOf = (row: Item | undefined): Certificate | undefined =>
  row?.kind === 'certificate' ? readCertificateRow(row) : undefined;

function readyEdition(certificate: Certificate): number | undefined {
  const { edition, ready } = latestEdition(certificate);
  return ready && edition;
}
