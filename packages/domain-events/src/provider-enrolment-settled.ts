import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A provider has enrolled somebody, or it will not; then the enrolment ends. From connectors. */
export const providerEnrolmentSettledSchema = z.object({
  ...envelope,
  type: z.literal('provider-enrolment-settled'),
  registration: z.uuid(),
  personId: z.string(),
  courseId: z.string(),
  providerId: z.string(),
  outcome: z.enum(['confirmed', 'refused', 'timed-out']),
  /** Code of why not. */
  reason: z.string().exactOptional(),
});
export type ProviderEnrolmentSettled = z.infer<typeof providerEnrolmentSettledSchema>;
