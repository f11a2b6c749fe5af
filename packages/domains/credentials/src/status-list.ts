import type { Clock } from '@sinau/kernel';
import { type JsonLd, statusListCredential, statusListLength } from '@sinau/open-badges';
import { statusListUrl } from './badge.ts';
import type { CertificateStore, CredentialSigner, IssuerPlace, StatusBits } from './ports.ts';

/** Copies may be used so long: who was revoked is told within a quarter of an hour. */
export const statusListSeconds = 900;

/** A signed list is given out again so long, if nobody was revoked meanwhile: every signature is a call to KMS. */
const keptMs = 60_000;

export interface StatusListDeps {
  readonly certificates: Pick<CertificateStore, 'takenPlaces' | 'revokedPlaces'>;
  readonly credentialSigner: CredentialSigner;
  readonly bits: StatusBits;
  readonly issuer: IssuerPlace;
  readonly clock: Clock;
}

type ReadList = (list: number) => Promise<JsonLd | undefined>;

/** Which credentials of a list were revoked, signed; undefined for a number that is none. */
export function openStatusLists(deps: StatusListDeps): ReadList {
  const { certificates, clock } = deps;
  const kept = new Map<
    number,
    { readonly atMs: number; readonly revoked: string; readonly signed: JsonLd }
  >();
  return async (list) => {
    const from = list * statusListLength;
    // The first list is there from the beginning, later ones with their first credential.
    if (list !== 0 && from >= (await certificates.takenPlaces())) return undefined;
    const places = await certificates.revokedPlaces(from, statusListLength);
    const now = clock.now();
    const known = kept.get(list);
    const revoked = places.join();
    if (known?.revoked === revoked && now.getTime() - known.atMs < keptMs) return known.signed;
    const signed = await sign(deps, { list, places: places.map((place) => place - from), now });
    kept.set(list, { atMs: now.getTime(), revoked, signed });
    return signed;
  };
}

async function sign(
  { bits, issuer, credentialSigner }: StatusListDeps,
  of: { readonly list: number; readonly places: readonly number[]; readonly now: Date },
): Promise<JsonLd> {
  const { list, places, now } = of;
  const document = statusListCredential({
    url: statusListUrl(issuer, list),
    issuer,
    encodedList: await bits.encode(places, statusListLength),
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + statusListSeconds * 1000).toISOString(),
  });
  return credentialSigner.prove(document, now);
}
