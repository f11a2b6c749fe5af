import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A tool of LTI does not answer, or does again. From delivery. */
export const toolTroubledSchema = z.object({
  ...envelope,
  type: z.literal('tool-troubled'),
  clientId: z.string(),
  /** `down`: who looks after it is to know. `over`: they were told, and it answers again. `back`: it answers again, for who waits for it. */
  trouble: z.enum(['down', 'over', 'back']),
  /** When it was first found not to answer. */
  since: z.string(),
});
export type ToolTroubled = z.infer<typeof toolTroubledSchema>;
