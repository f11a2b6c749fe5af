import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Nothing of an agency is sealed any more until somebody does something. From sealing. */
export const sealStoodStillSchema = z.object({
  ...envelope,
  type: z.literal('seal-stood-still'),
  agencyId: z.string(),
  because: z.enum([
    ...(['signed-out', 'not-registered', 'not-activated', 'quota-spent', 'certificate-ended'] as const),
    ...(['address', 'unreachable', 'busy', 'timeout', 'broken-answer', 'refused', 'too-large'] as const),
    ...(['other-seal', 'no-answer', 'refusing'] as const),
  ]),
});
export type SealStoodStill = z.infer<typeof sealStoodStillSchema>;
