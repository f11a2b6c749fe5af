import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A request of a person about their data came, has less than a day left, or was answered. From privacy. */
export const privacyRequestMovedSchema = z.object({
  ...envelope,
  type: z.literal('privacy-request-moved'),
  requestId: z.string(),
  personId: z.string(),
  kind: z.enum(['access', 'correction', 'erasure', 'restriction', 'objection']),
  /** Home of the person, where it answers such requests; absent: operators do. */
  agencyId: z.string().exactOptional(),
  dueAt: z.string(),
  to: z.enum(['opened', 'soon', 'answered']),
});
export type PrivacyRequestMoved = z.infer<typeof privacyRequestMovedSchema>;
