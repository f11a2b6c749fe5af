import {
  type CertificateMessage,
  type CertificateNumber,
  certificateMessageSchema,
  type DocumentDeps,
  type IssueDeps,
  issueCertificate,
  makeDocuments,
} from '@sinau/credentials';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

export interface CertifierDeps extends IssueDeps, DocumentDeps {
  readonly log: Log;
}

/** Consumer of the queue of certificates: issues them, prints and signs. */
export function createCertifier(deps: CertifierDeps) {
  return queueHandler({
    name: 'certifier',
    log: deps.log,
    schema: certificateMessageSchema,
    handle: (message) => certify(deps, message),
  });
}

async function certify(deps: CertifierDeps, message: CertificateMessage): Promise<void> {
  const issued = message.kind === 'issue' ? await issueCertificate(deps, message) : undefined;
  const number = message.kind === 'issue' ? issued?.number : (message.number as CertificateNumber);
  // Also of one that was issued before: the run that did may have ended in between.
  const documents = number === undefined ? undefined : await makeDocuments(deps, { number });
  deps.log.info('certificate', {
    ...(issued && { outcome: issued.outcome }),
    ...(documents && { documents }),
  });
}
