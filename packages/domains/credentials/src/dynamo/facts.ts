import type { CertificateIssued } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { type Certificate, latestEdition } from '../certificate.ts';
import { readCertificateRow } from './rows.ts';

/** The facts that one change of a row tells: that the documents of an edition became ready. */
export function credentialFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CertificateIssued[] {
  const [before, after] = [readOf(change.before), readOf(change.after)];
  if (!after) return [];
  const edition = latestEdition(after);
  if (!edition.ready || (before && readyEdition(before) === edition.edition)) return [];
  const { number, personId, registration, course } = after;
  const eventId = `certificate-issued:${number}:${edition.edition}`;
  const of = { number, edition: edition.edition, personId, registration, courseId: course.courseId };
  return [{ type: 'certificate-issued', eventId, occurredAt: edition.ready.at, ...of }];
}

const readOf = (row: Item | undefined): Certificate | undefined =>
  row?.kind === 'certificate' ? readCertificateRow(row) : undefined;

function readyEdition(certificate: Certificate): number | undefined {
  const { edition, ready } = latestEdition(certificate);
  return ready && edition;
}
