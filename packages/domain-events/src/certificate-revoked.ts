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
  /** For the holder; absent where the platform did it by itself. */
  note: z.string().exactOptional(),
});
export type CertificateRevoked = z.infer<typeof certificateRevokedSchema>;
