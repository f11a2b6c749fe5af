import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A certificate counts no more; once per edition. From credentials. */
export const certificateRevokedSchema = z.object({
  ...envelope,
  type: z.literal('certificate-revoked'),
  number: z.string(),
  personId: z.string(),
  courseId: z.string(),
  reason: z.enum(['completion-withdrawn', 'issued-in-error', 'other']),
  /** For the holder. */
  note: z.string().exactOptional(),
  /** Nobody decided it: the completion was taken back. */
  byPlatform: z.literal(true).exactOptional(),
});
export type CertificateRevoked = z.infer<typeof certificateRevokedSchema>;
