import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The ledger of a person has another line; once per line. From credit. */
export const creditChangedSchema = z.object({
  ...envelope,
  type: z.literal('credit-changed'),
  personId: z.string(),
  entryId: z.string(),
  entry: z.enum(['earned', 'corrected', 'reversed', 'held', 'released', 'rejected']),
});
export type CreditChanged = z.infer<typeof creditChangedSchema>;
