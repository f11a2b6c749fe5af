import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A certificate has a new edition whose documents are to be made; it counts again if it was revoked. From credentials. */
export const certificateReissuedSchema = z.object({
  ...envelope,
  type: z.literal('certificate-reissued'),
  number: z.string(),
  edition: z.int().positive(),
  personId: z.string(),
});
export type CertificateReissued = z.infer<typeof certificateReissuedSchema>;
