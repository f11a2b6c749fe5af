import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The documents of a certificate are ready; once per edition. From credentials. */
export const certificateIssuedSchema = z.object({
  ...envelope,
  type: z.literal('certificate-issued'),
  number: z.string(),
  /** From 1; later ones correct what the one before said. */
  edition: z.int().positive(),
  personId: z.string(),
  registration: z.string(),
  courseId: z.string(),
  /** Nobody asked for it: it follows a completion. */
  byPlatform: z.literal(true).exactOptional(),
});
export type CertificateIssued = z.infer<typeof certificateIssuedSchema>;
