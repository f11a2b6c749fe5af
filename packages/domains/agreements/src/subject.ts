import type { Digest, PersonId, ProviderId, Signer } from '@sinau/kernel';

/**
 * The pseudonym of a person at one provider: the same wherever that provider hears of them, another one at every other provider, and
 * nothing to be read out of it. 64 lower-case hexadecimal digits, as some tools compare without regard to case.
 */
export function deriveSubject(
  { signer, digest }: { readonly signer: Pick<Signer, 'sign'>; readonly digest: Pick<Digest, 'sha256'> },
  { providerId, personId }: { readonly providerId: ProviderId; readonly personId: PersonId },
): string {
  return digest.sha256(signer.sign('provider-subject', JSON.stringify([providerId, personId])));
}
