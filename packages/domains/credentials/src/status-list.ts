import type { Clock } from '@sinau/kernel';
import { type JsonLd, statusListCredential, statusListLength } from '@sinau/open-badges';
import { statusListUrl } from './badge.ts';
import type { CertificateStore, CredentialSigner, IssuerPlace, StatusBits } from './ports.ts';

/** Copies may be used so long: who was revoked is told within a quarter of an hour. */
export const statusListSeconds = 900;

/** Which credentials of a list were revoked, signed; undefined for a number that is none. */
export async function readStatusList(
  deps: {
    readonly certificates: CertificateStore;
    readonly credentialSigner: CredentialSigner;
    readonly bits: StatusBits;
    readonly issuer: IssuerPlace;
    readonly clock: Clock;
  },
  { list }: { readonly list: number },
): Promise<JsonLd | undefined> {
  const from = list * statusListLength;
  // The first list is there from the beginning, later ones with their first credential.
  if (list !== 0 && from >= (await deps.certificates.takenPlaces())) return undefined;
  const revoked = await deps.certificates.revokedPlaces(from, statusListLength);
  const places = revoked.map((place) => place - from);
  const now = deps.clock.now();
  const document = statusListCredential({
    url: statusListUrl(deps.issuer, list),
    issuer: deps.issuer,
    encodedList: await deps.bits.encode(places, statusListLength),
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + statusListSeconds * 1000).toISOString(),
  });
  return deps.credentialSigner.prove(document, now);
}
