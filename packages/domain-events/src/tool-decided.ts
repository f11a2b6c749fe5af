import * as z from 'zod';
import { envelope } from './envelope.ts';

/** An operator has let a tool of LTI in, has rejected it or has turned it off. From delivery. */
export const toolDecidedSchema = z.object({
  ...envelope,
  type: z.literal('tool-decided'),
  clientId: z.string(),
  outcome: z.enum(['approved', 'rejected', 'turned-off']),
  /** For the provider. */
  reason: z.string().exactOptional(),
});
export type ToolDecided = z.infer<typeof toolDecidedSchema>;
