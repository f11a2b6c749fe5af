import * as z from 'zod';
import { envelope } from './envelope.ts';

const states = ['draft', 'proposed', 'agreed', 'set', 'replaced'] as const;

/** A step of the annual plan of an agency; once a step. From annual-plan. */
export const annualPlanMovedSchema = z.object({
  ...envelope,
  type: z.literal('annual-plan-moved'),
  agencyId: z.string(),
  year: z.int(),
  version: z.int().positive(),
  /** The state that it led to. */
  to: z.enum(states),
  /** The state before; absent: it was begun. */
  from: z.enum(states).optional(),
  /** Who has taken it, or has recorded it from a letter. */
  by: z.string(),
  /** How it was decided, where it was. */
  way: z.enum(['in-person', 'letter']).optional(),
  /** The step before was taken back. */
  undone: z.literal(true).optional(),
});
export type AnnualPlanMoved = z.infer<typeof annualPlanMovedSchema>;
