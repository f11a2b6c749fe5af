import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A step about an item of somebody's development plan. From competency. */
export const planItemMovedSchema = z.object({
  ...envelope,
  type: z.literal('plan-item-moved'),
  /** Whose plan it is. */
  personId: z.string(),
  /** Id of the item. */
  item: z.string(),
  /** Of the item after the step. */
  rev: z.int().positive(),
});
export type PlanItemMoved = z.infer<typeof planItemMovedSchema>;
