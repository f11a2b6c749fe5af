import * as z from 'zod';
import { envelope } from './envelope.ts';

/** An agency stopped what leaves of its people to a provider, or permits it again. From agreements. */
export const sharingDecidedSchema = z.object({
  ...envelope,
  type: z.literal('sharing-decided'),
  agencyId: z.string(),
  providerId: z.string(),
  stopped: z.boolean(),
});
export type SharingDecided = z.infer<typeof sharingDecidedSchema>;
