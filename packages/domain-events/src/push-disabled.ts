import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A subscription was turned off, since its receiver is gone or has failed for days. From push. */
export const pushDisabledSchema = z.object({
  ...envelope,
  type: z.literal('push-disabled'),
  subscriptionId: z.string(),
  /** Whose it is: of an agency, */
  agencyId: z.string().exactOptional(),
  /** or of a provider. */
  providerId: z.string().exactOptional(),
  /** Who made or changed it last; may be a client. */
  personId: z.string(),
  /** As its owner named it; for display only. */
  name: z.string(),
  because: z.enum(['gone', 'failing']),
});
export type PushDisabled = z.infer<typeof pushDisabledSchema>;
