import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A step of the annual plan of an agency; once a step. From annual-plan. */
export const annualPlanMovedSchema = z.object({
  ...envelope,
  type: z.literal('annual-plan-moved'),
  agencyId: z.string(),
  year: z.int(),
  version: z.int().positive(),
  /** The state that it led to. */
  to: z.enum(['draft', 'proposed', 'agreed', 'set', 'replaced']),
  /** Who has recorded it. */
  by: z.string(),
});
export type AnnualPlanMoved = z.infer<typeof annualPlanMovedSchema>;
