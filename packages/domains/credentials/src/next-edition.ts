import type { Clock, Ids } from '@sinau/kernel';
import { type Certificate, type Edition, latestEdition } from './certificate.ts';
import type { CertificateStore } from './ports.ts';

/** One more printing, with an id of the subject and a place among the revoked of its own. */
export async function nextEdition(
  deps: { readonly certificates: CertificateStore; readonly clock: Clock; readonly ids: Ids },
  certificate: Certificate,
  of: Pick<Edition, 'holderName' | 'reason' | 'by'>,
): Promise<Edition> {
  return {
    ...{ edition: latestEdition(certificate).edition + 1, issuedAt: deps.clock.now().toISOString(), ...of },
    subjectId: `urn:uuid:${deps.ids.uuid()}`,
    statusIndex: await deps.certificates.takeStatusIndex(),
  };
}
