import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A version of a data agreement with a provider holds from its first day on. From agreements. */
export const agreementActivatedSchema = z.object({
  ...envelope,
  type: z.literal('agreement-activated'),
  agreementId: z.string(),
  agreementVersion: z.int().positive(),
  providerId: z.string(),
  /** For display only. */
  title: z.string(),
  /** What may leave of people, e.g. `email`. */
  attributes: z.array(z.string()).readonly(),
  /** Absent: of the people of all agencies. */
  agencyIds: z.array(z.string()).readonly().exactOptional(),
});
export type AgreementActivated = z.infer<typeof agreementActivatedSchema>;
