import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A connection to a provider is in trouble that somebody has to see to, or is out of it. From connectors. */
export const connectionTroubledSchema = z.object({
  ...envelope,
  type: z.literal('connection-troubled'),
  connectionId: z.string(),
  /** `down`: away for an hour. `secret`: refused. `rights`: a function or a right is missing there. `letters`: failed work piles up. `over`: it works again. `mismatches`: they grow old. */
  trouble: z.enum(['down', 'secret', 'rights', 'letters', 'over', 'mismatches']),
  /** Of mismatches: how many are old. */
  count: z.int().exactOptional(),
});
export type ConnectionTroubled = z.infer<typeof connectionTroubledSchema>;
