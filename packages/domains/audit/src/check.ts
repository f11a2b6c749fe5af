import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { flaws } from './chain.ts';

/** A walk over all chains, kept so that it can go on where it stopped. */
export const checkSchema = z.object({
  state: z.enum(['due', 'running', 'done']),
  requestedBy: z.custom<PersonId>((value) => typeof value === 'string').exactOptional(),
  requestedAt: z.string(),
  endedAt: z.string().exactOptional(),
  /** Looked at so far. */
  chains: z.int().nonnegative(),
  lines: z.int().nonnegative(),
  findings: z
    .array(z.object({ chain: z.string(), number: z.int().positive(), flaw: z.enum(flaws) }))
    .readonly(),
  /** The chain at work, how far in it, and whether it is through. */
  at: z
    .object({ chain: z.string(), number: z.int().nonnegative(), hash: z.string(), through: z.boolean() })
    .exactOptional(),
  rev: z.int().nonnegative(),
});
export type Check = Readonly<z.infer<typeof checkSchema>>;
