import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Nothing leaves by this version of a data agreement any more. From agreements. */
export const agreementClosedSchema = z.object({
  ...envelope,
  type: z.literal('agreement-closed'),
  agreementId: z.string(),
  agreementVersion: z.int().positive(),
  providerId: z.string(),
  /** For display only. */
  title: z.string(),
  /** `replaced`: by its next version. `revoked`: stopped in an emergency. */
  as: z.enum(['replaced', 'ended', 'revoked']),
});
export type AgreementClosed = z.infer<typeof agreementClosedSchema>;
