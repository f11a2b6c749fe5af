import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The seats that an agency has at a provider were set or changed: somebody who waits may get one. From enrolment. */
export const quotaChangedSchema = z.object({
  ...envelope,
  type: z.literal('quota-changed'),
  agencyId: z.string(),
  quotaId: z.string(),
});
export type QuotaChanged = z.infer<typeof quotaChangedSchema>;
