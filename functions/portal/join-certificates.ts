import {
  type Certificate,
  CertificateNotFound,
  type CertificateNumber,
  credentialUrl,
  daysOf,
  downloadCertificate,
  type HoursState,
  hoursOf,
  type IssuerPlace,
  latestEdition,
  listCertificatesOf,
  listMyCertificates,
  mayDecide,
  readCertificate,
  readCertificateNumber,
  reissueCertificate,
  reissueSchema,
  revokeCertificate,
  revokeSchema,
  verifyCertificate,
  verifyUrl,
  waitsForPerson,
  yearsOfCertificates,
} from '@sinau/credentials';
import { getPerson } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { downloadSealed, readSeal } from '@sinau/sealing';
import type { CertificateCard, CertificatesPorts, CertificateView, Wallet } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';
import { standingOf } from './seal-standing.ts';

type Deps = Pick<PortalDeps, 'credentials' | 'sealReader' | 'people' | 'clock' | 'ids' | 'signer'>;

/** Use cases of certificates, for holders, for those who decide, and for whoever checks one. */
export function joinCertificates(deps: Deps): CertificatesPorts {
  const desk = async () => ({ ...(await deps.credentials()), clock: deps.clock, ids: deps.ids });
  return {
    ownOf: (reader, asked) => ownOf(deps, reader, asked),
    ofPerson: (reader, personId, token) => ofPerson(deps, reader, { personId, token }),
    certificateOf: async (principal, typed) => {
      const parts = await desk();
      const certificate = await readCertificate(parts, { principal, number: numberOf(typed) });
      const hours = await hoursOf(parts, certificate);
      return certificateView(deps, { principal, certificate, hours, issuer: parts.issuer });
    },
    pdfOf: async (principal, typed, form) => {
      const number = numberOf(typed);
      return form === 'unsealed'
        ? pdfOf(await desk(), principal, number)
        : sealedOr(deps, await pdfOf(await desk(), principal, number));
    },
    reissue: async (principal, typed, given) => {
      const { reason } = requestOfForm(reissueSchema, given);
      await reissueCertificate(await desk(), { principal, number: numberOf(typed), reason });
    },
    revoke: async (principal, typed, given) => {
      const request = requestOfForm(revokeSchema, given);
      await revokeCertificate(await desk(), { principal, number: numberOf(typed), request });
    },
    numberIn: async (typed) => readCertificateNumber(typed),
    verify: async (typed) => {
      const number = readCertificateNumber(typed);
      const found = number && (await verifyCertificate(await desk(), { number }));
      if (!found) return undefined;
      const { seal } = await readSeal(await deps.sealReader(), refOf(found));
      return { ...found, ...(seal && { seal }) };
    },
  };
}

/** What can be no number is answered like one that nobody has. */
function numberOf(typed: string): CertificateNumber {
  const number = readCertificateNumber(typed);
  if (number === undefined) throw new CertificateNotFound();
  return number;
}

async function ownOf(
  deps: Deps,
  principal: PersonPrincipal,
  { token, filter }: Parameters<CertificatesPorts['ownOf']>[1],
): Promise<Wallet> {
  const pages = sealedPages(deps, { list: 'own-certificates', by: principal, of: filter });
  const page = { principal, ...filter, ...pages.open(token) };
  const parts = await deps.credentials();
  const [{ certificates, next }, years, hours] = await Promise.all([
    listMyCertificates(parts, page),
    yearsOfCertificates(parts, { principal }),
    parts.hours.ofPerson(principal.personId),
  ]);
  return {
    years,
    certificates: certificates.map((one) => certificateCard(one, hours.get(one.registration))),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

async function ofPerson(
  deps: Deps,
  principal: PersonPrincipal,
  asked: { readonly personId: string; readonly token: string | undefined },
) {
  const personId = asked.personId as PersonId;
  const { name } = await getPerson(deps, { principal, personId });
  const pages = sealedPages(deps, { list: 'certificates', by: principal, of: personId });
  const page = { principal, personId, ...pages.open(asked.token) };
  const parts = await deps.credentials();
  const [{ certificates, next }, hours] = await Promise.all([
    listCertificatesOf(parts, page),
    parts.hours.ofPerson(personId),
  ]);
  return {
    ...{ personId, name },
    certificates: certificates.map((one) => certificateCard(one, hours.get(one.registration))),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

function certificateCard(certificate: Certificate, hours: HoursState | undefined): CertificateCard {
  const { number, course, jp, completedAt } = certificate;
  return {
    ...{ number, title: course.title, provider: course.providerName, completedAt },
    lastDay: daysOf(certificate).lastDay,
    ...(jp !== undefined && { jp }),
    ...(jp !== undefined && hours && { hours }),
    ...{ state: certificateState(certificate), edition: latestEdition(certificate).edition },
  };
}

export function certificateState(certificate: Certificate): CertificateCard['state'] {
  if (certificate.revoked) return 'revoked';
  return latestEdition(certificate).ready ? 'valid' : 'making';
}

async function certificateView(
  deps: Deps,
  given: {
    readonly principal: PersonPrincipal;
    readonly certificate: Certificate;
    readonly hours: HoursState | undefined;
    readonly issuer: IssuerPlace;
  },
): Promise<CertificateView> {
  const { principal, certificate, hours, issuer } = given;
  const decides = mayDecide(principal, certificate);
  const names = decides ? await decidersOf(deps, certificate) : new Map<string, string>();
  const nameOf = (by: string | undefined) => (by && decides ? { by: names.get(by) ?? '–' } : {});
  const { revoked, startedAt, course } = certificate;
  const { edition: latest } = latestEdition(certificate);
  const seal = await standingOf(deps, refOf({ number: certificate.number, edition: latest }));
  return {
    ...certificateCard(certificate, hours),
    ...{ courseId: course.courseId, startedAt, mayDecide: decides },
    firstDay: daysOf(certificate).firstDay,
    isOwn: certificate.personId === principal.personId,
    holderId: certificate.personId,
    editions: certificate.editions
      .map(({ edition, issuedAt, holderName, reason, by }) => ({
        ...{ edition, issuedAt, holderName },
        ...(reason !== undefined && { reason }),
        ...nameOf(by),
      }))
      .toReversed(),
    ...(revoked && {
      revoked: {
        ...{ at: revoked.at, reason: revoked.reason },
        ...(revoked.note !== undefined && { note: revoked.note }),
        ...nameOf(revoked.by),
        ...(waitsForPerson(certificate) && { waitsForPerson: true as const }),
      },
    }),
    ...(seal && { seal }),
    verifyUrl: verifyUrl(issuer, certificate),
    badgeUrl: credentialUrl(issuer, certificate, latestEdition(certificate)),
  };
}

async function decidersOf({ people }: Deps, { editions, revoked }: Certificate) {
  const ids = [...editions.map(({ by }) => by), revoked?.by].filter((by) => by !== undefined);
  const found = await people.findMany([...new Set(ids)]);
  return new Map<string, string>(found.map(({ personId, name }) => [personId, name]));
}

async function pdfOf(
  parts: Awaited<ReturnType<PortalDeps['credentials']>>,
  principal: PersonPrincipal,
  number: CertificateNumber,
) {
  const certificate = await readCertificate(parts, { principal, number });
  if (certificateState(certificate) !== 'valid') return undefined;
  const { pdf, edition } = await downloadCertificate(parts, { principal, number });
  return { number, pdf, edition: edition.edition, holderId: certificate.personId };
}

const refOf = ({ number, edition }: { readonly number: string; readonly edition: number }) =>
  ({ kind: 'certificate', number, edition }) as const;

/** The sealed edition of what the reader may have, where there is one. */
async function sealedOr<
  Found extends { readonly number: string; readonly edition: number; readonly pdf: Uint8Array },
>(deps: Pick<Deps, 'sealReader'>, found: Found | undefined): Promise<Found | undefined> {
  const sealed = found && (await downloadSealed(await deps.sealReader(), refOf(found)));
  return found && (sealed ? { ...found, pdf: sealed } : found);
}
