import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The account of somebody was closed or opened again. From identity. */
export const accountChangedSchema = z.object({
  ...envelope,
  type: z.literal('account-changed'),
  personId: z.string(),
  act: z.enum(['closed', 'opened']),
  /** At whose word. */
  because: z.enum(['identity-provider', 'list', 'administrator', 'legal-standing', 'operator']),
  /** The person or the client; absent: nobody but the calendar. */
  by: z.string().exactOptional(),
});
export type AccountChanged = z.infer<typeof accountChangedSchema>;
