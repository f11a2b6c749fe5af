import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A budget line for whose room somebody waits has more of it, or is open again. From budget. */
export const budgetRoomCameSchema = z.object({
  ...envelope,
  type: z.literal('budget-room-came'),
  agencyId: z.string(),
  lineId: z.string(),
});
export type BudgetRoomCame = z.infer<typeof budgetRoomCameSchema>;
