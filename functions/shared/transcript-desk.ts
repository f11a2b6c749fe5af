import { certificateMessageSchema, type OrderTranscriptDeps } from '@sinau/credentials';
import { createCredentialParts } from './credential-parts.ts';
import type { Parts } from './parts.ts';

/** Transcripts, for systems of agencies: the work is the certifier's. */
export function createTranscriptDesk(given: {
  readonly parts: Parts;
  readonly env: Parameters<typeof createCredentialParts>[0]['env'] & {
    readonly CERTIFICATE_QUEUE_URL: string;
  };
}) {
  const { parts, env } = given;
  const queue = parts.queue(env.CERTIFICATE_QUEUE_URL, certificateMessageSchema);
  const send: OrderTranscriptDeps['send'] = (order) => queue.send({ kind: 'transcript', ...order });
  const { transcripts, transcriptFiles, issuer, signer, digest, clock } = createCredentialParts(given);
  return { transcripts, transcriptFiles, issuer, signer, digest, clock, send };
}

export type TranscriptDesk = ReturnType<typeof createTranscriptDesk>;
