import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A tool of LTI waits for an operator. From delivery. */
export const toolWaitsSchema = z.object({
  ...envelope,
  type: z.literal('tool-waits'),
  clientId: z.string(),
  /** `changed`: it was in use, leads elsewhere or asks for more now, and learners cannot open it. `again`: its provider asks for it to be looked at again. */
  because: z.enum(['new', 'changed', 'again']),
});
export type ToolWaits = z.infer<typeof toolWaitsSchema>;
