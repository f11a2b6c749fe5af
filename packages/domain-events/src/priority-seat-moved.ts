import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A right to be put before others who wait was given, used, spent, given back or taken back. From recognition. */
export const prioritySeatMovedSchema = z.object({
  ...envelope,
  type: z.literal('priority-seat-moved'),
  personId: z.string(),
  agencyId: z.string(),
  /** Id of the right. */
  seat: z.string(),
  /** Where it came from; absent: it is new. */
  from: z.enum(['granted', 'redeemed', 'spent', 'taken-back']).exactOptional(),
  to: z.enum(['granted', 'redeemed', 'spent', 'taken-back']),
  /** Who did it; absent: what became of the seat. */
  by: z.string().exactOptional(),
  rev: z.int(),
});
export type PrioritySeatMoved = z.infer<typeof prioritySeatMovedSchema>;
