import * as z from 'zod';
import { envelope } from './envelope.ts';

const states = ['asked', 'active', 'ended'] as const;

/** Somebody was asked to help colleagues to learn, said yes, or does it no more. From adoption. */
export const championMovedSchema = z.object({
  ...envelope,
  type: z.literal('champion-moved'),
  personId: z.string(),
  agencyId: z.string(),
  unitId: z.string(),
  /** Absent: it is new. */
  from: z.enum(states).exactOptional(),
  to: z.enum(states),
  ended: z.enum(['declined', 'stopped', 'taken-back', 'moved']).exactOptional(),
  /** Who of the agency asked. */
  namedBy: z.string(),
  /** Who made this step; absent: nobody, they work elsewhere. */
  by: z.string().exactOptional(),
  rev: z.int(),
});
export type ChampionMoved = z.infer<typeof championMovedSchema>;
