import {
  type CertificateMessage,
  type CertificateNumber,
  certificateMessageSchema,
  type DocumentDeps,
  type MakeFormDeps,
  type MakeTranscriptDeps,
  makeDocuments,
  makeSignedForm,
  makeTranscript,
  type SettleDeps,
  settleCertificate,
} from '@sinau/credentials';
import type { PersonId } from '@sinau/kernel';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

export interface CertifierDeps extends SettleDeps, DocumentDeps, MakeTranscriptDeps, MakeFormDeps {
  readonly log: Log;
}

/** Consumer of the queue of certificates: issues them and takes them back, prints and signs; prints transcripts, and forms that two people have signed. */
export function createCertifier(deps: CertifierDeps) {
  return queueHandler({
    name: 'certifier',
    log: deps.log,
    schema: certificateMessageSchema,
    handle: (message) => certify(deps, message),
  });
}

async function certify(deps: CertifierDeps, message: CertificateMessage): Promise<void> {
  if (message.kind === 'transcript') {
    const { personId, year } = message;
    const outcome = await makeTranscript(deps, { personId: personId as PersonId, year });
    deps.log.info('transcript', { outcome });
    return;
  }
  if (message.kind === 'signed-form') {
    const { kind: _, ...of } = message;
    deps.log.info('signed form', { outcome: await makeSignedForm(deps, of) });
    return;
  }
  const settled = message.kind === 'settle' ? await settleCertificate(deps, message) : undefined;
  const number = message.kind === 'settle' ? settled?.number : (message.number as CertificateNumber);
  // Also of one that was issued before: the run that did may have ended in between.
  const documents = number === undefined ? undefined : await makeDocuments(deps, { number });
  deps.log.info('certificate', {
    ...(settled && { outcome: settled.outcome }),
    ...(documents && { documents }),
  });
}
